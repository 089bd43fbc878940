import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { SESSION_RESULTS } from "~/domain/mediation/sessions";
import { ok, refuse } from "~/domain/result";
import { attendanceSchema, keepAttendances } from "./attendances.server";
import { verb } from "./command.server";
import { happenedShape } from "./happened.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { advanceEach, sessionOf, setSession } from "./session-row.server";

/** Ends an open session with one result per case; the booked time stays what it was. */
export const closeSession = verb({
  name: "close-session",
  ability: "close-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    results: z
      .array(
        z.object({
          caseId: z.string().uuid("idMalformed"),
          result: z.enum(SESSION_RESULTS),
          nextStep: z.string().trim().max(300, "textTooLong").optional(),
        }),
      )
      .min(1, "required"),
    attendances: z.array(attendanceSchema).max(100).default([]),
    ...happenedShape,
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input, tx, courtId, cases } = command;
    const session = await sessionOf(command, input.sessionId);
    if (session.status !== "open") return refuse("slotUnknown");
    const missing = cases.filter((row) => !input.results.some((one) => one.caseId === row.id));
    if (missing.length || input.results.length !== cases.length)
      return refuse("invalidInput", { fields: { results: ["required"] } });
    const closed = await advanceEach(command, "close-session", "closeSession", {});
    if (!closed.ok) return closed;
    const kept = await keepAttendances(command, input.sessionId, input.attendances);
    if (!kept.ok) return kept;
    const sc = schema.sessionCases;
    for (const one of input.results) {
      await tx
        .update(sc)
        .set({ outcome: one.result, nextStep: one.nextStep ?? null })
        .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, input.sessionId), eq(sc.caseId, one.caseId)));
    }
    await setSession(command, input.sessionId, { status: "held", endedAt: closed.at });
    for (const { row } of closed.steps) {
      await nextSession(command, row.id);
      await command.record({
        caseId: row.id,
        happenedAt: closed.at,
        data: {
          sessionId: input.sessionId,
          result: input.results.find((one) => one.caseId === row.id)?.result ?? null,
        },
      });
    }
    return ok({ sessionId: input.sessionId });
  },
});
