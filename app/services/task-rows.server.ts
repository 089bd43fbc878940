import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Channel } from "~/domain/notices/channels";
import { type FailureReason, failureReason } from "~/domain/notices/failure-reasons";
import { taskDueOn, taskMark } from "~/domain/notices/task-due";
import type { Actor } from "~/domain/policy/actor";
import { courtDate } from "~/i18n/court-time";
import { calendarData, calendarOf } from "./calendar.server";
import { visibleTo } from "./case-visibility.server";

/** In the order in which their tabs stand: first what somebody does not know yet. */
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
  readonly channel: Channel | null;
  readonly code: string | null;
  readonly why: string | null;
  readonly effect: string | null;
  readonly person_id: string | null;
  readonly proposal_id: string | null;
  readonly inbound_id: string | null;
  readonly job_id: string | null;
  readonly other_ways: string | null;
  readonly owner_id: string | null;
  readonly owner: string | null;
  readonly opened_at: string;
  readonly done_at: string | null;
  readonly done_by: string | null;
  readonly how: string | null;
  readonly outcome: string | null;
  readonly cursor: string;
};

const AT = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** `tasks t` with its case `c`, as far as the reader may see them. A message without a case is the whole desk's. */
export const TASKS_FROM = sql`tasks t left join cases c on c.court_id = t.court_id and c.id = t.case_id`;
export const seenBy = (actor: Actor, courtId: string): SQL =>
  sql`t.court_id = ${courtId} and (t.case_id is null or (c.id is not null and (${visibleTo(actor)})))`;

/** Tasks with what their lines say: whom, by which way, what the server answered. Instants ISO in UTC. */
export async function taskRows(
  tx: Tx,
  of: {
    readonly where: SQL;
    readonly order: SQL;
    readonly limit: number;
    readonly cursor?: "opened_at" | "done_at";
  },
): Promise<Row[]> {
  const cursor = sql.raw(
    `to_char(t.${of.cursor ?? "opened_at"} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  );
  const rows = await tx.execute<Row>(sql`
    select t.id, t.kind, t.case_id, coalesce(c.case_no, c.registration_no) as number, t.session_id,
      ${AT("lower(b.during)")} as start_at, n.id as notice_id, coalesce(p.id, a.party_id) as party_id, a.id as agent_id,
      coalesce(p.name, a.name, m.name, w.name, ib.from_masked) as name, d.address_masked as address,
      coalesce(t.data->>'channel', d.channel) as channel, t.data->>'code' as code, t.data->>'why' as why,
      t.data->>'effect' as effect, t.data->>'personId' as person_id, t.data->>'proposalId' as proposal_id,
      t.data->>'inboundId' as inbound_id, t.data->>'jobId' as job_id, ways.ways as other_ways,
      t.owner_id, o.name as owner, ${AT("t.opened_at")} as opened_at, ${AT("t.done_at")} as done_at,
      coalesce(h.name, t.done_by_id) as done_by, t.data->>'how' as how, t.outcome, ${cursor} as cursor
    from ${TASKS_FROM}
    left join deliveries d on d.court_id = t.court_id and d.id = (t.data->>'deliveryId')::uuid
    left join invitations i on i.court_id = t.court_id and i.id = (t.data->>'invitationId')::uuid
    left join notices n on n.court_id = t.court_id and n.id = (t.data->>'noticeId')::uuid
    left join inbound_messages ib on ib.court_id = t.court_id and ib.id = (t.data->>'inboundId')::uuid
    left join parties p on p.court_id = t.court_id and p.id = coalesce(n.recipient_id, i.recipient_id)
    left join agents a on a.court_id = t.court_id and a.id = coalesce(n.recipient_id, i.recipient_id)
    left join lateral (select r.name from roster_members r where r.court_id = t.court_id
      and r.person_id = coalesce(n.recipient_id, i.recipient_id) limit 1) m on true
    left join people w on w.id = (t.data->>'personId')::uuid
    left join people o on o.id = t.owner_id
    left join people h on h.id::text = t.done_by_id
    left join lateral (select b.during from bookings b where b.court_id = t.court_id and b.session_id = t.session_id
      and b.status = 'booked' limit 1) b on true
    left join lateral (select string_agg(v.channel || ' ' || v.status, ',' order by v.queued_at, v.id) as ways
      from deliveries v where v.court_id = t.court_id and v.notice_id = n.id and v.id is distinct from d.id) ways on true
    where ${of.where} order by ${of.order} limit ${of.limit}`);
  return [...rows];
}

/** What a code means; a letter that comes back says why in the words of the post. */
export const reasonOf = (channel: Channel | null, code: string | null): FailureReason | null =>
  code && channel !== "paper" && channel !== "phone" ? failureReason(code) : null;

/** The rows with what follows from them: by which day, how that stands, and what the server's code means. */
export async function tasksShown(tx: Tx, courtId: string, today: string, rows: readonly Row[]) {
  const calendar = calendarOf(await calendarData(tx, courtId));
  return rows.map(({ cursor: _cursor, ...row }) => {
    const sessionOn = row.start_at ? courtDate(row.start_at) : null;
    const dueOn = taskDueOn(calendar, { openedOn: courtDate(row.opened_at), sessionOn });
    const mark = row.done_at ? null : taskMark(dueOn, today);
    return { ...row, dueOn, mark, reason: reasonOf(row.channel, row.code) };
  });
}
export type TaskLine = Awaited<ReturnType<typeof tasksShown>>[number];
