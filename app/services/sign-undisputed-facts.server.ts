import { z } from "zod";
import { asId, type PartyId } from "~/domain/ids";
import { isUndisputed, signFact, type UndisputedFact } from "~/domain/mediation/undisputed-facts";
import { ok, refuse } from "~/domain/result";
import { factsPaper } from "./agreement-papers.server";
import { caseHead } from "./case-head.server";
import { verb } from "./command.server";
import { contentHash } from "./content-hash.server";
import { courtDay } from "./deps.server";
import { issueDocument } from "./documents.server";
import { happened, happenedShape } from "./happened.server";
import { factsRecorded } from "./package-sources.server";
import { addSignature, signerShape, signingParty } from "./signatures.server";
import { standingDocument } from "./standing-documents.server";
import { advance, effectsOf } from "./transition.server";

/** What a signature on a fact is bound to. */
export const factHash = (fact: Pick<UndisputedFact, "text" | "source">): string =>
  contentHash({ text: fact.text, source: fact.source });

/** One party signs facts; those that everybody has signed by then are written into the record of undisputed facts. */
export const signUndisputedFacts = verb({
  name: "sign-undisputed-facts",
  ability: "sign-undisputed-facts",
  input: z.object({
    caseId: z.string().uuid("idMalformed"),
    /** Which facts; all that this party has not signed yet unless given. */
    factIds: z.array(z.string().uuid("idMalformed")).max(200).optional(),
    ...signerShape,
    ...happenedShape,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, input } = command;
    const row = command.theCase();
    const when = await happened(command, row.id, "sign-undisputed-facts");
    if (!when.ok) return when;
    const who = await signingParty(command, row);
    if (!who.ok) return who;
    const partyId = asId<PartyId>(who.signer.partyId as string);
    const step = await advance(command, row, {
      event: "signUndisputedFacts",
      input: { partyId },
      happenedAt: when.at,
    });
    if (!step.ok) return step;
    const before = await factsRecorded(tx, row);
    const open = before.filter((fact) => !fact.signatures.some((one) => one.partyId === partyId));
    const chosen = open.filter((fact) => !input.factIds || input.factIds.includes(fact.factId));
    if (!chosen.length || (input.factIds && chosen.length !== new Set(input.factIds).size))
      return refuse("alreadyAnswered", { fields: { factIds: ["alreadyAnswered"] } });
    for (const fact of chosen) {
      const signed = await addSignature(command, row, {
        subjectKind: "undisputedFacts",
        subjectId: fact.factId,
        contentHash: factHash(fact),
        signer: who.signer,
        at: when.at,
      });
      if (!signed.ok) return signed;
    }
    const at = when.at.toUTC().toISO() as string;
    const after = before.map((fact) => (chosen.includes(fact) ? signFact(fact, partyId, at) : fact));
    const head = await caseHead(tx, row);
    const sides = head.parties.map((party) => ({ partyId: asId<PartyId>(party.id), side: party.side }));
    const undisputed = after.filter((fact) => isUndisputed(fact, sides));
    const grew = undisputed.length > before.filter((fact) => isUndisputed(fact, sides)).length;
    if (grew) {
      const earlier = await standingDocument(tx, row, "undisputedFacts");
      await issueDocument(
        command,
        row,
        "undisputedFacts",
        factsPaper(row, head, undisputed, courtDay(when.at)),
        {
          ...(earlier ? { replaces: earlier.id } : {}),
        },
      );
    }
    await command.record({
      caseId: row.id,
      happenedAt: when.at,
      data: { partyId, factIds: chosen.map((fact) => fact.factId), undisputed: undisputed.length },
      effects: effectsOf(step),
    });
    return ok({ signed: chosen.length, undisputed: undisputed.length });
  },
});
