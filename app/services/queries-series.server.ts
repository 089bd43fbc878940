import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { idText } from "./case-act.server";
import { visibleTo } from "./case-visibility.server";
import { NotFound } from "./command.server";
import { query } from "./query.server";

/** As many look-alike cases as make it worth saying. */
const WORTH_SAYING = 3;
const PAGE = 50;

const named = (code: string) => {
  const cause = causeOf(code);
  return { zh: cause?.zh ?? code, en: cause?.en ?? code };
};

type Listed = {
  readonly id: string;
  readonly name: string;
  readonly contractForm: string;
  readonly creditorName: string;
  readonly causeCode: string;
  readonly total: number;
  readonly open: number;
};
type Alike = {
  readonly creditorName: string;
  readonly causeCode: string;
  readonly total: number;
  /** The registration number of the oldest of them. */
  readonly first: string;
};

/**
 * The court's series, newest first, and look-alike cases that are in none: open, of one claimant and cause, three or more.
 */
export const seriesListQuery = query({
  name: "series-list",
  ability: "keep-series",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const series = await tx.execute<Listed>(sql`
      select s.id, s.name, s.contract_form as "contractForm", s.creditor_name as "creditorName",
        s.cause_code as "causeCode", count(c.id)::int as total,
        (count(c.id) filter (where c.closed_at is null))::int as open
      from series s left join series_cases sc on sc.court_id = s.court_id and sc.series_id = s.id
        left join cases c on c.court_id = sc.court_id and c.id = sc.case_id
      where s.court_id = ${courtId} group by s.court_id, s.id order by s.made_at desc, s.id limit 200`);
    const alike = await tx.execute<Alike>(sql`
      select min(c.claimant_names) as "creditorName", c.cause_code as "causeCode", count(*)::int as total,
        min(c.registration_no) as first
      from cases c join parties p on p.court_id = c.court_id and p.case_id = c.id and p.side = 'claimant'
      where c.court_id = ${courtId} and c.closed_at is null
        and not exists (select 1 from series_cases sc where sc.court_id = c.court_id and sc.case_id = c.id)
        and (select count(*) from parties o where o.court_id = c.court_id and o.case_id = c.id and o.side = 'claimant') = 1
      group by p.id_index, c.cause_code having count(*) >= ${WORTH_SAYING}
      order by count(*) desc, min(c.registration_no) limit 20`);
    return {
      series: series.map((one) => ({ ...one, cause: named(one.causeCode) })),
      alike: alike.map((one) => ({ ...one, cause: named(one.causeCode) })),
    };
  },
});

type Row = {
  readonly caseId: string;
  readonly registrationNo: string;
  readonly caseNo: string | null;
  readonly respondentNames: string;
  /** Integer fen, as text. */
  readonly amount: string | null;
  readonly stage: Stage;
  readonly dueOn: string | null;
  readonly mediatorName: string | null;
  readonly mediatorNameEn: string | null;
  /** ISO in UTC. */
  readonly nextSessionAt: string | null;
};

/**
 * One series: how many of its cases stand where, what they are worth together, who mediates them, and the cases
 * themselves, fifty at a time in the order of their numbers; `after` is the last number of the page before. A reader sees
 * those of its cases that he may see at all; without any it is not there.
 */
export const seriesQuery = query({
  name: "series",
  ability: "view-queue",
  input: z.object({ seriesId: idText, after: z.string().max(40).optional() }),
  run: async ({ tx, courtId, actor, input }) => {
    const { seriesId } = input;
    const within = sql`c.court_id = ${courtId} and exists (select 1 from series_cases sc
      where sc.court_id = c.court_id and sc.case_id = c.id and sc.series_id = ${seriesId}::uuid) and (${visibleTo(actor)})`;
    const [series] = await tx.execute<Omit<Listed, "total" | "open">>(sql`
      select s.id, s.name, s.contract_form as "contractForm", s.creditor_name as "creditorName", s.cause_code as "causeCode"
      from series s where s.court_id = ${courtId} and s.id = ${seriesId}::uuid`);
    const stages = await tx.execute<{ stage: Stage; n: number; amount: string | null }>(sql`
      select c.stage, count(*)::int as n, sum(c.amount_fen)::text as amount from cases c where ${within} group by c.stage`);
    if (!series || !stages.length) throw new NotFound("series");
    const mediators = await tx.execute<{ name: string; nameEn: string; n: number }>(sql`
      select m.name, m.name_en as "nameEn", count(*)::int as n from cases c
      join roster_members m on m.court_id = c.court_id and m.person_id = c.mediator_id and m.kind = 'mediator'
      where ${within} group by m.name, m.name_en order by n desc, m.name`);
    const rows = await tx.execute<Row>(sql`
      select c.id as "caseId", c.registration_no as "registrationNo", c.case_no as "caseNo",
        c.respondent_names as "respondentNames", c.amount_fen::text as amount, c.stage, c.due_on::text as "dueOn",
        m.name as "mediatorName", m.name_en as "mediatorNameEn",
        to_char(c.next_session_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextSessionAt"
      from cases c left join roster_members m on m.court_id = c.court_id and m.person_id = c.mediator_id and m.kind = 'mediator'
      where ${within} and c.registration_no > ${input.after ?? ""} order by c.registration_no limit ${PAGE + 1}`);
    const page = rows.slice(0, PAGE);
    return {
      series: { ...series, cause: named(series.causeCode) },
      total: stages.reduce((sum, one) => sum + one.n, 0),
      amountFen: stages.reduce((sum, one) => sum + Number(one.amount ?? 0), 0),
      stages: stages.map(({ stage, n }) => ({ stage, n })),
      mediators: [...mediators],
      rows: page.map(({ amount, ...row }) => ({
        ...row,
        amountFen: amount === null ? null : Number(amount),
      })),
      next: rows.length > PAGE ? (page.at(-1)?.registrationNo ?? null) : null,
    };
  },
});
