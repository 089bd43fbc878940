import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { wholeRows } from "#db/whole-rows";
import { type ClockChoices, ruleInCourt } from "~/domain/cases/clock-choices";
import type { ClockCode } from "~/domain/cases/clock-codes";
import {
  CLOCK_RULES,
  MEDIATION_PERIODS,
  mediationRule,
  reviewRule,
  trialRule,
} from "~/domain/cases/clock-rules";
import { type Clock, explainClock, startClock } from "~/domain/cases/clocks";
import type { ClockGroup, RowClock } from "~/domain/cases/event-row";
import type { Procedure } from "~/domain/cases/routes";
import { heldCalendar, type VersionedCalendar } from "./calendar.server";
import type { CaseRow } from "./command.server";

export type ClockRow = typeof schema.clocks.$inferSelect;

export const asClock = (row: ClockRow): Clock => ({
  code: row.rule,
  startOn: row.startOn,
  length: row.length,
  unit: row.unit,
  extensions: row.extensions,
  exclusions: row.exclusions,
  suspensions: row.suspensions,
});

export const runningClocks = (tx: Tx, courtId: string, caseId: string): Promise<ClockRow[]> =>
  wholeRows(
    tx,
    schema.clocks,
    sql`where court_id = ${courtId} and case_id = ${caseId}::uuid and ended_at is null`,
  );

const GROUPS: Readonly<Record<ClockGroup, readonly ClockCode[]>> = {
  mediation: MEDIATION_PERIODS,
  acceptance: ["T12", "L07"],
  decision: ["T13", "L07"],
  trial: ["T18", "T19", "T20"],
};
const isGroup = (clock: RowClock): clock is ClockGroup => clock in GROUPS;
const codesOf = (clock: RowClock): readonly ClockCode[] => (isGroup(clock) ? GROUPS[clock] : [clock]);

function ruleFor(clock: RowClock, row: CaseRow, choice: ClockChoice) {
  if (clock === "mediation")
    return mediationRule({
      regime: row.regime,
      intake: row.intake,
      procedure: row.procedureHint,
      medicalCommittee: choice.medicalCommittee ?? false,
    });
  if (clock === "trial")
    return trialRule(choice.procedure ?? (row.procedureHint === "summary" ? "summary" : "ordinarySole"));
  if (clock === "acceptance" || clock === "decision") return reviewRule(clock, row.route);
  return CLOCK_RULES[clock];
}

export type ClockChoice = { medicalCommittee?: boolean; procedure?: Procedure };

/**
 * Starts and stops the clocks an event names. `startOn` is the court day of the act itself (发生时间), not of its entry
 * (INV 27, ONL 24). A clock that runs already is left alone: a second acceptance gives no new period.
 */
export async function turnClocks(
  tx: Tx,
  row: CaseRow,
  turn: { starts: readonly RowClock[]; stops: readonly RowClock[] },
  when: { startOn: string; today: string; endedAt: DateTime; choices: ClockChoices },
  choice: ClockChoice = {},
): Promise<void> {
  // Held before any clock's row is touched: a change of calendar waits for it, and goes through the clocks after it.
  const calendar = turn.starts.length ? await heldCalendar(tx, row.courtId) : null;
  const stops = turn.stops.flatMap(codesOf);
  const t = schema.clocks;
  if (stops.length) {
    await tx
      .update(t)
      .set({ endedAt: when.endedAt })
      .where(
        and(eq(t.courtId, row.courtId), eq(t.caseId, row.id), isNull(t.endedAt), inArray(t.rule, [...stops])),
      );
  }
  if (calendar) {
    const running = new Set((await runningClocks(tx, row.courtId, row.id)).map((one) => one.rule));
    const rows = newClocks(row, turn.starts, calendar, when, choice, running);
    if (rows.length) await tx.insert(t).values(rows);
  }
}

type When = { readonly startOn: string; readonly today: string; readonly choices: ClockChoices };

