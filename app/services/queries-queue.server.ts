import { type SQL, sql } from "drizzle-orm";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { type ClockTone, daysLeft, toneOf } from "~/domain/cases/clocks";
import type { Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { type ToEnd, toEndOf } from "./expired-clocks.server";
import { isPaused } from "./paused-clock.server";
import { type Question, query } from "./query.server";
import { type NextSession, type SideWord, sessionsNext, sideWords } from "./queue-details.server";
import { filterWhere, nowOf, type QueueFilter, queueShape, scopeOf } from "./queue-filter.server";
import { QUEUE_TABS, type QueueTab, tabWhere } from "./queue-tabs.server";

const PAGE = 25;
/** Counted no further than this: a page says 1000+ and stays quick. */
const MOST = 1001;

type Listed = {
  id: string;
  registration_no: string;
  case_no: string | null;
  cause_code: string;
  amount_fen: string | null;
  claimant_names: string;
  respondent_names: string;
  stage: Stage;
  due_on: string | null;
  due_rule: ClockCode | null;
  paused: boolean;
  mediator_id: string | null;
  mediator_name: string | null;
  org_name: string | null;
  team_id: string | null;
  suspended: boolean;
  recusal_pending: boolean;
  created_at: string;
  version: number;
};

export type QueueRow = {
  readonly caseId: string;
  readonly registrationNo: string;
  readonly caseNo: string | null;
  readonly causeCode: string;
  readonly cause: { readonly zh: string; readonly en: string };
  readonly amountFen: number | null;
  readonly claimantNames: string;
  readonly respondentNames: string;
  readonly stage: Stage;
  readonly due: {
    readonly rule: ClockCode;
    readonly on: string;
    readonly daysLeft: number;
    readonly tone: ClockTone;
  } | null;
  /** A mediation whose time is over, until somebody ends it. */
  readonly toEnd: ToEnd | null;
  readonly mediatorId: string | null;
  readonly mediatorName: string | null;
  readonly orgName: string | null;
  readonly teamId: string | null;
  readonly suspended: boolean;
  readonly recusalPending: boolean;
  readonly takenInOn: string;
  readonly version: number;
  readonly session: NextSession | null;
  /** What each side has said last: to mediation, then to the next session or the times that are offered. */
  readonly sides: { readonly claimant: SideWord; readonly respondent: SideWord };
};

async function pageOf(question: Question<QueueFilter>, where: SQL): Promise<Listed[]> {
  const [on, id] = question.input.after?.split("~") ?? [];
  const after =
    id === undefined
      ? sql`true`
      : on === "-"
        ? sql`(c.due_on is null and c.id > ${id}::uuid)`
        : sql`((c.due_on, c.id) > (${on}::date, ${id}::uuid) or c.due_on is null)`;
  return question.tx.execute<Listed>(sql`
    select c.id, c.registration_no, c.case_no, c.cause_code, c.amount_fen, c.claimant_names, c.respondent_names, c.stage,
      c.due_on::text, c.due_rule, coalesce(${isPaused}, false) as paused, c.mediator_id, m.name as mediator_name, o.name as org_name, c.team_id,
      c.suspended_at is not null as suspended, c.recusal_pending_at is not null as recusal_pending,
      to_char(c.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as created_at, c.version
    from cases c
    left join roster_members m on m.court_id = c.court_id and m.person_id = c.mediator_id and m.kind = 'mediator'
    left join organisations o on o.court_id = c.court_id and o.id = c.org_id
    where ${where} and ${tabWhere(question.input.tab, nowOf(question))} and ${after}
    order by c.due_on asc nulls last, c.id limit ${PAGE + 1}`);
}

async function countsOf(question: Question<QueueFilter>, where: SQL): Promise<Record<QueueTab, number>> {
  const now = nowOf(question);
  const counts = QUEUE_TABS.map(
    (tab) =>
      sql`(select count(*)::int from (select 1 from cases c where ${where} and ${tabWhere(tab, now)} limit ${MOST}) x) as ${sql.identifier(tab)}`,
  );
  const [row] = await question.tx.execute<Record<QueueTab, number>>(sql`select ${sql.join(counts, sql`, `)}`);
  if (!row) throw new Error("no counts");
  return row;
}

/** The queue: every case that the actor may see, by days left; tabs with counts, filters, keyset pages of 25. */
export const queueQuery = query({
  name: "queue",
  ability: "view-queue",
  input: queueShape,
  run: async (question) => {
    const { now, input, actor } = question;
    const where = await filterWhere(question);
    const listed = await pageOf(question, where);
    const counts = await countsOf(question, where);
    const page = listed.slice(0, PAGE);
    const ids = page.map((row) => row.id);
    const sessions = await sessionsNext(question, ids);
    const toEnd = await toEndOf(question, ids);
    const words = await sideWords(question, ids);
    const last = page.at(-1);
    return {
      filter: { ...input, scope: scopeOf(actor, input.scope) },
      counts,
      total: counts[input.tab],
      /** True when there are more than `total` says. */
      capped: counts[input.tab] >= MOST,
      next: listed.length > PAGE && last ? `${last.due_on ?? "-"}~${last.id}` : null,
      rows: page.map((row): QueueRow => {
        const cause = causeOf(row.cause_code);
        const due = row.due_on && row.due_rule ? { dueOn: row.due_on, paused: row.paused } : null;
        return {
          caseId: row.id,
          registrationNo: row.registration_no,
          caseNo: row.case_no,
          causeCode: row.cause_code,
          cause: { zh: cause?.zh ?? row.cause_code, en: cause?.en ?? row.cause_code },
          amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
          claimantNames: row.claimant_names,
          respondentNames: row.respondent_names,
          stage: row.stage,
          due: due
            ? {
                rule: row.due_rule as ClockCode,
                on: due.dueOn,
                daysLeft: daysLeft(due, now),
                tone: toneOf(due, now),
              }
            : null,
          toEnd: toEnd.get(row.id) ?? null,
          mediatorId: row.mediator_id,
          mediatorName: row.mediator_name,
          orgName: row.org_name,
          teamId: row.team_id,
          suspended: row.suspended,
          recusalPending: row.recusal_pending,
          takenInOn: row.created_at,
          version: row.version,
          session: sessions.get(row.id) ?? null,
          sides: words.get(row.id) ?? { claimant: "none", respondent: "none" },
        };
      }),
    };
  },
});
