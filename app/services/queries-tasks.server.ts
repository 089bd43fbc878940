import { sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { query } from "./query.server";
import { seenBy, TASK_KINDS, TASKS_FROM, type TaskKind, taskRows, tasksShown } from "./task-rows.server";

export { TASK_KINDS, type TaskKind };
/** Whose: everybody's, taken by the reader, of cases of his team, taken by nobody; and what is done already. */
export const TASK_VIEWS = ["all", "mine", "team", "untaken", "done"] as const;
export type TaskView = (typeof TASK_VIEWS)[number];
const PAGE = 40;

/**
 * What waits for a person: messages that did not arrive or were not answered, and whatever fits nowhere. The oldest first;
 * of what is done the newest. Keyset by time and id.
 */
export const tasksQuery = query({
  name: "tasks",
  ability: "work-tasks",
  input: z.object({
    kind: z.enum(TASK_KINDS).optional().catch(undefined),
    view: z.enum(TASK_VIEWS).catch("all"),
    after: z
      .string()
      .regex(/^[^~]+~[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  }),
  run: async ({ tx, courtId, actor, input, today }) => {
    const [me, teams] = actor.kind === "user" ? [actor.userId, actor.teamIds] : [null, []];
    const views: Record<TaskView, ReturnType<typeof sql>> = {
      all: sql`t.done_at is null`,
      mine: sql`t.done_at is null and t.owner_id = ${me}::uuid`,
      team: sql`t.done_at is null and c.team_id = any(${arrayText([...teams])}::uuid[])`,
      untaken: sql`t.done_at is null and t.owner_id is null`,
      done: sql`t.done_at is not null`,
    };
    const seen = seenBy(actor, courtId);
    const inView = sql`${seen} and ${views[input.view]}`;
    const counted = await tx.execute<{ kind: TaskKind; n: number }>(
      sql`select t.kind, count(*)::int as n from ${TASKS_FROM} where ${inView} group by 1`,
    );
    const [inViews] = await tx.execute<Record<TaskView, number>>(sql`
      select ${sql.join(
        TASK_VIEWS.map(
          (view) => sql`(count(*) filter (where ${views[view]}))::int as ${sql.identifier(view)}`,
        ),
        sql`, `,
      )} from ${TASKS_FROM} where ${seen}`);
    const ofKind = input.kind ? sql`t.kind = ${input.kind}` : sql`true`;
    const isDone = input.view === "done";
    const [at, id] = input.after?.split("~") ?? [];
    const after = !at
      ? sql`true`
      : isDone
        ? sql`(t.done_at, t.id) < (${at}::timestamptz, ${id}::uuid)`
        : sql`(t.opened_at, t.id) > (${at}::timestamptz, ${id}::uuid)`;
    const rows = await taskRows(tx, {
      where: sql`${inView} and ${ofKind} and ${after}`,
      order: isDone ? sql`t.done_at desc, t.id desc` : sql`t.opened_at, t.id`,
      limit: PAGE + 1,
      cursor: isDone ? "done_at" : "opened_at",
    });
    const counts = Object.fromEntries(
      TASK_KINDS.map((one) => [one, counted.find((row) => row.kind === one)?.n ?? 0]),
    ) as Record<TaskKind, number>;
    const shown = rows.slice(0, PAGE);
    const last = shown.at(-1);
    return {
      kind: input.kind ?? null,
      view: input.view,
      counts,
      views: inViews ?? { all: 0, mine: 0, team: 0, untaken: 0, done: 0 },
      total: Object.values(counts).reduce((sum, n) => sum + n, 0),
      tasks: await tasksShown(tx, courtId, today, shown),
      next: rows.length > PAGE && last ? `${last.cursor}~${last.id}` : null,
    };
  },
});
