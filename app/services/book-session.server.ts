import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { together } from "#db/client";
import { insertAll } from "#db/insert-rows";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { ok, refuse } from "~/domain/result";
import type { BookingWarning } from "~/domain/scheduling/booking-warnings";
import { fromMinutes } from "~/domain/scheduling/minutes";
import { bookingRows, intervalOf } from "./booking.server";
import { alternativesAfter } from "./booking-alternatives.server";
import { lostAtAGlance, stillSeen } from "./booking-glance.server";
import type { BookingWish } from "./booking-wish.server";
import { lookAt, viewFor } from "./claims.server";
import { type CaseRow, verb } from "./command.server";
import { decideOn } from "./deciding.server";
import { invitationRows } from "./invitations.server";
import { iso } from "./iso.server";
import { allowWay, meetingShape } from "./meeting-way.server";
import { closeOffer, openOffers } from "./offers.server";
import { keepOverrides, overrideShape } from "./overrides.server";
import { sessionRows } from "./planned-session.server";
import { actorIdOf } from "./record.server";
import { sessionsAhead } from "./session-cases.server";
import { carryOut, effectsOf, turned } from "./transition.server";

export const sessionTime = {
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong"),
  mode: z.enum(SESSION_MODES),
  roomId: z.string().uuid("idMalformed").nullish(),
} as const;

const timeShape = z.object(sessionTime);
export type SessionTime = z.output<typeof timeShape>;

export const wishIn = ({ startAt, minutes, mode, roomId }: SessionTime): BookingWish => ({
  interval: intervalOf(startAt, minutes),
  mode,
  roomId: roomId ?? null,
});

const arriveInTime = (input: { readonly minutes: number; readonly arriveAfterMinutes: readonly number[] }) =>
  input.arriveAfterMinutes.every((one) => one < input.minutes);

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
    ...meetingShape,
    ...overrideShape,
    /** In a joint session: when each case's people arrive, in minutes after the start, in the order of the cases. */
    arriveAfterMinutes: z.array(z.coerce.number().int().min(0)).max(50).default([]),
    hold: z.boolean().default(false),
  }),
  cases: (input) => input.caseIds,
  run: async (command) => {
    const { cases, input, now, settings } = command;
    const caseIds = cases.map((row) => row.id);
    const mediatorIds = new Set(cases.map((row) => row.mediatorId));
    const [mediatorId] = mediatorIds;
    if (mediatorIds.size !== 1 || !mediatorId)
      return refuse("invalidInput", { fields: { caseIds: ["oneMediator"] } });
    if (!arriveInTime(input))
      return refuse("invalidInput", { fields: { arriveAfterMinutes: ["afterTheEnd"] } });
    const wishes = [wishIn(input)];
    const [first, decisions, ahead] = await together([
      Promise.resolve(stillSeen(input, cases) ?? viewFor(command, wishes)),
      together(cases.map(async (row) => ({ row, decision: await decideOn(command, row, "bookSession") }))),
      sessionsAhead(command, caseIds),
    ]);
    // A time that an offer keeps for one of the cases is theirs to take; the offer ends with the booking.
    const ended = first.hasOpenOffer && !input.hold ? await openOffers(command, caseIds) : [];
    for (const offer of ended) await closeOffer(command, offer, { status: "withdrawn" });
    const looked = lookAt(
      command,
      ended.length ? await viewFor(command, wishes) : first,
      wishes,
      input.override,
    );
    if (!looked.ok) return looked;
    const way = await allowWay(command, input);
    if (!way.ok) return way;
    const decided = [];
    for (const { row, decision } of decisions) {
      if (!decision.ok) return decision;
      decided.push({ row, decision });
    }
    // From here on rivals wait: only what has to be written is left, and it is sent together.
    const claimed = await looked.take();
    if (!claimed.ok) return claimed;
    const [time] = claimed.claims;
    if (!time) throw new Error("book-session: a claim without a time");
    const start = fromMinutes(time.interval.from);
    const holdUntil = input.hold ? now.plus({ minutes: settings.holdMinutes }) : null;
    const sessionId = uuidv7();
    const where = { mode: time.mode, roomId: time.roomId, place: way.place };
    const isNext = ({ nextSessionAt }: CaseRow) => !holdUntil && (!nextSessionAt || start < nextSessionAt);
    const bookingId = uuidv7();
    const invited = holdUntil ? [] : [...claimed.people, ...claimed.unrepresented];
    const written = insertAll([
      ...sessionRows(command, cases, mediatorId, where, input.arriveAfterMinutes, sessionId),
      ...bookingRows(command, time, sessionId, holdUntil ? { until: holdUntil } : null, bookingId),
      invitationRows(command, sessionId, 0, invited),
    ]);
    if (written) command.send(command.tx.execute(written));
    for (const { row, decision } of decided)
      command.send(carryOut(command, row, { change: isNext(row) ? { nextSessionAt: start } : {} }, decision));
    const overrides = await keepOverrides(command, bookingId, claimed.over, input.override);
    for (const offer of ended) await closeOffer(command, offer, { status: "booked", sessionId });
    for (const { row, decision } of decided)
      await command.record({
        caseId: row.id,
        data: {
          sessionId,
          version: 0,
          bookingId,
          startAt: iso(start),
          minutes: input.minutes,
          mode: input.mode,
          held: input.hold,
          ...(overrides.length ? { overrides } : {}),
        },
        effects: holdUntil
          ? []
          : effectsOf({ decision, row: { ...row, ...turned(row, decision) } }, { sessionId, sequence: 0 }),
      });
    const warnings: readonly Warned[] = ahead.map((one) => ({
      code: "alsoPlanned",
      caseId: one.caseId,
      sessionId: one.sessionId,
      startAt: one.startAt,
    }));
    return ok({ sessionId, bookingId, holdUntil: holdUntil?.toUTC().toISO() ?? null, warnings });
  },
  glance: async (input, at) =>
    input.override || !arriveInTime(input) ? null : lostAtAGlance(at, input, wishIn(input)),
  rivals: ({ startAt, roomId }, actor) =>
    [roomId, actorIdOf(actor)].flatMap((one) => (one ? [`${one} ${Date.parse(startAt)}`] : [])),
  afterRefusal: (input, refusal) => alternativesAfter(refusal, { caseIds: input.caseIds }, wishIn(input)),
});
