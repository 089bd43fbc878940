import * as review from "~/i18n/review";
import * as roles from "~/i18n/roles";
import { useText } from "~/i18n/use-text";
import { Status } from "~/ui/status";
import { ClockLines } from "../_staff/clock-lines";
import { Comparison } from "./comparison";
import { ElementsPane } from "./elements-pane";
import type { ReviewShown } from "./review.server";

/** Claim against agreement, facts that both sides signed, who they are, and the clocks with their reasons. */
export function FactsPane({ shown }: { shown: ReviewShown }) {
  const t = useText(review);
  return (
    <>
      <Comparison shown={shown} />
      <div className="sec-h sig">
        <h3>{t("undisputed")}</h3>
      </div>
      <ParticularsPane shown={shown} />
    </>
  );
}

/** Undisputed facts, parties and clocks: all that a case to be tried needs. */
export function ParticularsPane({ shown }: { shown: ReviewShown }) {
  const t = useText(review);
  return (
    <>
      <FactList shown={shown} />
      <ElementsPane elements={shown.package?.content.elements ?? null} />
      <div className="sec-h sig">
        <h3>{t("parties")}</h3>
      </div>
      <PartyList shown={shown} />
      <div className="sec-h sig">
        <h3>{t("clocks")}</h3>
      </div>
      {shown.clocks.length + shown.awaited.length === 0 ? <p className="hint mt">{t("noClock")}</p> : null}
      <ClockLines clocks={shown.clocks} awaited={shown.awaited} />
    </>
  );
}

function FactList({ shown }: { shown: Pick<ReviewShown, "undisputedFacts"> }) {
  const t = useText(review);
  if (shown.undisputedFacts.length === 0) return <p className="hint mt">{t("noUndisputed")}</p>;
  return (
    <ol className="said">
      {shown.undisputedFacts.map((fact) => (
        <li key={fact.no} value={fact.no}>
          {fact.text}
        </li>
      ))}
    </ol>
  );
}

function PartyList({ shown }: { shown: ReviewShown }) {
  const [t, role] = [useText(review), useText(roles)];
  const checked = (partyId: string) =>
    shown.package?.content.parties.find((party) => party.partyId === partyId)?.identityVerified ?? false;
  const calling = shown.agreement?.route === "confirm" ? "confirmation" : "mediation";
  return (
    <ul className="judge">
      {shown.parties.map((party) => (
        <li key={party.partyId}>
          <div>
            <span className="q">{role(`${calling}.${party.side}`)}</span>
            {party.representative
              ? t("inBrackets", { name: party.name, more: party.representative })
              : party.name}
            {party.agents.map((agent) => (
              <small key={agent.name}>
                {agent.name} {agent.unit} {t(agent.authority === "special" ? "special" : "general")}
              </small>
            ))}
          </div>
          <Status tone={checked(party.partyId) ? "done" : "risk"}>
            {t(checked(party.partyId) ? "identityYes" : "identityNo")}
          </Status>
        </li>
      ))}
    </ul>
  );
}
