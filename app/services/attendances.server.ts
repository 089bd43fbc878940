import { and, eq, inArray } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { ATTENDANCE_STATUSES } from "~/domain/mediation/sessions";
import { ok, type Result, refuse } from "~/domain/result";
import { flag } from "./case-act.server";
import type { Command } from "./command.server";

export const attendanceSchema = z.object({
  partyId: z.string().uuid("idMalformed"),
  status: z.enum(ATTENDANCE_STATUSES),
  identityChecked: flag.default(false),
  /** Who came for the party, if an agent did. */
  agentId: z.string().uuid("idMalformed").nullish(),
  arrivedAt: z.string().datetime({ offset: true, message: "instantMalformed" }).nullish(),
});
export type AttendanceInput = z.output<typeof attendanceSchema>;

/** Keeps who came and whose identity was checked, party by party; a later entry corrects an earlier one of the same session. */
export async function keepAttendances(
  command: Command<unknown>,
  sessionId: string,
  given: readonly AttendanceInput[],
): Promise<Result<{ caseIds: ReadonlySet<string> }>> {
  const { tx, courtId, cases, now } = command;
  if (!given.length) return ok({ caseIds: new Set<string>() });
  const p = schema.parties;
  const known = await tx
    .select({ id: p.id, caseId: p.caseId })
    .from(p)
    .where(
      and(
        eq(p.courtId, courtId),
        inArray(
          p.caseId,
          cases.map((row) => row.id),
        ),
      ),
    );
  const t = schema.attendances;
  for (const one of given) {
    const party = known.find((row) => row.id === one.partyId);
    if (!party) return refuse("partyUnknown", { fields: { attendances: ["partyUnknown"] } });
    const values = {
      status: one.status,
      identityChecked: one.identityChecked && one.status !== "absent",
      agentId: one.agentId ?? null,
      arrivedAt: one.arrivedAt ? DateTime.fromISO(one.arrivedAt) : null,
      recordedAt: now,
    };
    await tx
      .insert(t)
      .values({ courtId, sessionId, caseId: party.caseId, partyId: one.partyId, ...values })
      .onConflictDoUpdate({ target: [t.courtId, t.sessionId, t.caseId, t.partyId], set: values });
  }
  const caseIds = new Set(
    given.flatMap((one) => known.filter((row) => row.id === one.partyId).map((row) => row.caseId)),
  );
  return ok({ caseIds });
}
