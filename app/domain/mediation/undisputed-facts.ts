import type { FactId, PartyId } from "../ids";

export const FACT_SOURCES = ["bothSaid", "evidence"] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** A fact that both sides confirm in writing; it travels to the court and needs no proof there (ONL 22). */
export type UndisputedFact = {
  readonly factId: FactId;
  readonly no: number;
  readonly text: string;
  readonly source: FactSource;
  /** Of the element sheet, where it comes from one. */
  readonly elementKey: string | null;
  /** The version of each side in which they agreed on it. */
  readonly agreedIn?: { readonly claimant: number; readonly respondent: number };
  readonly signatures: readonly { readonly partyId: PartyId; readonly signedAt: string }[];
};

/** Signed by every party of both sides; one side alone makes no undisputed fact. */
export function isUndisputed(
  fact: UndisputedFact,
  parties: readonly { readonly partyId: PartyId; readonly side: string }[],
): boolean {
  const sides = new Set(parties.map((party) => party.side));
  return (
    sides.size === 2 &&
    parties.every((party) => fact.signatures.some((signature) => signature.partyId === party.partyId))
  );
}

export function signFact(fact: UndisputedFact, partyId: PartyId, signedAt: string): UndisputedFact {
  if (fact.signatures.some((signature) => signature.partyId === partyId)) return fact;
  return { ...fact, signatures: [...fact.signatures, { partyId, signedAt }] };
}

/** A changed sentence is a new one: nobody has signed it yet. */
export function rewordFact(fact: UndisputedFact, text: string): UndisputedFact {
  return text === fact.text ? fact : { ...fact, text, signatures: [] };
}
