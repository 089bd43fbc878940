import { type SQL, sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import { CLOCK_CODES } from "~/domain/cases/clock-codes";
import { CLOCK_RULES, type ClockPause } from "~/domain/cases/clock-rules";

const thatStop = (pause: ClockPause): SQL =>
  sql`c.due_rule = any(${arrayText(CLOCK_CODES.filter((code) => CLOCK_RULES[code].pauses.includes(pause)))}::text[])`;

/** Whether the most pressing clock of `cases c` stands still: by an appraisal or a halt, where its rule stops for it. */
export const isPaused: SQL = sql`((c.appraisal_since is not null and ${thatStop("exclusion")})
  or (c.suspended_at is not null and ${thatStop("suspension")}))`;
