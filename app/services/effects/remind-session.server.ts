import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema } from "#db/client";
import { asCourtId } from "~/domain/ids";
import { isQuiet, quietUntil } from "~/domain/notices/reminders";
import { execute } from "../command.server";
import type { Deps } from "../deps.server";
import { noteSilence as noteSilenceVerb } from "../note-silence.server";
import { type Handler, type Job, Postponed, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";
import type { Invitation } from "./session-card.server";
import { sessionNotice } from "./session-notice.server";

/** The invitation, as long as the revision for which the job was planned is the one that counts. */
async function standing(deps: Deps, job: Job): Promise<Invitation | null> {
  const i = schema.invitations;
  const [row] = await deps.db.withCourt(job.courtId, (tx) =>
    tx
      .select()
      .from(i)
      .where(and(eq(i.courtId, job.courtId), eq(i.id, textOf(job, "invitationId")))),
  );
  return row?.method === "REQUEST" && row.sequence === Number(job.payload.sequence) ? row : null;
}

/** Reminds of a session that still stands as it was told; at night it waits for the morning, after the start for nothing. */
export const remindSession: Handler = async (deps, job) => {
  const invitation = await standing(deps, job);
  if (!invitation) return;
  const now = deps.clock.now();
  const key = `reminder:${invitation.id}:${invitation.sequence}:${Number(job.payload.hours)}`;
  const { card, court, notice } = await sessionNotice(deps, invitation, key);
  const startAt = DateTime.fromISO(notice.facts.startAt ?? card.startAt);
  if (card.isOver || startAt <= now) return;
  if (isQuiet(now)) {
    const morning = quietUntil(now);
    if (morning < startAt) throw new Postponed(morning);
    return;
  }
  await postNotice(deps, court, notice);
};

/** Nobody has answered: a person is told, and the next way is tried. */
export const noteSilence: Handler = async (deps, job) => {
  const invitation = await standing(deps, job);
  if (invitation?.reply !== "needsAction") return;
  const actor = { kind: "job", courtId: asCourtId(job.courtId), name: "notices" } as const;
  await execute(deps, actor, noteSilenceVerb, { invitationId: invitation.id });
};
