import * as page from "~/i18n/agreement-page";
import * as elements from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import { useFormat, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { HandedElements } from "../_staff.reviews_.$caseId/elements-pane";
import type { PreviewShown } from "./route";

/** What would be handed over, item by item; what stays behind is said as well. */
export function ContentSection({ preview }: { preview: PreviewShown }) {
  const [t, role, tElements] = [useText(page), useText(roles), useText(elements)];
  const format = useFormat();
  const { content, agreement } = preview;
  const { mediation } = content;
  return (
    <Section
      id="package"
      title={t("package")}
      note={t(content.kind === "settled" ? "handOverSettled" : "handOverFailed")}
    >
      <Facts
        isPadded
        facts={[
          {
            term: t("parties"),
            value: content.parties.map((party) => (
              <div key={party.partyId}>
                {role(`mediation.${party.side}`)}　{party.name}{" "}
                <Status tone={party.identityVerified ? "done" : "risk"}>
                  {t(party.identityVerified ? "party.checked" : "party.unchecked")}
                </Status>{" "}
                {party.serviceAddress ? <Status tone="done">{t("party.address")}</Status> : null}
              </div>
            )),
          },
          {
            term: t("mediation"),
            value: (
              <>
                {mediation.acceptedOn
                  ? t("mediation.by", {
                      mediator: mediation.mediatorName,
                      on: format.date(mediation.acceptedOn),
                    })
                  : mediation.mediatorName}
                <br />
                {mediation.sessions.length > 0
                  ? t("mediation.sessions", {
                      count: mediation.sessions.length,
                      days: format.list(mediation.sessions.map((one) => format.date(one.heldOn))),
                    })
                  : t("mediation.none")}
              </>
            ),
          },
          ...(agreement
            ? [
                {
                  term: t("title"),
                  value: (
                    <>
                      {t("agreementPart", {
                        number: agreement.number,
                        on: agreement.effectiveOn ? format.date(agreement.effectiveOn) : "—",
                        count: agreement.obligations,
                      })}
                      {agreement.applyUntilOn ? (
                        <>
                          <br />
                          {t("applyUntil", { on: format.date(agreement.applyUntilOn) })}
                        </>
                      ) : null}
                    </>
                  ),
                },
              ]
            : []),
          {
            term: t("facts", { count: content.undisputedFacts.length }),
            value: content.undisputedFacts.map((fact) => <div key={fact.no}>{fact.text}</div>),
          },
          ...(content.elements
            ? [{ term: tElements("title"), value: <HandedElements elements={content.elements} /> }]
            : []),
          {
            term: t("documents", { count: content.documents.length }),
            value: content.documents.map((one) => (
              <div key={one.fileId}>
                <a href={`/api/v1/files/${one.fileId}`} download>
                  {one.name}
                </a>
              </div>
            )),
          },
        ]}
      />
      <p className="hint gap">{t("stays")}</p>
    </Section>
  );
}
