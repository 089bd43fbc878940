import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import type { WorkCalendar } from "~/domain/cases/calendar";
import { type Clock, explainClock } from "~/domain/cases/clocks";
import { CONSENT_CHANNELS, type ConsentKind } from "~/domain/mediation/consents";
import { courtCalendar } from "./calendar.server";
import { idText } from "./case-act.server";
import { refreshDue } from "./case-due.server";
import { asClock, type ClockRow, mediationDueOn, runningClocks, storeClock } from "./clocks.server";
import type { Command } from "./command.server";

/** Who of the parties agrees, and how that was given. */
export const consentsShape = z
  .array(z.object({ partyId: idText, how: z.enum(CONSENT_CHANNELS).default("onPaper") }))
  .min(1, "required");
export type Consents = z.output<typeof consentsShape>;

export type Running = { readonly row: ClockRow; readonly clock: Clock; readonly calendar: WorkCalendar };

/** The clock that limits this mediation, if it runs already. */
export async function mediationClockOf(
  command: Pick<Command<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<Running | null> {
  const rows = await runningClocks(command.tx, command.courtId, caseId);
  const dueOn = mediationDueOn(rows);
  const row = rows.find(
    (one) => one.dueOn === dueOn && ["T06", "T06b", "T07", "T08", "T09"].includes(one.rule),
  );
  return row
    ? { row, clock: asClock(row), calendar: await courtCalendar(command.tx, command.courtId) }
    : null;
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