type Started = { readonly clock: Clock; readonly sentence: ReturnType<typeof explainClock> };
const started = new WeakMap<VersionedCalendar, Map<string, Started>>();

/** A clock as it starts on a day, with where it ends: the same for the thousand cases of a sheet. */
function startedOn(
  rule: Parameters<typeof startClock>[0],
  calendar: VersionedCalendar,
  { startOn, today }: When,
): Started {
  const known = started.get(calendar) ?? new Map<string, Started>();
  started.set(calendar, known);
  const key = `${rule.code} ${rule.length} ${rule.unit} ${startOn} ${today}`;
  const clock = startClock(rule, startOn);
  const made = known.get(key) ?? { clock, sentence: explainClock(clock, calendar, today) };
  known.set(key, made);
  return made;
}

/** The rows of the clocks that a case starts, but for those of what runs already. */
export function newClocks(
  row: CaseRow,
  starts: readonly RowClock[],
  calendar: VersionedCalendar,
  when: When,
  choice: ClockChoice = {},
  running: ReadonlySet<ClockCode> = new Set(),
) {
  return starts.flatMap((start) => {
    const rule = ruleInCourt(ruleFor(start, row, choice), when.choices);
    if (
      !rule ||
      rule.length === null ||
      running.has(rule.code) ||
      codesOf(start).some((code) => running.has(code))
    )
      return [];
    const { clock, sentence } = startedOn(rule, calendar, when);
    return [
      {
        courtId: row.courtId,
        id: uuidv7(),
        caseId: row.id,
        rule: rule.code,
        startOn: clock.startOn,
        length: clock.length,
        unit: clock.unit,
        extensions: [],
        exclusions: [],
        suspensions: [],
        dueOn: sentence.dueOn,
        provisional: sentence.provisional,
        calendarVersion: calendar.version,
      },
    ];
  });
}

/** Stores a clock that was extended, excluded from or halted, with its new due date; `calendar` is the one held. */
export async function storeClock(
  tx: Tx,
  row: ClockRow,
  clock: Clock,
  calendar: VersionedCalendar,
  today: string,
): Promise<string> {
  const sentence = explainClock(clock, calendar, today);
  // Another last day is warned of anew, and its running out is another one.
  const anew = sentence.dueOn === row.dueOn ? {} : { warned: [], expiredAt: null };
  await tx
    .update(schema.clocks)
    .set({
      ...anew,
      extensions: [...clock.extensions],
      exclusions: [...clock.exclusions],
      suspensions: [...clock.suspensions],
      dueOn: sentence.dueOn,
      provisional: sentence.provisional,
      calendarVersion: calendar.version,
    })
    .where(and(eq(schema.clocks.courtId, row.courtId), eq(schema.clocks.id, row.id)));
  return sentence.dueOn;
}

/** Puts the case's most pressing clock beside it, so that the queue is one index walk. */
export async function pressing(
  tx: Tx,
  courtId: string,
  caseId: string,
): Promise<{ dueOn: string | null; dueRule: ClockCode | null }> {
  const t = schema.clocks;
  const [first] = await tx
    .select({ dueOn: t.dueOn, rule: t.rule })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.caseId, caseId), isNull(t.endedAt)))
    .orderBy(asc(t.dueOn))
    .limit(1);
  return { dueOn: first?.dueOn ?? null, dueRule: first?.rule ?? null };
}

/** The clock that limits this mediation, if it runs: one whose text was read. */
export const limitingClock = (clocks: readonly ClockRow[]): ClockRow | null =>
  clocks.find((one) => GROUPS.mediation.includes(one.rule) && CLOCK_RULES[one.rule].verified) ?? null;

/** The last day on which a session may lie: the mediation clock's, if one runs. */
export const mediationDueOn = (clocks: readonly ClockRow[]): string | null =>
  limitingClock(clocks)?.dueOn ?? null;
