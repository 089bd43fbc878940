import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { type Command, verb } from "./command.server";
import { iso } from "./iso.server";
import { perform } from "./perform.server";
import { actorIdOf } from "./record.server";
import { rescheduleSession } from "./reschedule-session.server";
import { caseIdsOfSession } from "./session-cases.server";
import { seenVersion } from "./session-version.server";
import { closeTask } from "./tasks.server";

type Proposal = typeof schema.counterProposals.$inferSelect;
const shape = { sessionId: idText, proposalId: idText } as const;

async function openProposal(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  { sessionId, proposalId }: { sessionId: string; proposalId: string },
): Promise<Proposal | null> {
  const t = schema.counterProposals;
  const [row] = await tx
    .select()
    .from(t)
    .where(
      and(eq(t.courtId, courtId), eq(t.id, proposalId), eq(t.sessionId, sessionId), eq(t.status, "open")),
    )
    .for("update");
  return row ?? null;
}

async function everyParty({ tx, courtId, cases }: Command<unknown>): Promise<string[]> {
  const all = [];
  for (const row of cases) all.push(...(await partiesOfCase(tx, courtId, row.id)));
  return all.map((party) => party.id);
}

async function decided(
  { tx, courtId, now, actor }: Command<unknown>,
  proposal: Proposal,
  status: "accepted" | "declined",
): Promise<void> {
  const t = schema.counterProposals;
  await tx
    .update(t)
    .set({ status, decidedAt: now, byId: actorIdOf(actor) })
    .where(and(eq(t.courtId, courtId), eq(t.id, proposal.id)));
  await closeTask(tx, {
    courtId,
    key: `counterProposal:${proposal.id}`,
    now,
    byId: actorIdOf(actor),
    outcome: status,
  });
}

/**
 * Moves the session to the time that an invited person proposed, in the same way and room, if everybody else can: it is a
 * move like any other, and everybody is invited anew.
 */
export const acceptCounter = verb({
  name: "accept-counter",
  ability: "reschedule-session",
  input: z.object({
    ...shape,
    version: seenVersion,
    reason: z.string().trim().min(1, "required").max(300, "tooLong"),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, input } = command;
    const proposal = await openProposal(command, input);
    if (!proposal) return refuse("offerClosed");
    const s = schema.sessions;
    const [session] = await tx
      .select({ mode: s.mode, roomId: s.roomId, place: s.place })
      .from(s)
      .where(and(eq(s.courtId, courtId), eq(s.id, input.sessionId)));
    if (!session) return refuse("slotUnknown");
    const { start, end } = proposal.during;
    await decided(command, proposal, "accepted");
    const moved = await perform(command, rescheduleSession, {
      sessionId: input.sessionId,
      startAt: iso(start),
      minutes: end.diff(start, "minutes").minutes,
      mode: session.mode,
      roomId: session.roomId,
      // The way of meeting stays, and with it what was agreed about it.
      ...(session.place && { place: session.place, courtConsents: true }),
      ...(session.mode === "videoSplit" && { consentingPartyIds: await everyParty(command) }),
      version: input.version,
      reason: input.reason,
    });
    if (!moved.ok) return moved;
    return ok({ proposalId: proposal.id, sessionId: input.sessionId });
  },
});

/** Keeps the session where it is; the proposer's calendar is told so. */
export const declineCounter = verb({
  name: "decline-counter",
  ability: "reschedule-session",
  input: z.object(shape),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input } = command;
    const proposal = await openProposal(command, input);
    if (!proposal) return refuse("offerClosed");
    await decided(command, proposal, "declined");
    const { caseId, invitationId } = proposal;
    await command.record({
      caseId,
      data: { sessionId: input.sessionId, proposalId: proposal.id },
      effects: [
        {
          effect: "declineCounter",
          key: `declineCounter:${proposal.id}`,
          payload: { caseId, invitationId, proposalId: proposal.id },
        },
      ],
    });
    return ok({ proposalId: proposal.id, sessionId: input.sessionId });
  },
});
