import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { type Clock, explainClock, resumeClock, suspendClock } from "~/domain/cases/clocks";
import { CONSENT_CHANNELS, type ConsentKind } from "~/domain/mediation/consents";
import { ok } from "~/domain/result";
import { heldCalendar, type VersionedCalendar } from "./calendar.server";
import { idText } from "./case-act.server";
import { refreshDue } from "./case-due.server";
import { asClock, type ClockRow, limitingClock, runningClocks, storeClock } from "./clocks.server";
import type { Command } from "./command.server";

/** Who of the parties agrees, and how that was given. */
export const consentsShape = z
  .array(z.object({ partyId: idText, how: z.enum(CONSENT_CHANNELS).default("onPaper") }))
  .min(1, "required");
export type Consents = z.output<typeof consentsShape>;

export type Running = { readonly row: ClockRow; readonly clock: Clock; readonly calendar: VersionedCalendar };

/** The clock that limits this mediation, if it runs already. */
export async function mediationClockOf(
  command: Pick<Command<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<Running | null> {
  const row = limitingClock(await runningClocks(command.tx, command.courtId, caseId));
  return row ? { row, clock: asClock(row), calendar: await heldCalendar(command.tx, command.courtId) } : null;
}

/** The last day that the changed clock would have. */
export const dueOnOf = (running: Running, clock: Clock, today: string): string =>
  explainClock(clock, running.calendar, today).dueOn;

/** Stores the changed clock and puts the most pressing one beside the case again. Answers the new last day. */
export async function changeClock(
  command: Command<unknown>,
  running: Running,
  clock: Clock,
): Promise<string> {
  const dueOn = await storeClock(command.tx, running.row, clock, running.calendar, command.today);
  await refreshDue(command, running.row.caseId);
  return dueOn;
}

/**
 * The case is halted 中止 from this court day on, or goes on again: every running clock that a halt stops. What a halt does
 * not stop runs on. Answers the rules that changed.
 */
export async function haltClocks(
  command: Command<unknown>,
  caseId: string,
  halt: { fromOn: string } | { toOn: string },
): Promise<ClockCode[]> {
  const { tx, courtId, today } = command;
  const calendar = await heldCalendar(tx, courtId);
  const changed: ClockCode[] = [];
  for (const row of await runningClocks(tx, courtId, caseId)) {
    const clock = asClock(row);
    const halted =
      "fromOn" in halt ? suspendClock(clock, halt.fromOn) : ok({ clock: resumeClock(clock, halt.toOn) });
    if (!halted.ok) continue;
    await storeClock(tx, row, halted.clock, calendar, today);
    changed.push(row.rule);
  }
  await refreshDue(command, caseId);
  return changed;
}

/** Keeps each party's consent to one thing. */
export async function keepConsents(
  command: Command<unknown>,
  caseId: string,
  consents: Consents,
  of: { kind: ConsentKind; subjectId: string | null; until: string | null; at: DateTime },
): Promise<void> {
  const { tx, courtId, now } = command;
  await tx.insert(schema.consents).values(
    consents.map((one) => ({
      courtId,
      id: uuidv7(),
      caseId,
      partyId: one.partyId,
      kind: of.kind,
      subjectId: of.subjectId,
      decision: "agreed" as const,
      how: one.how,
      until: of.until,
      happenedAt: of.at,
      recordedAt: now,
    })),
  );
}
