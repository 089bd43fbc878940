import { and, eq, inArray, isNull, max } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { FACT_SOURCES, isUndisputed } from "~/domain/mediation/undisputed-facts";
import { ok, refuse } from "~/domain/result";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { factsRecorded } from "./package-sources.server";
import { advance } from "./transition.server";

/** Puts facts up for both sides to sign, or takes unsigned ones back; a changed sentence is a new one (ONL 22). */
export const recordUndisputedFacts = verb({
  name: "record-undisputed-facts",
  ability: "record-undisputed-facts",
  input: z
    .object({
      caseId: z.string().uuid("idMalformed"),
      add: z
        .array(
          z.object({
            text: z.string().trim().min(1, "required").max(1000, "textTooLong"),
            source: z.enum(FACT_SOURCES),
          }),
        )
        .max(100)
        .default([]),
      withdraw: z.array(z.string().uuid("idMalformed")).max(100).default([]),
    })
    .refine((input) => input.add.length + input.withdraw.length > 0, "required"),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const step = await advance(command, command.theCase(), { event: "recordUndisputedFacts" });
    if (!step.ok) return step;
    const u = schema.undisputedFacts;
    const standing = await factsRecorded(tx, step.row);
    const parties = (await partiesOfCase(tx, courtId, step.row.id)).map((party) => ({
      partyId: asId<PartyId>(party.id),
      side: party.side,
    }));
    const goes = standing.filter((fact) => input.withdraw.includes(fact.factId));
    if (goes.length !== new Set(input.withdraw).size)
      return refuse("invalidInput", { fields: { withdraw: ["invalid"] } });
    // What everybody has signed is theirs, not the mediator's to take back.
    if (goes.some((fact) => isUndisputed(fact, parties))) return refuse("alreadyAnswered");
    if (goes.length)
      await tx
        .update(u)
        .set({ withdrawnAt: now })
        .where(and(eq(u.courtId, courtId), inArray(u.id, input.withdraw), isNull(u.withdrawnAt)));
    const [last] = await tx
      .select({ ordinal: max(u.ordinal) })
      .from(u)
      .where(and(eq(u.courtId, courtId), eq(u.caseId, step.row.id)));
    const added = input.add.map((fact, index) => ({
      courtId,
      id: uuidv7(),
      caseId: step.row.id,
      ordinal: (last?.ordinal ?? 0) + index + 1,
      fact: fact.text,
      source: fact.source,
      createdAt: now,
    }));
    if (added.length) await tx.insert(u).values(added);
    const factIds = added.map((fact) => fact.id);
    await command.record({
      caseId: step.row.id,
      data: { added: factIds, withdrawn: input.withdraw },
    });
    return ok({ factIds });
  },
});
