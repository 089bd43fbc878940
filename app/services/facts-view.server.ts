import type { Tx } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { isUndisputed } from "~/domain/mediation/undisputed-facts";
import type { CaseHead } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { factsRecorded } from "./package-sources.server";

/** The facts put up for signing, with who has signed each; `undisputed` once everybody has. */
export async function factsView(tx: Tx, row: CaseRow, head: Pick<CaseHead, "parties">) {
  const sides = head.parties.map((party) => ({ partyId: asId<PartyId>(party.id), side: party.side }));
  return (await factsRecorded(tx, row)).map((fact) => ({
    factId: fact.factId as string,
    no: fact.no,
    text: fact.text,
    source: fact.source,
    elementKey: fact.elementKey,
    agreedIn: fact.agreedIn ?? null,
    signedBy: fact.signatures.map((one) => one.partyId as string),
    undisputed: isUndisputed(fact, sides),
  }));
}

/** For everybody outside the mediation: only what both sides have made theirs. */
export async function undisputedView(tx: Tx, row: CaseRow, head: Pick<CaseHead, "parties">) {
  return (await factsView(tx, row, head))
    .filter((fact) => fact.undisputed)
    .map(({ no, text, source }) => ({ no, text, source }));
}
