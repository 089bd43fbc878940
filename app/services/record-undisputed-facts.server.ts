import { and, eq, inArray, isNull, max } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { FACT_SOURCES, isUndisputed } from "~/domain/mediation/undisputed-facts";
import { ok, refuse } from "~/domain/result";
import { chosenElements } from "./agreed-facts.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { factsRecorded } from "./package-sources.server";
import { advance } from "./transition.server";

/**
 * Puts facts up for both sides to sign, or takes unsigned ones back; a changed sentence is a new one (ONL 22). An agreed
 * element becomes a sentence that keeps which version of which side it comes from; refuses with staleVersion where a side
 * has said something since, alreadyAnswered where that sentence stands already.
 */
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
      /** Elements of the case's sheet on which both sides agree, by `block.element`, and the versions that were looked at. */
      elements: z.array(z.string().max(80)).max(100).default([]),
      claimantVersion: z.coerce.number().int().optional(),
      respondentVersion: z.coerce.number().int().optional(),
      withdraw: z.array(z.string().uuid("idMalformed")).max(100).default([]),
    })
    .refine((input) => input.add.length + input.elements.length + input.withdraw.length > 0, "required"),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const step = await advance(command, command.theCase(), { event: "recordUndisputedFacts" });
    if (!step.ok) return step;
    const taken = await chosenElements(tx, step.row, input);
    if (!taken.ok) return taken;
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
    const stays = standing.filter((fact) => !input.withdraw.includes(fact.factId));
    if (taken.chosen.some(({ name, zh }) => stays.some((one) => one.elementKey === name && one.text === zh)))
      return refuse("alreadyAnswered", { fields: { elements: ["alreadyAnswered"] } });
    if (goes.length)
      await tx
        .update(u)
        .set({ withdrawnAt: now })
        .where(and(eq(u.courtId, courtId), inArray(u.id, input.withdraw), isNull(u.withdrawnAt)));
    const [last] = await tx
      .select({ ordinal: max(u.ordinal) })
      .from(u)
      .where(and(eq(u.courtId, courtId), eq(u.caseId, step.row.id)));
    const sentences = [
      ...input.add.map(({ text, source }) => ({ fact: text, source })),
      ...taken.chosen.map(({ name, zh, claimantVersion, respondentVersion }) => ({
        fact: zh,
        source: "bothSaid" as const,
        elementName: name,
        claimantVersion,
        respondentVersion,
      })),
    ];
    const added = sentences.map((sentence, index) => ({
      courtId,
      id: uuidv7(),
      caseId: step.row.id,
      ordinal: (last?.ordinal ?? 0) + index + 1,
      createdAt: now,
      ...sentence,
    }));
    if (added.length) await tx.insert(u).values(added);
    const factIds = added.map((fact) => fact.id);
    await command.record({
      caseId: step.row.id,
      data: { added: factIds, withdrawn: input.withdraw, elements: taken.chosen.map(({ name }) => name) },
    });
    return ok({ factIds });
  },
});
