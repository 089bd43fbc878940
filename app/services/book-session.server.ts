import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { ok, refuse } from "~/domain/result";
import type { BookingWarning } from "~/domain/scheduling/booking-warnings";
import { claim, insertBooking, intervalOf } from "./booking.server";
import { verb } from "./command.server";
import { inviteAll } from "./invitations.server";
import { actorIdOf } from "./record.server";
import { nextSession, sessionsAhead } from "./session-cases.server";
import { advance, effectsOf } from "./transition.server";

export const sessionTime = {
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong"),
  mode: z.enum(SESSION_MODES),
  roomId: z.string().uuid("idMalformed").nullish(),
} as const;

type Warned = {
  readonly code: BookingWarning;
  readonly caseId: string;
  /** The other session, and when it begins. */
  readonly sessionId: string;
  readonly startAt: string;
};

/**
 * Books a mediation session for one or several cases of one mediator, for everybody at once; or keeps the time for a
 * while (`hold`). A case may meet twice, so a session that is planned already is answered as a warning and stops nothing.
 */
export const bookSession = verb({
  name: "book-session",
  ability: "book-session",
  input: z.object({
    caseIds: z.array(z.string().uuid("idMalformed")).min(1, "required").max(50),
    ...sessionTime,
    hold: z.boolean().default(false),
  }),
  cases: (input) => input.caseIds,
  run: async (command) => {
    const { tx, courtId, cases, input, now, settings, actor } = command;
    const mediatorIds = new Set(cases.map((row) => row.mediatorId));
    const [mediatorId] = mediatorIds;
    if (mediatorIds.size !== 1 || !mediatorId)
      return refuse("invalidInput", { fields: { caseIds: ["oneMediator"] } });
    // Time first: it is what rivals lose by, and a loser then costs the least.
    const claimed = await claim(command, {
      interval: intervalOf(input.startAt, input.minutes),
      mode: input.mode,
      roomId: input.roomId ?? null,
    });
    if (!claimed.ok) return claimed;
    const advanced = [];
    for (const row of cases) {
      const step = await advance(command, row, { event: "bookSession" });
      if (!step.ok) return step;
      advanced.push(step);
    }
    const ahead = await sessionsAhead(
      command,
      cases.map((row) => row.id),
    );
    const sessionId = uuidv7();
    await tx.insert(schema.sessions).values({
      courtId,
      id: sessionId,
      mode: input.mode,
      status: "planned",
      mediatorId,
      lawyerId: cases.find((row) => row.lawyerId)?.lawyerId ?? null,
      roomId: input.mode === "phone" ? null : (input.roomId ?? null),
      createdAt: now,
    });
    await tx
      .insert(schema.sessionCases)
      .values(cases.map((row, ordinal) => ({ courtId, sessionId, caseId: row.id, ordinal })));
    const holdUntil = input.hold ? now.plus({ minutes: settings.holdMinutes }) : null;
    const bookingId = await insertBooking(command, sessionId, claimed, actorIdOf(actor), holdUntil);
    if (!holdUntil) await inviteAll(command, sessionId, 0, claimed.people);
    for (const step of advanced) {
      await nextSession(command, step.row.id);
      await command.record({
        caseId: step.row.id,
        data: {
          sessionId,
          bookingId,
          startAt: claimed.range.start.toUTC().toISO(),
          minutes: input.minutes,
          mode: input.mode,
          held: input.hold,
        },
        effects: holdUntil ? [] : effectsOf(step, { sessionId, sequence: 0 }),
      });
    }
    const warnings: readonly Warned[] = ahead.map((one) => ({
      code: "alsoPlanned",
      caseId: one.caseId,
      sessionId: one.sessionId,
      startAt: one.startAt,
    }));
    return ok({ sessionId, bookingId, holdUntil: holdUntil?.toUTC().toISO() ?? null, warnings });
  },
});
