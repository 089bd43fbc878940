import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { markDone, openTaskOf, type TaskRow } from "./close-task.server";
import { type Command, verb } from "./command.server";
import { keepStep } from "./delivery-state.server";
import { perform } from "./perform.server";
import { actorIdOf } from "./record.server";
import { recordContact } from "./record-contact.server";

const shape = z.object({
  taskId: idText,
  /** The number that was called, where it is one that the case knows. */
  contactPointId: idText.optional(),
  words: z.string().trim().min(1, "required").max(300, "tooLong"),
});

type Notice = typeof schema.notices.$inferSelect;

async function noticeOf({ tx, courtId }: Command<unknown>, task: TaskRow): Promise<Notice | null> {
  const { noticeId } = task.data;
  if (typeof noticeId !== "string") return null;
  const n = schema.notices;
  const [notice] = await tx
    .select()
    .from(n)
    .where(and(eq(n.courtId, courtId), eq(n.id, noticeId)));
  return notice ?? null;
}

/** Whose call it is in the contact log: the party's, also where its agent was told. Null for people of the court. */
async function partyOf({ tx, courtId }: Command<unknown>, notice: Notice): Promise<string | null> {
  if (notice.recipientKind === "party") return notice.recipientId;
  if (notice.recipientKind !== "agent") return null;
  const a = schema.agents;
  const [agent] = await tx
    .select({ partyId: a.partyId })
    .from(a)
    .where(and(eq(a.courtId, courtId), eq(a.id, notice.recipientId)));
  return agent?.partyId ?? null;
}

/** The number as it is shown; empty where none of the case's own was called. */
async function calledNumber({ tx, courtId, input }: Command<z.output<typeof shape>>): Promise<string> {
  if (!input.contactPointId) return "";
  const k = schema.contactPoints;
  const [point] = await tx
    .select({ masked: k.masked })
    .from(k)
    .where(and(eq(k.courtId, courtId), eq(k.id, input.contactPointId)));
  return point?.masked ?? "";
}

/**
 * Somebody whom a notice did not reach, or who did not answer it, was told of it by telephone: a way of that notice like
 * any other, entered by whoever called; the call stands in the contact log with the words, and the task is done. Refuses
 * a task about no notice, and whatever the contact log refuses.
 */
export const noteTold = verb({
  name: "note-told",
  ability: "work-tasks",
  input: shape,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const found = await openTaskOf(command, input.taskId);
    if (!found.ok) return found;
    const { task } = found;
    const notice = await noticeOf(command, task);
    if (!notice?.caseId) return refuse("wrongStage");
    const { caseId } = notice;
    const partyId = await partyOf(command, notice);
    if (partyId) {
      const { words, contactPointId } = input;
      const call = { caseId, partyId, contactPointId, channel: "mobile", result: "answered", words };
      const logged = await perform(command, recordContact, call);
      if (!logged.ok) return logged;
    }
    const deliveryId = uuidv7();
    await tx.insert(schema.deliveries).values({
      courtId,
      id: deliveryId,
      invitationId: notice.invitationId,
      caseId,
      noticeId: notice.id,
      channel: "phone",
      key: `${notice.key}:phone:${task.id}`,
      addressMasked: await calledNumber(command),
      status: "delivered",
      contactPointId: input.contactPointId ?? null,
      attempts: 1,
      queuedAt: now,
      sentAt: now,
      changedAt: now,
    });
    await keepStep(tx, { courtId, id: deliveryId, status: "delivered", at: now, byId: actorIdOf(actor) });
    await markDone(command, task, { how: "told" });
    await command.record({ caseId, data: { taskId: task.id, deliveryId, noticeId: notice.id } });
    return ok({ taskId: task.id, deliveryId });
  },
});
