import * as sessionCodes from "~/i18n/session-codes";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Columns } from "~/ui/page";
import { Section } from "~/ui/section";
import { HandedElements } from "../_staff.reviews_.$caseId/elements-pane";
import { PackagePapers, StayedPane } from "../_staff.reviews_.$caseId/trial-panes";
import type { ToTrial } from "./route";

/** Two lists side by side: what the law lets through, and what stays behind. */
export function Goes({ content }: { content: ToTrial["content"] }) {
  const [t, code] = [useText(trial), useText(sessionCodes)];
  const { report, end } = content.mediation;
  return (
    <Columns kind="slot">
      <Section
        id="goes"
        title={t("goes")}
        note={t("goesNote", { documents: content.documents.length, facts: content.undisputedFacts.length })}
      >
        <Facts
          isPadded
          facts={[
            { term: t("claims"), value: content.claims },
            { term: t("end"), value: end ? code(`end.${end}`) : "" },
            { term: t("reportReason"), value: report?.reason ?? "" },
            { term: t("conduct"), value: report?.costRaisingConduct ?? "" },
            { term: t("suggestions"), value: report?.suggestions ?? "" },
          ].filter((fact) => fact.value !== "")}
        />
        <ol className="said">
          {content.undisputedFacts.map((fact) => (
            <li key={fact.no}>{fact.text}</li>
          ))}
        </ol>
        {content.elements ? (
          <p className="hint">
            <HandedElements elements={content.elements} />
          </p>
        ) : null}
        {content.documents.length === 0 ? <p className="hint">{t("nothingGoes")}</p> : null}
        <PackagePapers documents={content.documents} />
      </Section>
      <Section id="stays" title={t("stayed")} note={t("stayedNote")}>
        <StayedPane />
      </Section>
    </Columns>
  );
}
