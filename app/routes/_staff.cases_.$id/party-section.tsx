import { Form } from "@remix-run/react";
import * as casePage from "~/i18n/case-page";
import * as materials from "~/i18n/materials";
import * as people from "~/i18n/people-codes";
import * as roles from "~/i18n/roles";
import * as session from "~/i18n/session-codes";
import { useFormat, useText } from "~/i18n/use-text";
import { type Fact, People } from "~/ui/facts";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { SectionHead } from "~/ui/section";
import { Status } from "~/ui/status";
import type { CaseShown } from "./case.server";
import type { FullDetails } from "./full-details.server";

type Party = CaseShown["parties"][number];

/** Both sides, masked; in full after a press that is recorded. */
export function PartySection({ shown, full }: { shown: CaseShown; full?: FullDetails }) {
  const [t, role, tMaterials] = [useText(casePage), useText(roles), useText(materials)];
  const factsOf = usePartyFacts(shown, full);
  const maySee = shown.next.abilities.includes("see-contacts-unmasked");
  return (
    <section className="sec" aria-labelledby="parties-h">
      <SectionHead id="parties-h" title={t("parties")} />
      {full ? (
        <Notice tone="act" isOutcome>
          <p>
            <b>{t("fullShown")}</b>
          </p>
          <p>{t("fullSafe")}</p>
        </Notice>
      ) : null}
      <People
        people={shown.parties.map((party) => ({
          id: party.partyId,
          title: `${role(`mediation.${party.side}`)}　${party.name}`,
          facts: factsOf(party),
        }))}
      />
      <p className="gap no-print link-row">
        <Anchor href={`/cases/${shown.header.caseId}/elements`}>{t("elementsLink")}</Anchor>
        <Anchor href={`/cases/${shown.header.caseId}/materials`}>{tMaterials("title")}</Anchor>
      </p>
      {shown.next.abilities.includes("edit-contacts") ? (
        <p className="gap no-print link-row">
          <Anchor href={`/cases/${shown.header.caseId}/absences`}>{t("absencesLink")}</Anchor>
          {shown.next.abilities.includes("set-safety") ? (
            <Anchor href={`/cases/${shown.header.caseId}/safety`}>{t("safetyLink")}</Anchor>
          ) : null}
        </p>
      ) : null}
      {maySee && !full ? (
        <Form method="post" className="gap no-print" preventScrollReset>
          <button type="submit" className="as-link" name="intent" value="showFull">
            {t("showFull")}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function usePartyFacts(shown: CaseShown, full?: FullDetails) {
  const [t, code, say] = [useText(casePage), useText(people), useText(session)];
  const format = useFormat();
  return (party: Party): Fact[] => {
    const tries = shown.facts.failedContactTries.find((one) => one.partyId === party.partyId)?.tries ?? 0;
    const contacts = [...party.contacts, ...party.agents.flatMap((agent) => agent.contacts)];
    const numberShown = (contact: (typeof contacts)[number]) =>
      full?.contacts[contact.contactPointId] ?? contact.masked;
    const facts: (Fact | null)[] = [
      party.representative ? { term: t("representative"), value: party.representative } : null,
      party.agents.length > 0
        ? {
            term: t("agent"),
            value: party.agents
              .map((agent) =>
                [agent.name, agent.unit, t(`authority.${agent.authority}`)].filter(Boolean).join(" · "),
              )
              .join("；"),
          }
        : null,
      party.idMasked
        ? { term: t("id"), value: <span className="num">{full?.ids[party.partyId] ?? party.idMasked}</span> }
        : null,
      contacts.length > 0
        ? {
            term: t("contact"),
            value: contacts.map((contact) => (
              <div key={contact.contactPointId}>
                {code(`contact.${contact.kind}`)}{" "}
                <span className="num">
                  {contact.preferred && contacts.length > 1
                    ? t("contactPreferred", { value: numberShown(contact) })
                    : numberShown(contact)}
                </span>
              </div>
            )),
          }
        : null,
      party.needs.length > 0 ? { term: t("needs"), value: format.list(party.needs) } : null,
      {
        term: t("consent"),
        value: party.consent ? (
          <>
            <Status tone={party.consent.decision === "agreed" ? "done" : "no"}>
              {say(`decision.${party.consent.decision}`)}
            </Status>{" "}
            <span className="q">{format.instantShort(party.consent.at ?? "")}</span>
          </>
        ) : (
          <Status tone="wait">{t("consent.none")}</Status>
        ),
      },
      {
        term: t("address"),
        value: (
          <Status tone={party.addressConfirmed ? "done" : "part"}>
            {t(party.addressConfirmed ? "address.yes" : "address.no")}
          </Status>
        ),
      },
      tries > 0
        ? {
            term: t("contactsLink"),
            value: t("failedTries", { count: tries, required: shown.facts.contactTriesRequired }),
          }
        : null,
    ];
    return facts.filter((fact) => fact !== null);
  };
}
