import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import {
  CONTACT_KINDS,
  CONTACT_RESULTS,
  type ContactResult,
  type ContactStatus,
} from "~/domain/notices/contacts";
import { ok, type Result, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { type Command, verb } from "./command.server";
import { place } from "./personal.server";
import { actorIdOf } from "./record.server";

/** What a try tells about the number itself; the others tell nothing. */
const TELLS: Partial<Record<ContactResult, ContactStatus>> = {
  answered: "verified",
  delivered: "verified",
  refused: "verified",
  emptyNumber: "dead",
  returned: "dead",
  wrongPerson: "wrongPerson",
};

const contactAttemptShape = z.object({
  ...caseShape,
  partyId: idText,
  contactPointId: idText.optional(),
  channel: z.enum([...CONTACT_KINDS, "visit"]),
  result: z.enum(CONTACT_RESULTS),
  words: z.string().trim().max(1000, "tooLong").optional(),
  /** YYYY-MM-DD, court-local. */
  nextTryOn: z.iso.date("dateInvalid").optional(),
});
type Input = z.output<typeof contactAttemptShape>;

async function findParty(command: Command<Input>): Promise<Result> {
  const { tx, courtId, input } = command;
  const p = schema.parties;
  const [party] = await tx
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.caseId, input.caseId), eq(p.id, input.partyId)));
  if (!party) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
  if (!input.contactPointId) return ok();
  const k = schema.contactPoints;
  const [point] = await tx
    .select({ id: k.id })
    .from(k)
    .where(and(eq(k.courtId, courtId), eq(k.partyId, party.id), eq(k.id, input.contactPointId)));
  return point ? ok() : refuse("invalidInput", { fields: { contactPointId: ["notChosen"] } });
}

/** Enters one call, visit or message into the contact log, and what it tells about the number tried. */
export const recordContact = verb({
  name: "record-contact",
  ability: "record-contact",
  input: contactAttemptShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor, deps } = command;
    const known = await findParty(command);
    if (!known.ok) return known;
    const acted = await act(command, "record-contact", { event: "recordContact" });
    if (!acted.ok) return acted;
    const id = uuidv7();
    await tx.insert(schema.contactAttempts).values({
      courtId,
      id,
      caseId: input.caseId,
      partyId: input.partyId,
      contactPointId: input.contactPointId ?? null,
      channel: input.channel,
      result: input.result,
      wordsSealed: input.words
        ? deps.secrets.seal(input.words, place("contact_attempts", "words_sealed", id))
        : null,
      nextTryOn: input.nextTryOn ?? null,
      byId: actorIdOf(actor),
      happenedAt: acted.at,
      recordedAt: now,
    });
    const status = TELLS[input.result];
    if (status && input.contactPointId) {
      const k = schema.contactPoints;
      await tx
        .update(k)
        .set({ status })
        .where(and(eq(k.courtId, courtId), eq(k.id, input.contactPointId)));
    }
    const { partyId, channel, result } = input;
    await recordAct(command, acted, { partyId, channel, result, nextTryOn: input.nextTryOn ?? null });
    return ok({ ...standing(acted), attemptId: id });
  },
});
