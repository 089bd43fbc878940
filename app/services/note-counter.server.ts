import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { broughtShape, invitedTo, tooLate, writtenAt } from "./answer-brought.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { place } from "./personal.server";
import { openTask } from "./tasks.server";

/**
 * Another time that an invited person proposes from its calendar. It moves nothing: the mediator is told, and decides. A
 * newer proposal of the same person takes the place of the earlier.
 */
export const noteCounter = verb({
  name: "note-counter",
  ability: "note-reply",
  input: z.object({
    caseId: idText,
    invitationId: idText,
    inboundId: idText.optional(),
    ...broughtShape,
    startAt: z.iso.datetime({ offset: true }),
    endAt: z.iso.datetime({ offset: true }),
    words: z.string().trim().max(300, "textTooLong").optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, deps } = command;
    const { caseId, invitationId } = input;
    const during = { start: DateTime.fromISO(input.startAt), end: DateTime.fromISO(input.endAt) };
    if (during.end <= during.start) return refuse("invalidInput", { fields: { endAt: ["endBeforeStart"] } });
    const invitation = await invitedTo(tx, courtId, { caseId, invitationId });
    if (!invitation) return refuse("slotUnknown");
    const written = writtenAt(input.writtenAt, now);
    const late = await tooLate(tx, invitation, { sequence: input.sequence, writtenAt: written }, now);
    if (late) return late;
    const { sessionId } = invitation;
    const t = schema.counterProposals;
    await tx
      .update(t)
      .set({ status: "overtaken", decidedAt: now })
      .where(and(eq(t.courtId, courtId), eq(t.invitationId, invitationId), eq(t.status, "open")));
    const id = uuidv7();
    await tx.insert(t).values({
      courtId,
      id,
      sessionId,
      caseId,
      invitationId,
      inboundId: input.inboundId ?? null,
      during,
      words: input.words ? deps.secrets.seal(input.words, place("counter_proposals", "words", id)) : null,
      status: "open",
      proposedAt: now,
    });
    const data = { proposalId: id, invitationId };
    await openTask(tx, {
      courtId,
      kind: "counterProposal",
      key: `counterProposal:${id}`,
      caseId,
      sessionId,
      data,
      openedAt: now,
    });
    await command.record({
      caseId,
      data: { sessionId, ...data, startAt: input.startAt },
      effects: [{ effect: "notifyMediator", key: `notifyMediator:counter:${id}`, payload: { caseId } }],
    });
    return ok({ proposalId: id });
  },
});
