import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { attendanceSchema, keepAttendances } from "./attendances.server";
import { verb } from "./command.server";
import { caseIdsOfSession } from "./session-cases.server";
import { sessionOf } from "./session-row.server";

/** Who came, who was late, who was represented, whose identity was checked: entered before, during or after the meeting. */
export const recordAttendance = verb({
  name: "record-attendance",
  ability: "open-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    attendances: z.array(attendanceSchema).min(1, "required").max(100),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input } = command;
    const session = await sessionOf(command, input.sessionId);
    if (session.status === "cancelled") return refuse("slotUnknown");
    const kept = await keepAttendances(command, input.sessionId, input.attendances);
    if (!kept.ok) return kept;
    for (const caseId of kept.caseIds) {
      await command.record({
        caseId,
        data: {
          sessionId: input.sessionId,
          entries: input.attendances.map((one) => `${one.partyId}:${one.status}:${one.identityChecked}`),
        },
      });
    }
    return ok({ sessionId: input.sessionId, recorded: input.attendances.length });
  },
});
