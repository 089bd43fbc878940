import type { Tx } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { missingTerms } from "~/domain/mediation/completeness";
import { termLines } from "~/i18n/agreement-text";
import { type AgreementRow, currentAgreement } from "./agreement-facts.server";
import { agreementNumber } from "./agreement-papers.server";
import type { CaseHead } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";
import { termNames } from "./document-parties.server";
import { iso, isoOrNull } from "./iso.server";
import { allHaveSigned, signaturesOn } from "./signatures.server";

export const linesOf = (head: Pick<CaseHead, "parties">, agreement: Pick<AgreementRow, "terms">) => ({
  zh: termLines("zh-CN", agreement.terms, termNames(head)),
  en: termLines("en", agreement.terms, termNames(head)),
});

/** The current agreement with its text in both languages and who has signed, for staff who may see it. */
export async function agreementView(tx: Tx, row: CaseRow, head: CaseHead) {
  const agreement = await currentAgreement(tx, row);
  if (!agreement) return null;
  const hash = agreement.contentHash ?? "";
  const signed = await signaturesOn(tx, row.courtId, "agreement", agreement.id);
  const applied = await signaturesOn(tx, row.courtId, "confirmationApplication", agreement.id);
  const received = await signaturesOn(tx, row.courtId, "statement", agreement.id);
  const partyIds = head.parties.map((party) => party.id);
  const has = (of: typeof signed, partyId: string) => of.some((one) => one.partyId === partyId);
  return {
    agreementId: agreement.id,
    version: agreement.version,
    number: agreementNumber(row, agreement.version),
    status: agreement.status,
    route: agreement.route,
    terms: agreement.terms,
    lines: linesOf(head, agreement),
    contentHash: hash,
    performedAtOnce: agreement.performedAtOnce,
    effectiveAt: isoOrNull(agreement.effectiveAt),
    effectiveOn: agreement.effectiveAt ? courtDay(agreement.effectiveAt) : null,
    missing: missingTerms(agreement.terms, {
      parties: partyIds.map((id) => asId<PartyId>(id)),
      route: agreement.route,
      today: courtDay(agreement.createdAt),
    }),
    signatures: signed.map((one) => ({
      kind: one.signerKind,
      partyId: one.partyId,
      how: one.how,
      at: iso(one.happenedAt),
    })),
    parties: head.parties.map((party) => ({
      partyId: party.id,
      name: party.name,
      side: party.side,
      signed: has(signed, party.id),
      applied: has(applied, party.id),
      received: has(received, party.id),
    })),
    mediatorSigned: signed.some((one) => one.signerKind === "mediator"),
    organisationSigned: row.orgId === null ? null : signed.some((one) => one.signerKind === "organisation"),
    bothApplied: allHaveSigned(applied, partyIds, hash),
  };
}
