import type { Side } from "~/domain/cases/sides";
import type { TermNames } from "~/i18n/agreement-text";
import * as words from "~/i18n/documents";
import * as roles from "~/i18n/roles";
import { textFor } from "~/i18n/text";
import { type CaseHead, type HeadParty, namesOfSide } from "./case-head.server";
import type { CaseRow } from "./command.server";

/** How sides are called in a document: 原告/被告 once registered, applicants on both sides of a confirmation. */
export type Calling = "suit" | "mediation" | "confirmation";
export const callingOf = (row: CaseRow): Calling => (row.caseNo !== null ? "suit" : "mediation");

const roleOf = (calling: Calling, side: Side): string => textFor("zh-CN", roles)(`${calling}.${side}`);

/** Identity (masked: the whole number stays sealed), representative and agents, in one line. */
function particulars(party: HeadParty): string {
  const t = textFor("zh-CN", words);
  return [
    party.idMasked ? t(party.kind === "org" ? "id.org" : "id.masked", { id: party.idMasked }) : "",
    party.orgRepName ? t("representative", { name: party.orgRepName }) : "",
    ...party.agents.map((agent) =>
      [
        agent.unit ? t("agentOf", { name: agent.name, unit: agent.unit }) : t("agent", { name: agent.name }),
        agent.authority === "special" ? t("specialAuthority") : "",
      ]
        .filter(Boolean)
        .join("，"),
    ),
  ]
    .filter(Boolean)
    .join("；");
}

export const documentParties = (head: CaseHead, calling: Calling) =>
  head.parties.map((party) => ({
    role: roleOf(calling, party.side),
    name: party.name,
    particulars: particulars(party),
  }));

/** Signature lines: the parties, and the mediator where he signs too. */
export const signatureLines = (head: CaseHead, calling: Calling, mediator: boolean) => [
  ...head.parties.map((party) => ({ role: roleOf(calling, party.side), name: party.name })),
  ...(mediator ? [{ role: textFor("zh-CN", roles)("mediator"), name: head.mediatorName }] : []),
];

export const termNames = (head: Pick<CaseHead, "parties">): TermNames => ({
  of: (partyId) => head.parties.find((party) => party.id === partyId)?.name ?? "—",
  claimant: namesOfSide(head, "claimant"),
  respondent: namesOfSide(head, "respondent"),
});

/** Who presided, for documents. */
export const presiding = (head: CaseHead): string => head.org?.name ?? textFor("zh-CN", words)("orgNone");
