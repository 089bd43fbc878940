import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { courtDate, plusDays } from "~/domain/cases/calendar";
import { OWNER_OF, STAGES } from "~/domain/cases/stages";
import type { Actor } from "~/domain/policy/actor";
import { searchOf } from "./case-search.server";
import { visibleTo } from "./case-visibility.server";
import { courtMarks } from "./numbers.server";
import { many, type Question } from "./query.server";
import { type Now, QUEUE_TABS } from "./queue-tabs.server";

export const QUEUE_SCOPES = ["mine", "team", "all"] as const;
export type QueueScope = (typeof QUEUE_SCOPES)[number];

const blank = (value: unknown) => (value === "" || value === null ? undefined : value);

/** The queue's filters, as they stand in the URL; what is malformed there is left out, so that an old link still opens. */
export const queueShape = z.object({
  tab: z.enum(QUEUE_TABS).catch("all"),
  scope: z.enum(QUEUE_SCOPES).optional().catch(undefined),
  stage: many(z.enum(STAGES)).catch([]),
  cause: z.preprocess(blank, z.string().max(12).optional()).catch(undefined),
  mediatorId: z.preprocess(blank, z.string().uuid().optional()).catch(undefined),
  orgId: z.preprocess(blank, z.string().uuid().optional()).catch(undefined),
  teamId: z.preprocess(blank, z.string().uuid().optional()).catch(undefined),
  /** Days left at most; 0 = due today or over, -1 = over. */
  dueWithin: z.preprocess(blank, z.coerce.number().int().min(-1).max(365).optional()).catch(undefined),
  /** Taken in on this court-local day or later (YYYY-MM-DD). */
  from: z.preprocess(blank, z.iso.date().optional()).catch(undefined),
  until: z.preprocess(blank, z.iso.date().optional()).catch(undefined),
  text: z.preprocess(blank, z.string().trim().max(60).optional()).catch(undefined),
  /** The last row of the page before: `<due day or ->~<case id>`. */
  after: z
    .string()
    .regex(/^(\d{4}-\d\d-\d\d|-)~[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
});
export type QueueFilter = z.output<typeof queueShape>;

export const nowOf = (question: Pick<Question<unknown>, "now">): Now => {
  const today = courtDate(question.now);
  return {
    at: question.now.toUTC().toISO() as string,
    today,
    dayAfter: `${plusDays(today, 2)}T00:00:00+08:00`,
  };
};

/** What a person works on himself: his own cases, or for the desks whatever waits for their role. */
function mine(actor: Actor): SQL {
  if (actor.kind !== "user") return sql`true`;
  const own = [
    sql`c.mediator_id = ${actor.userId}::uuid`,
    sql`c.lawyer_id = ${actor.userId}::uuid`,
    sql`c.judge_id = ${actor.userId}::uuid`,
  ];
  const waiting = STAGES.filter((stage) => OWNER_OF[stage] === actor.role);
  if (actor.role === "clerk" || actor.role === "coordinator" || actor.role === "courtClerk")
    own.push(sql`c.stage = any(${arrayText(waiting)}::text[])`);
  if (actor.role === "orgManager" && actor.orgIds.length)
    own.push(sql`(c.org_id = any(${arrayText(actor.orgIds)}::uuid[]) and c.stage = 'delegated')`);
  return sql`(${sql.join(own, sql` or `)})`;
}

function team(actor: Actor): SQL {
  if (actor.kind !== "user") return sql`true`;
  const ties = [
    ...(actor.teamIds.length ? [sql`c.team_id = any(${arrayText(actor.teamIds)}::uuid[])`] : []),
    ...(actor.orgIds.length ? [sql`c.org_id = any(${arrayText(actor.orgIds)}::uuid[])`] : []),
  ];
  return ties.length ? sql`(${sql.join(ties, sql` or `)})` : sql`false`;
}

/** `mine` for those who carry cases, `all` for the desks and the lookers-on; nobody sees more than his role lets him. */
export function scopeOf(actor: Actor, wanted: QueueScope | undefined): QueueScope {
  if (wanted) return wanted;
  if (actor.kind !== "user") return "all";
  return actor.role === "mediator" || actor.role === "lawyer" || actor.role === "judge" ? "mine" : "all";
}

/** Everything but the tab, as SQL over `cases c`. */
export async function filterWhere(
  question: Pick<Question<QueueFilter>, "actor" | "courtId" | "input" | "today" | "tx" | "deps">,
): Promise<SQL> {
  const { actor, courtId, input, today, tx, deps } = question;
  const scope = scopeOf(actor, input.scope);
  const parts: SQL[] = [sql`c.court_id = ${courtId}`, sql`(${visibleTo(actor)})`];
  if (scope === "mine") parts.push(mine(actor));
  if (scope === "team") parts.push(team(actor));
  if (input.stage.length) parts.push(sql`c.stage = any(${arrayText(input.stage)}::text[])`);
  if (input.cause) parts.push(sql`c.cause_code = ${input.cause}`);
  if (input.mediatorId) parts.push(sql`c.mediator_id = ${input.mediatorId}::uuid`);
  if (input.orgId) parts.push(sql`c.org_id = ${input.orgId}::uuid`);
  if (input.teamId) parts.push(sql`c.team_id = ${input.teamId}::uuid`);
  if (input.dueWithin !== undefined) parts.push(sql`c.due_on <= ${plusDays(today, input.dueWithin)}::date`);
  if (input.from) parts.push(sql`c.created_at >= ${`${input.from}T00:00:00+08:00`}::timestamptz`);
  if (input.until)
    parts.push(sql`c.created_at < ${`${plusDays(input.until, 1)}T00:00:00+08:00`}::timestamptz`);
  if (input.text) {
    const court = await courtMarks(tx, courtId);
    parts.push(searchOf(input.text, { secrets: deps.secrets, court, today }).where);
  }
  return sql.join(parts, sql` and `);
}
