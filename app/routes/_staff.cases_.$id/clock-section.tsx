import * as caseClocks from "~/i18n/case-clocks";
import * as casePage from "~/i18n/case-page";
import { useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { ClockLines } from "../_staff/clock-lines";
import type { CaseShown } from "./case.server";

interface ClockSectionProps {
  clocks: CaseShown["clocks"];
  awaited?: CaseShown["awaited"];
  /** Where those who may act on the clocks do so. */
  href?: string;
}

/** The time limits of the case, under the version of the calendar that counted them. */
export function ClockSection({ clocks, awaited = [], href }: ClockSectionProps) {
  const [t, tClocks] = [useText(casePage), useText(caseClocks)];
  const version = clocks[0]?.calendarVersion;
  return (
    <Section id="clocks" title={t("clocks")} note={version ? t("clocksNote", { version }) : null}>
      {clocks.length + awaited.length === 0 ? <Empty title={t("noClocks")}>{t("noClocksText")}</Empty> : null}
      <ClockLines clocks={clocks} awaited={awaited} />
      {href ? (
        <p className="gap">
          <Anchor href={href}>{tClocks("manage")}</Anchor>
        </p>
      ) : null}
    </Section>
  );
}
