import type { ReactNode } from "react";
import { DisplaySwitch, type DisplaySwitchProps } from "./display-switch";
import { Mark } from "./icon";
import { Anchor } from "./router";
import { SkipLink } from "./skip-link";

export interface PartyFrameProps {
  skip: string;
  /** One line each: court, centre. */
  court: readonly string[];
  displayLabel: string;
  largeType: DisplaySwitchProps;
  language: DisplaySwitchProps;
  back?: { href: string; label: string };
  children: ReactNode;
}

/** What stands around every page for a party: one column, large targets, no navigation to get lost in. */
export function PartyFrame({
  skip,
  court,
  displayLabel,
  largeType,
  language,
  back,
  children,
}: PartyFrameProps) {
  return (
    <>
      <SkipLink label={skip} />
      <header className="ptop">
        <div className="ptop-in">
          <p className="brand">
            <Mark />
            <b>
              {court.map((line) => (
                <span className="row" key={line}>
                  {line}
                </span>
              ))}
            </b>
          </p>
          <nav aria-label={displayLabel}>
            <DisplaySwitch {...largeType} />
            <DisplaySwitch {...language} />
          </nav>
        </div>
      </header>
      <main className="party" id="main" tabIndex={-1}>
        {back ? (
          <p className="back">
            <Anchor href={back.href}>{back.label}</Anchor>
          </p>
        ) : null}
        {children}
      </main>
    </>
  );
}
