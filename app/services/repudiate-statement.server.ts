import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** A side goes back on the settlement before it signed for the statement: the case is tried (CPL 102). */
export const repudiateStatement = verb({
  name: "repudiate-statement",
  ability: "repudiate-statement",
  input: z.object({ ...caseShape, partyId: idText.optional() }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, input, tx, courtId } = command;
    const row = command.theCase();
    const partyId = actor.kind === "party" ? actor.partyId : input.partyId;
    const agreement = await currentAgreement(tx, row);
    if (agreement && partyId) {
      const s = schema.signatures;
      const own = await tx
        .select({ id: s.id })
        .from(s)
        .where(
          and(
            eq(s.courtId, courtId),
            eq(s.subjectKind, "statement"),
            eq(s.subjectId, agreement.id),
            eq(s.partyId, partyId),
          ),
        );
      // Who has signed for it has taken it.
      if (own.length) return refuse("alreadyAnswered");
    }
    const acted = await act(command, "repudiate-statement", {
      event: "repudiateStatement",
      input: partyId ? { partyId: asId<PartyId>(partyId) } : {},
      change: { outcome: null, route: null },
    });
    if (!acted.ok) return acted;
    const a = schema.agreements;
    const o = schema.obligations;
    await tx.delete(o).where(and(eq(o.courtId, courtId), eq(o.caseId, row.id)));
    if (agreement)
      await tx
        .update(a)
        .set({ status: "superseded" })
        .where(and(eq(a.courtId, courtId), eq(a.id, agreement.id)));
    await recordAct(command, acted, { partyId: partyId ?? null });
    return ok(standing(acted));
  },
});
