import { sql } from "drizzle-orm";
import { z } from "zod";
import { plusDays } from "~/domain/cases/calendar";
import { CLOCK_CODES, type ClockCode } from "~/domain/cases/clock-codes";
import { daysLeft, toneOf } from "~/domain/cases/clocks";
import { visibleTo } from "./case-visibility.server";
import { query } from "./query.server";

const PAGE = 50;

type Row = {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly rule: ClockCode;
  readonly start_on: string;
  readonly due_on: string;
  readonly provisional: boolean;
  readonly calendar_version: number;
  readonly paused: boolean;
};

/**
 * The limits that run on cases the reader may see, the most pressing first: for other programs. Court days YYYY-MM-DD;
 * a limit is over at 24:00 of `dueOn` in Beijing. Keyset by due day and id. The sentence of each stands on its case.
 */
export const clocksQuery = query({
  name: "clocks",
  ability: "view-queue",
  input: z.object({
    rule: z.enum(CLOCK_CODES).optional(),
    /** Days left at most; 0 = due today or over, -1 = over. */
    dueWithin: z.coerce.number().int().min(-1).max(365).optional(),
    after: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d~[0-9a-f-]{36}$/)
      .optional(),
  }),
  run: async ({ tx, courtId, actor, input, now, today }) => {
    const where = sql`k.court_id = ${courtId} and k.ended_at is null and (${visibleTo(actor)})
      and ${input.rule ? sql`k.rule = ${input.rule}` : sql`true`}
      and ${input.dueWithin === undefined ? sql`true` : sql`k.due_on <= ${plusDays(today, input.dueWithin)}::date`}`;
    const [on, id] = input.after?.split("~") ?? [];
    const after = on ? sql`(k.due_on, k.id) > (${on}::date, ${id}::uuid)` : sql`true`;
    const from = sql`clocks k join cases c on c.court_id = k.court_id and c.id = k.case_id`;
    const rows = await tx.execute<Row>(sql`
      select k.id, k.case_id, coalesce(c.case_no, c.registration_no) as number, k.rule, k.start_on::text, k.due_on::text,
        k.provisional, k.calendar_version, 
        (k.exclusions @> '[{"toOn":null}]' or k.suspensions @> '[{"toOn":null}]') as paused
      from ${from} where ${where} and ${after} order by k.due_on, k.id limit ${PAGE + 1}`);
    const [counted] = await tx.execute<{ total: number }>(
      sql`select count(*)::int as total from ${from} where ${where}`,
    );
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      filter: input,
      total: counted?.total ?? 0,
      next: rows.length > PAGE && last ? `${last.due_on}~${last.id}` : null,
      rows: page.map((row) => {
        const clock = { dueOn: row.due_on, paused: row.paused };
        return {
          clockId: row.id,
          caseId: row.case_id,
          number: row.number,
          rule: row.rule,
          startOn: row.start_on,
          dueOn: row.due_on,
          daysLeft: daysLeft(clock, now),
          tone: toneOf(clock, now),
          provisional: row.provisional,
          calendarVersion: row.calendar_version,
        };
      }),
    };
  },
});
