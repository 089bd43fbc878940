import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client";
import { clockChoices, NO_CHOICES } from "~/domain/cases/clock-choices";
import { MOST_REMINDERS, REMINDER_HOURS } from "~/domain/notices/reminders";
import { MOST_WEIGHT, RULE_BOUNDS, type RuleNumber } from "~/domain/scheduling/court-rules";
import { rankingWeights } from "~/domain/scheduling/ranking";
import { TIME_WAYS } from "~/domain/scheduling/time-way";
import { remembered } from "./remembered.server";

const hours = z.array(
  z.object({
    weekday: z.number().int().min(1).max(7),
    fromMin: z.number().int(),
    toMin: z.number().int(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  }),
);

const bounded = (name: RuleNumber) => {
  const [least, most] = RULE_BOUNDS[name];
  return z.number().int().min(least).max(most);
};
const weight = (byDefault: number) => z.number().int().min(-MOST_WEIGHT).max(MOST_WEIGHT).default(byDefault);

/** The court's own rules, as data with a first and a last day; every default is stated here and nowhere else. */
const SETTINGS = {
  /** FilingRegime is kept apart, as `regime`: PRE_FILING until 2024-12-31, POST_FILING since (domain.md 1.1). */
  regime: z.enum(["PRE_FILING", "POST_FILING"]).default("POST_FILING"),
  courtHours: hours.default(
    [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, fromMin: 540, toMin: 690 },
      { weekday, fromMin: 810, toMin: 1020 },
    ]),
  ),
  /** Tries without success before a party counts as unreachable. */
  contactTries: z.number().int().min(1).default(3),
  /** An act entered later than this many hours after it happened needs a reason and evidence. */
  lateEntryHours: z.number().int().min(0).default(24),
  /** Does guiding the team's mediators or mediating bar a judge from the review (domain.md C9)? */
  barJudgeWhoMediated: z.boolean().default(true),
  barJudgeWhoGuided: z.boolean().default(false),
  /** Tiaosu issues official numbers itself; otherwise they are the court system's and are entered or imported. */
  issuesCaseNumbers: z.boolean().default(false),
  /**
   * The province's average annual wage as last published, dated from its publication: small claims are measured by it
   * (CPL 165, INT 272). `fen` for the whole of `year`; `source` names the bulletin. No default and none in the demo: the
   * figure for Beijing was not found (domain.md 1.13 Q2), and without it no amount counts as small.
   */
  averageWage: z
    .object({ fen: z.number().int().positive(), year: z.number().int(), source: z.string().min(1) })
    .nullable()
    .default(null),
  sessionMinutes: bounded("sessionMinutes").default(90),
  slotStepMinutes: bounded("slotStepMinutes").default(30),
  minimumNoticeMinutes: bounded("minimumNoticeMinutes").default(60),
  holdMinutes: bounded("holdMinutes").default(30),
  /** How the court finds a session's time, unless a case has its own way. */
  timeWay: z.enum(TIME_WAYS).default("notify"),
  /** How long a place that came free is kept for the waiting case to which it is offered. */
  freedPlaceHours: bounded("freedPlaceHours").default(4),
  /** How long the sides have to choose among offered times, which are kept for them meanwhile. */
  offerHours: bounded("offerHours").default(72),
  horizonDays: bounded("horizonDays").default(28),
  /** How many hours before a session its sides are reminded. */
  reminders: z
    .array(z.number().int().min(REMINDER_HOURS[0]).max(REMINDER_HOURS[1]))
    .max(MOST_REMINDERS)
    .default([72, 24, 2]),
  /** After how many hours an invitation without an answer is a task, and goes by the next way. */
  silentHours: bounded("silentHours").default(48),
  /** What makes one free time better than another, in points; a weight left out stays as it is here. */
  rankingWeights: z
    .object({
      dayLater: weight(rankingWeights.dayLater),
      residentDay: weight(rankingWeights.residentDay),
      contiguous: weight(rankingWeights.contiguous),
      partyPreference: weight(rankingWeights.partyPreference),
      batchContiguity: weight(rankingWeights.batchContiguity),
    })
    .prefault({}),
  /** Unread rules switched off, the lengths of the court's own limits, and when owners are warned. */
  clocks: clockChoices.default(NO_CHOICES),
  partyLinkDays: z.number().int().min(1).default(60),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [K in SettingName]: z.output<(typeof SETTINGS)[K]> };

/** The court's settings in force on a day (YYYY-MM-DD); a malformed stored value is a bug and throws. */
export async function settingsOn(tx: Tx, courtId: string, on: string): Promise<Settings> {
  const [row] = await tx.execute<{ settings: string }>(
    sql`select ${sql.raw(SETTINGS_COLUMN)} from (select ${courtId}::text as court, ${on}::text as today) as asked`,
  );
  return settingsIn(row?.settings ?? "[]");
}

/** A column of `asked` (court, today): the stored settings in force, as settingsIn reads them. */
export const SETTINGS_COLUMN = `
  (select coalesce(json_agg(json_build_array(s.key, s.value) order by s.key), '[]')::text
    from court_settings s where s.court_id = asked.court and s.valid_from <= asked.today
      and (s.valid_to is null or s.valid_to > asked.today)) as settings`;

/** The settings that these stored ones give, as JSON text of pairs: every act asks, and the text hardly ever changes. */
export const settingsIn = remembered((text): Settings => {
  const stored = new Map(JSON.parse(text) as [string, unknown][]);
  return Object.fromEntries(
    Object.entries(SETTINGS).map(([key, shape]) => [key, shape.parse(stored.get(key))]),
  ) as Settings;
});
