import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { MOST_REMINDERS, REMINDER_HOURS } from "~/domain/notices/reminders";
import {
  MOST_WEIGHT,
  RULE_BOUNDS,
  RULE_NAMES,
  type RuleName,
  type RuleNumber,
} from "~/domain/scheduling/court-rules";
import { TIME_WAYS } from "~/domain/scheduling/time-way";
import type { Settings } from "./settings.server";

// An empty field is no number; coerced it would be nought.
const typed = ([least, most]: readonly [number, number]) =>
  z.preprocess(
    (value) => (typeof value !== "string" ? value : value.trim() === "" ? undefined : Number(value)),
    z
      .number({ error: (issue) => (issue.input === undefined ? "required" : "invalid") })
      .int("invalid")
      .min(least, "tooLow")
      .max(most, "tooHigh"),
  );
const rule = (name: RuleNumber) => typed(RULE_BOUNDS[name]).optional();
const weight = typed([-MOST_WEIGHT, MOST_WEIGHT]);

/** What of the rules is given is set; what is left out stays. */
export const rulesShape = z.object({
  timeWay: z.enum(TIME_WAYS, "notChosen").optional(),
  sessionMinutes: rule("sessionMinutes"),
  slotStepMinutes: rule("slotStepMinutes"),
  minimumNoticeMinutes: rule("minimumNoticeMinutes"),
  holdMinutes: rule("holdMinutes"),
  offerHours: rule("offerHours"),
  freedPlaceHours: rule("freedPlaceHours"),
  horizonDays: rule("horizonDays"),
  silentHours: rule("silentHours"),
  /** Hours before a session, as a list or as people write one: `72, 24, 2`; empty for none. */
  reminders: z
    .preprocess(
      (value) =>
        typeof value === "string"
          ? value
              .split(/[\s,，、;；]+/)
              .filter(Boolean)
              .map(Number)
          : value,
      z
        .array(
          z
            .number("invalid")
            .int("invalid")
            .min(REMINDER_HOURS[0], "tooLow")
            .max(REMINDER_HOURS[1], "tooHigh"),
        )
        .max(MOST_REMINDERS, "tooLong"),
    )
    .optional(),
  rankingWeights: z
    .object({
      dayLater: weight,
      residentDay: weight,
      contiguous: weight,
      partyPreference: weight,
      batchContiguity: weight,
    })
    .optional(),
});

export const rulesIn = (settings: Settings) =>
  Object.fromEntries(RULE_NAMES.map((name) => [name, settings[name]])) as Pick<Settings, RuleName>;

/** Rules that were set for a day later than `on`, earliest first. */
export async function rulesToCome(tx: Tx, courtId: string, on: string) {
  const t = schema.courtSettings;
  const rows = await tx
    .select({ key: t.key, validFrom: t.validFrom })
    .from(t)
    .where(and(eq(t.courtId, courtId), inArray(t.key, [...RULE_NAMES]), gt(t.validFrom, on)))
    .orderBy(asc(t.validFrom), asc(t.key));
  return rows.map((row) => ({ rule: row.key as RuleName, validFrom: row.validFrom }));
}
