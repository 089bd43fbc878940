import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { markDone, openTaskOf, type TaskRow } from "./close-task.server";
import { type Command, verb } from "./command.server";
import { planDeeds } from "./outbox.server";

/** Puts a deed that was given up back into the outbox, as if it had never been tried. */
async function revive({ tx, courtId, now }: Command<unknown>, task: TaskRow): Promise<Result> {
  const t = schema.outbox;
  const revived = await tx
    .update(t)
    .set({ deadAt: null, attempts: 0, runAt: now, leasedUntil: null })
    .where(and(eq(t.courtId, courtId), eq(t.id, String(task.data.jobId)), isNotNull(t.deadAt)))
    .returning({ id: t.id });
  return revived.length ? ok() : refuse("alreadyAnswered");
}

/** Sends the notice that did not arrive, or was not answered, once more: to the address that stands now. */
async function sendNotice(
  { tx, courtId, now, input }: Command<{ channel?: "mail" | "sms" | undefined }>,
  task: TaskRow,
): Promise<Result> {
  const { noticeId, channel } = task.data;
  if (typeof noticeId !== "string" || !task.caseId) return refuse("notFound");
  await planDeeds(tx, courtId, [
    {
      effect: "sendAgain",
      key: `again:task:${task.id}`,
      payload: {
        caseId: task.caseId,
        noticeId,
        channel: input.channel ?? (channel === "sms" ? "sms" : "mail"),
        round: `task:${task.id}`,
      },
      runAt: now,
    },
  ]);
  return ok();
}

/** Has a message sent once more that was given up, came back or was not answered, and ends its task. */
export const resendMessage = verb({
  name: "resend-message",
  ability: "work-tasks",
  input: z.object({ taskId: idText, channel: z.enum(["mail", "sms"]).optional() }),
  cases: () => [],
  run: async (command) => {
    const found = await openTaskOf(command, command.input.taskId);
    if (!found.ok) return found;
    const { task } = found;
    if (!["deadLetter", "bounced", "silent"].includes(task.kind)) return refuse("wrongStage");
    const again = task.kind === "deadLetter" ? await revive(command, task) : await sendNotice(command, task);
    if (!again.ok) return again;
    await markDone(command, task, { how: "resent" });
    await command.record({ caseId: task.caseId, data: { taskId: task.id, kind: task.kind } });
    return ok({ taskId: task.id });
  },
});
