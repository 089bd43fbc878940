import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { plusDays } from "~/domain/cases/calendar";
import { visibleTo } from "./case-visibility.server";
import { query } from "./query.server";
import { nowOf, type QueueFilter } from "./queue-filter.server";
import { type Now, tabWhere } from "./queue-tabs.server";

type Opens = Partial<Pick<QueueFilter, "tab" | "stage" | "dueWithin" | "from" | "until">>;
type Day = Now & { readonly start: string; readonly end: string };
type Figure = {
  /** Its definition has a sentence of its own in the catalogue. */
  readonly code: string;
  readonly where: (day: Day) => SQL;
  /** The queue's filter that shows the same cases; null where it is a count of acts, not of cases standing somewhere. */
  readonly opens: ((today: string) => Opens) | null;
};

const within = (column: SQL, day: Day) =>
  sql`${column} >= ${day.start}::timestamptz and ${column} < ${day.end}::timestamptz`;
/** Cases in which one of these acts happened on the day, by the record. */
const acted = (verbs: readonly string[], day: Day, stage?: string) => sql`exists (
  select 1 from records r where r.court_id = c.court_id and r.chain = 'case:' || c.id::text
    and r.verb in (${sql.join(
      verbs.map((verb) => sql`${verb}`),
      sql`, `,
    )})
    and ${within(sql`r.happened_at`, day)} ${stage ? sql`and r.data ->> 'stage' = ${stage}` : sql``})`;

const FIGURES: readonly Figure[] = [
  {
    code: "takenIn",
    where: (day) => within(sql`c.created_at`, day),
    opens: (today) => ({ from: today, until: today }),
  },
  { code: "registered", where: (day) => within(sql`c.registered_at`, day), opens: null },
  { code: "open", where: (day) => tabWhere("all", day), opens: () => ({ tab: "all" }) },
  { code: "toAssign", where: (day) => tabWhere("toAssign", day), opens: () => ({ tab: "toAssign" }) },
  { code: "toAccept", where: (day) => tabWhere("toAccept", day), opens: () => ({ tab: "toAccept" }) },
  { code: "toBook", where: (day) => tabWhere("toBook", day), opens: () => ({ tab: "toBook" }) },
  { code: "sessionsSoon", where: (day) => tabWhere("soon", day), opens: () => ({ tab: "soon" }) },
  { code: "accepted", where: (day) => acted(["accept-assignment"], day), opens: null },
  { code: "signed", where: (day) => acted(["sign-agreement"], day, "agreed"), opens: null },
  {
    code: "failed",
    where: (day) =>
      acted(["end-mediation", "expire-mediation", "record-consent", "refuse-to-sign"], day, "failed"),
    opens: null,
  },
  { code: "handedOver", where: (day) => acted(["hand-over"], day), opens: null },
  { code: "underReview", where: (day) => tabWhere("review", day), opens: () => ({ tab: "review" }) },
  { code: "confirmed", where: (day) => acted(["confirm-agreement"], day), opens: null },
  { code: "closed", where: (day) => within(sql`c.closed_at`, day), opens: null },
  {
    code: "dueSoon",
    where: (day) => sql`${tabWhere("all", day)} and c.due_on <= ${plusDays(day.today, 3)}::date`,
    opens: () => ({ tab: "all", dueWithin: 3 }),
  },
  { code: "overdue", where: (day) => tabWhere("overdue", day), opens: () => ({ tab: "overdue" }) },
];

/** A day's figures over the cases the actor may see: code of the definition, count, and the filter that opens the list. */
export const dailyReportQuery = query({
  name: "daily-report",
  ability: "view-report",
  input: z.object({ on: z.iso.date().optional().catch(undefined) }),
  run: async (question) => {
    const { tx, courtId, actor, input, today } = question;
    const on = input.on ?? today;
    const day: Day = {
      ...nowOf(question),
      start: `${on}T00:00:00+08:00`,
      end: `${plusDays(on, 1)}T00:00:00+08:00`,
    };
    const counts = FIGURES.map(
      (figure) => sql`(count(*) filter (where ${figure.where(day)}))::int as ${sql.identifier(figure.code)}`,
    );
    const [row] = await tx.execute<Record<string, number>>(
      sql`select ${sql.join(counts, sql`, `)} from cases c where c.court_id = ${courtId} and (${visibleTo(actor)})`,
    );
    return {
      on,
      figures: FIGURES.map(({ code, opens }) => ({
        code,
        count: row?.[code] ?? 0,
        filter: opens && on === today ? opens(on) : null,
      })),
    };
  },
});
