import { DateTime } from "luxon";
import { z } from "zod";
import { toMinutes } from "~/domain/scheduling/minutes";
import { idText } from "./case-act.server";
import { iso, isoOf } from "./iso.server";
import { query } from "./query.server";
import { displacedBy, proposals } from "./replan.server";
import { roomsOf } from "./session-people.server";

/** Somebody of the roster or a room, away for a time given as instants. */
export const awayShape = {
  mediatorId: idText.optional(),
  roomId: idText.optional(),
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  endAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
} as const;

/**
 * What would have to move if somebody were away, and where to: only sessions that need him then, each with the time that
 * is proposed or none. Changes nothing; `replan-sessions` does what was looked at here. Instants ISO in UTC.
 */
export const replanQuery = query({
  name: "replan",
  ability: "replan-sessions",
  input: z.object({ ...awayShape, days: z.coerce.number().int().min(1).max(92).default(28) }),
  run: async (question) => {
    const { tx, courtId, input } = question;
    const away = { start: DateTime.fromISO(input.startAt), end: DateTime.fromISO(input.endAt) };
    const resourceId = input.mediatorId ?? input.roomId;
    const isAway = resourceId !== undefined && away.start < away.end;
    const displaced = isAway ? await displacedBy(tx, courtId, resourceId, away) : [];
    const interval = { from: toMinutes(away.start), to: toMinutes(away.end) };
    const found =
      isAway && displaced.length
        ? await proposals(question, displaced, { resourceId, interval }, input.days)
        : [];
    const rooms = await roomsOf(tx, courtId);
    const roomOf = (id: string | null | undefined) => {
      const room = rooms.find((one) => one.resourceId === id);
      return room ? { roomId: room.resourceId, name: room.label, nameEn: room.labelEn } : null;
    };
    return {
      total: found.length,
      moves: found.map(({ session, people, slot, dueOn }) => ({
        sessionId: session.sessionId,
        version: session.version,
        mode: session.mode,
        dueOn,
        cases: session.cases.map((row) => ({
          caseId: row.id,
          number: row.caseNo ?? row.registrationNo,
          claimantNames: row.claimantNames,
          respondentNames: row.respondentNames,
        })),
        people: people.length,
        before: {
          startAt: iso(session.during.start),
          endAt: iso(session.during.end),
          room: roomOf(session.roomId),
        },
        after: slot
          ? {
              startAt: isoOf(slot.from),
              endAt: isoOf(slot.to),
              room: roomOf(slot.roomId),
              provisional: slot.provisional,
            }
          : null,
      })),
    };
  },
});
