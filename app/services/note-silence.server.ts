import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { type Command, verb } from "./command.server";
import { planDeeds } from "./outbox.server";
import { openTask } from "./tasks.server";

async function askOnce(command: Command<unknown>, invitationId: string, noticeId: string | null) {
  const { tx, courtId, now } = command;
  const i = schema.invitations;
  const [invitation] = await tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.id, invitationId)));
  const s = schema.sessions;
  const [session] = await tx
    .select({ status: s.status })
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.id, invitation?.sessionId ?? invitationId)));
  if (invitation?.method !== "REQUEST" || invitation.reply !== "needsAction") return false;
  if (session?.status !== "planned") return false;
  const { caseId, sessionId, sequence } = invitation;
  await openTask(tx, {
    courtId,
    kind: "silent",
    key: `silent:${invitationId}:${sequence}`,
    caseId,
    sessionId,
    data: { invitationId, noticeId },
    openedAt: now,
  });
  if (noticeId)
    await planDeeds(tx, courtId, [
      {
        effect: "sendAgain",
        key: `again:silent:${invitationId}:${sequence}`,
        payload: { caseId, noticeId, round: "silent" },
        runAt: now,
      },
    ]);
  return true;
}

/** An invitation to a coming session that nobody answered: a task for a person, and one try by the next way. */
export const noteSilence = verb({
  name: "note-silence",
  ability: "note-silence",
  input: z.object({ invitationId: idText }),
  cases: async (input, tx, courtId) => {
    const i = schema.invitations;
    const rows = await tx
      .select({ caseId: i.caseId })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.id, input.invitationId)));
    return rows.map((row) => row.caseId);
  },
  run: async (command) => {
    const { tx, courtId, input } = command;
    const n = schema.notices;
    const i = schema.invitations;
    const [notice] = await tx
      .select({ id: n.id })
      .from(n)
      .innerJoin(i, and(eq(i.courtId, n.courtId), eq(i.id, n.invitationId), eq(i.sequence, n.sequence)))
      .where(and(eq(n.courtId, courtId), eq(n.invitationId, input.invitationId), ne(n.kind, "reminder")))
      .limit(1);
    const isSilent = await askOnce(command, input.invitationId, notice?.id ?? null);
    await command.record({
      caseId: command.theCase().id,
      data: { invitationId: input.invitationId, isSilent },
    });
    return ok({ isSilent });
  },
});
