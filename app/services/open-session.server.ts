import { z } from "zod";
import { isBeforeItsDay } from "~/domain/mediation/sessions";
import { ok, refuse } from "~/domain/result";
import { attendanceSchema, keepAttendances } from "./attendances.server";
import { activeBooking } from "./booking.server";
import { flag } from "./case-act.server";
import { verb } from "./command.server";
import { happenedShape } from "./happened.server";
import { caseIdsOfSession } from "./session-cases.server";
import { advanceEach, sessionOf, setSession } from "./session-row.server";

/**
 * Opens a booked session: identities checked, rights and duties read out (INV 14, ONL 17). On its own court day at any
 * hour; one booked for a later day is refused (`guardFailed`, onItsDay) unless it is entered late as what took place
 * before, with reason and evidence, and then counts from when it happened.
 */
export const openSession = verb({
  name: "open-session",
  ability: "open-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    identityChecked: flag.default(false),
    rightsRead: flag.default(false),
    attendances: z.array(attendanceSchema).max(100).default([]),
    ...happenedShape,
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input, tx, courtId } = command;
    const session = await sessionOf(command, input.sessionId);
    const booking = await activeBooking(tx, courtId, input.sessionId);
    if (session.status !== "planned" || booking?.status !== "booked") return refuse("slotUnknown");
    const { start } = booking.during;
    const opened = await advanceEach(command, "open-session", "openSession", (_row, at) => ({
      identityChecked: input.identityChecked,
      rightsRead: input.rightsRead,
      beforeItsDay: isBeforeItsDay(start, at),
    }));
    if (!opened.ok) return opened;
    const kept = await keepAttendances(command, input.sessionId, input.attendances);
    if (!kept.ok) return kept;
    await setSession(command, input.sessionId, { status: "open", openedAt: opened.at });
    for (const { row } of opened.steps) {
      await command.record({
        caseId: row.id,
        happenedAt: opened.at,
        data: {
          sessionId: input.sessionId,
          identityChecked: true,
          rightsRead: true,
          ...(opened.late ? { late: true } : {}),
        },
      });
    }
    return ok({ sessionId: input.sessionId });
  },
});
