import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema } from "#db/client";
import { remindersFor, silentAt } from "~/domain/notices/reminders";
import { checkSession } from "../calendar-conflicts.server";
import { courtDay, type Deps } from "../deps.server";
import { planDeeds } from "../outbox.server";
import { settingsOn } from "../settings.server";
import { type Handler, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";
import type { Invitation } from "./session-card.server";
import { type SessionNotice, sessionNotice } from "./session-notice.server";

/**
 * Plans what follows a side's invitation: its reminders, and the hour by which it should have answered. No record of its
 * own: it follows from the recorded act that owed the invitation, and comes to nothing once that is overtaken.
 */
async function planAfter(deps: Deps, invitation: Invitation, { notice, to }: SessionNotice): Promise<void> {
  if (!to.party || invitation.method === "CANCEL" || !notice.facts.startAt) return;
  const { courtId, caseId, sessionId, id: invitationId, sequence } = invitation;
  const now = deps.clock.now();
  const startAt = DateTime.fromISO(notice.facts.startAt);
  if (startAt <= now) return;
  const payload = { caseId, sessionId, invitationId, sequence };
  const revision = `${invitationId}:${sequence}`;
  await deps.db.withCourt(courtId, async (tx) => {
    const settings = await settingsOn(tx, courtId, courtDay(now));
    const reminders = remindersFor({ startAt, hours: settings.reminders, now });
    await planDeeds(tx, courtId, [
      ...reminders.map(({ hours, at }) => ({
        effect: "remindSession" as const,
        key: `remind:${revision}:${hours}`,
        payload: { ...payload, hours },
        runAt: at,
      })),
      {
        effect: "noteSilence" as const,
        key: `silent:${revision}`,
        payload,
        runAt: silentAt({ sentAt: now, startAt, hours: settings.silentHours }),
      },
    ]);
  });
}

/** Tells everybody of this case who is owed the revision; a revision overtaken by a newer one is left to that one. */
export const sendInvitations: Handler = async (deps, job) => {
  const i = schema.invitations;
  const sessionId = job.payload.sessionId;
  if (typeof sessionId !== "string") return;
  const owed = await deps.db.withCourt(job.courtId, (tx) =>
    tx
      .select()
      .from(i)
      .where(
        and(
          eq(i.courtId, job.courtId),
          eq(i.sessionId, sessionId),
          eq(i.caseId, textOf(job, "caseId")),
          eq(i.sequence, Number(job.payload.sequence)),
        ),
      )
      .orderBy(i.id),
  );
  // What has come into somebody's own calendar since the booking is put before a person; the invitation goes all the same.
  if (owed.some((one) => one.method === "REQUEST")) await checkSession(deps, job.courtId, sessionId);
  let failure: unknown = null;
  for (const invitation of owed) {
    const told = await sessionNotice(deps, invitation);
    await planAfter(deps, invitation, told);
    // One whose server is down keeps nobody else from being told.
    await postNotice(deps, told.court, told.notice).catch((error: unknown) => {
      failure = failure ?? error;
    });
  }
  if (failure) throw failure;
};
