import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { arrayText } from "#db/types";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { daysLeft, toneOf } from "~/domain/cases/clocks";
import type { Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { flag } from "./case-act.server";
import { visibleTo } from "./case-visibility.server";
import { type Question, query } from "./query.server";

export const REVIEW_LANES = ["settled", "failed", "returned", "served"] as const;
export type ReviewLane = (typeof REVIEW_LANES)[number];

/** Which stages stand in which lane: to be decided, to be tried, sent back, decided and still to be served. */
export const LANE_STAGES: Readonly<Record<ReviewLane, readonly Stage[]>> = {
  settled: ["handedOver", "review", "supplement"],
  failed: ["triage", "fastTrack", "ordinary"],
  returned: ["returned"],
  served: ["confirmed", "dismissed", "statementIssued", "statementEffective"],
};

export const reviewQueueShape = z.object({
  lane: z.enum(REVIEW_LANES).default("settled"),
  /** Only what the asking judge has himself. */
  mine: flag.default(false),
  after: z.string().max(80).optional(),
});
type Input = z.output<typeof reviewQueueShape>;

const PAGE = 25;

export const laneWhere = (
  question: Pick<Question<unknown>, "actor" | "courtId">,
  lane: ReviewLane,
  mine: boolean,
) => {
  const own =
    mine && question.actor.kind === "user" ? sql`c.judge_id = ${question.actor.userId}::uuid` : sql`true`;
  return sql`c.court_id = ${question.courtId} and c.closed_at is null and (${visibleTo(question.actor)}) and ${own}
    and c.stage = any(${arrayText(LANE_STAGES[lane])}::text[])`;
};

type Listed = {
  id: string;
  registration_no: string;
  case_no: string | null;
  cause_code: string;
  amount_fen: string | null;
  claimant_names: string;
  respondent_names: string;
  stage: Stage;
  route: string | null;
  due_on: string | null;
  due_rule: ClockCode | null;
  judge_id: string | null;
  judge_name: string | null;
  mediator_name: string | null;
  handed_over_at: string | null;
  version: number | null;
};

async function countsOf(question: Question<Input>): Promise<Record<ReviewLane, number>> {
  const each = REVIEW_LANES.map(
    (lane) =>
      sql`(select count(*)::int from cases c where ${laneWhere(question, lane, question.input.mine)}) as ${sql.identifier(lane)}`,
  );
  const [row] = await question.tx.execute<Record<ReviewLane, number>>(sql`select ${sql.join(each, sql`, `)}`);
  if (!row) throw new Error("no counts");
  return row;
}

const cursor = (after: string | undefined) => {
  const [on, id] = after?.split("~") ?? [];
  if (!on || !z.string().uuid().safeParse(id).success) return sql`true`;
  if (on === "-") return sql`(c.due_on is null and c.id > ${id}::uuid)`;
  return z.iso.date().safeParse(on).success
    ? sql`((c.due_on, c.id) > (${on}::date, ${id}::uuid) or c.due_on is null)`
    : sql`true`;
};

/** The judge's queue: lanes by what is to be done, most pressing first, keyset pages of 25. */
export const reviewQueueQuery = query({
  name: "review-queue",
  ability: "view-reviews",
  input: reviewQueueShape,
  run: async (question) => {
    const { tx, input, now } = question;
    const listed = await tx.execute<Listed>(sql`
      select c.id, c.registration_no, c.case_no, c.cause_code, c.amount_fen, c.claimant_names, c.respondent_names, c.stage, c.route,
        c.due_on::text, c.due_rule, c.judge_id, j.name as judge_name, m.name as mediator_name,
        to_char(k.handed_over_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as handed_over_at, k.version
      from cases c
      left join people j on j.id = c.judge_id
      left join roster_members m on m.court_id = c.court_id and m.person_id = c.mediator_id and m.kind = 'mediator'
      left join lateral (select handed_over_at, version from packages p where p.court_id = c.court_id and p.case_id = c.id
        order by p.version desc limit 1) k on true
      where ${laneWhere(question, input.lane, input.mine)} and ${cursor(input.after)}
      order by c.due_on asc nulls last, c.id limit ${PAGE + 1}`);
    const page = listed.slice(0, PAGE);
    const last = page.at(-1);
    const counts = await countsOf(question);
    return {
      filter: input,
      counts,
      total: counts[input.lane],
      next: listed.length > PAGE && last ? `${last.due_on ?? "-"}~${last.id}` : null,
      rows: page.map((row) => {
        const cause = causeOf(row.cause_code);
        const due = row.due_on ? { dueOn: row.due_on, paused: false } : null;
        return {
          caseId: row.id,
          registrationNo: row.registration_no,
          caseNo: row.case_no,
          cause: { zh: cause?.zh ?? row.cause_code, en: cause?.en ?? row.cause_code },
          amountFen: row.amount_fen === null ? null : Number(row.amount_fen),
          claimantNames: row.claimant_names,
          respondentNames: row.respondent_names,
          stage: row.stage,
          route: row.route,
          judgeId: row.judge_id,
          judgeName: row.judge_name,
          mediatorName: row.mediator_name,
          handedOverAt: row.handed_over_at,
          packageVersion: row.version,
          due:
            due && row.due_rule
              ? { rule: row.due_rule, on: due.dueOn, daysLeft: daysLeft(due, now), tone: toneOf(due, now) }
              : null,
        };
      }),
    };
  },
});

/** The neighbours of a case in the settled or failed lane, so that a judge goes through his queue without going back. */
export async function neighbours(question: Question<unknown>, caseId: string) {
  const c = schema.cases;
  const [row] = await question.tx
    .select({ stage: c.stage })
    .from(c)
    .where(and(eq(c.courtId, question.courtId), eq(c.id, caseId)));
  const lane = REVIEW_LANES.find((one) => row && LANE_STAGES[one].includes(row.stage));
  if (!lane) return { lane: null, previous: null, next: null, place: null, total: 0 };
  const [found] = await question.tx.execute<{
    previous: string | null;
    next: string | null;
    place: number;
    total: number;
  }>(sql`
    select previous, next, place, total from (
      select c.id, lag(c.id) over w as previous, lead(c.id) over w as next, (row_number() over w)::int as place, (count(*) over ())::int as total
      from cases c where ${laneWhere(question, lane, false)}
      window w as (order by c.due_on asc nulls last, c.id)) x
    where id = ${caseId}::uuid`);
  return {
    lane,
    previous: found?.previous ?? null,
    next: found?.next ?? null,
    place: found?.place ?? null,
    total: found?.total ?? 0,
  };
}
