import { sql } from "drizzle-orm";
import { z } from "zod";
import { visibleTo } from "./case-visibility.server";
import { query } from "./query.server";

/** In the order in which they are worked: first what somebody does not know yet. */
export const TASK_KINDS = [
  "bounced",
  "silent",
  "counterProposal",
  "mailboxDown",
  "unmatchedMail",
  "tooLargeMail",
  "calendarConflict",
  "deadLetter",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
const MOST = 100;

type Row = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly session_id: string | null;
  readonly start_at: string | null;
  readonly notice_id: string | null;
  readonly party_id: string | null;
  readonly agent_id: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly channel: string | null;
  readonly code: string | null;
  readonly effect: string | null;
  readonly other_ways: string | null;
  readonly opened_at: string;
};

const AT = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** What waits for a person: messages that did not arrive or were not answered, and whatever fits nowhere. Most pressing first. */
export const tasksQuery = query({
  name: "tasks",
  ability: "work-tasks",
  input: z.object({ kind: z.enum(TASK_KINDS).optional().catch(undefined) }),
  run: async ({ tx, courtId, actor, input }) => {
    const open = sql`t.court_id = ${courtId} and t.done_at is null and (c.id is null or (${visibleTo(actor)}))`;
    const from = sql`tasks t left join cases c on c.court_id = t.court_id and c.id = t.case_id`;
    const counted = await tx.execute<{ kind: TaskKind; n: number }>(
      sql`select t.kind, count(*)::int as n from ${from} where ${open} group by 1`,
    );
    const kind = input.kind ? sql`t.kind = ${input.kind}` : sql`true`;
    const order = sql.raw(TASK_KINDS.map((one, n) => `when '${one}' then ${n}`).join(" "));
    const rows = await tx.execute<Row>(sql`
      select t.id, t.kind, t.case_id, coalesce(c.case_no, c.registration_no) as number, t.session_id,
        ${AT("lower(b.during)")} as start_at, n.id as notice_id, coalesce(p.id, a.party_id) as party_id, a.id as agent_id,
        coalesce(p.name, a.name, m.name) as name, d.address_masked as address, t.data->>'channel' as channel,
        t.data->>'code' as code, t.data->>'effect' as effect, ways.ways as other_ways, ${AT("t.opened_at")} as opened_at
      from ${from}
      left join deliveries d on d.court_id = t.court_id and d.id = (t.data->>'deliveryId')::uuid
      left join notices n on n.court_id = t.court_id and n.id = (t.data->>'noticeId')::uuid
      left join parties p on p.court_id = n.court_id and p.id = n.recipient_id
      left join agents a on a.court_id = n.court_id and a.id = n.recipient_id
      left join lateral (select r.name from roster_members r where r.court_id = n.court_id and r.person_id = n.recipient_id limit 1) m on true
      left join lateral (select b.during from bookings b where b.court_id = t.court_id and b.session_id = t.session_id and b.status = 'booked' limit 1) b on true
      left join lateral (select string_agg(o.channel || ' ' || o.status, ',' order by o.queued_at) as ways from deliveries o
        where o.court_id = t.court_id and o.notice_id = n.id and o.id is distinct from d.id) ways on true
      where ${open} and ${kind}
      order by case t.kind ${order} else 9 end, lower(b.during) nulls last, t.opened_at, t.id limit ${MOST}`);
    const counts = Object.fromEntries(
      TASK_KINDS.map((one) => [one, counted.find((row) => row.kind === one)?.n ?? 0]),
    ) as Record<TaskKind, number>;
    const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
    return { kind: input.kind ?? null, counts, total, tasks: [...rows] };
  },
});
