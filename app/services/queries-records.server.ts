import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { plusDays } from "~/domain/cases/calendar";
import { STAGES } from "~/domain/cases/stages";
import { isId } from "~/domain/ids";
import { namesOfPeople } from "./case-people.server";
import { searchOf } from "./case-search.server";
import { visibleTo } from "./case-visibility.server";
import { withoutChoices } from "./offers.server";
import { many, type Question, query } from "./query.server";

const PAGE = 50;
/** Counting on is of no use to a reader; beyond it the list says "more than". */
const MOST_COUNTED = 10_000;

export const recordsShape = z.object({
  text: z.string().trim().max(60).optional(),
  person: z.string().trim().max(40).optional(),
  verb: many(z.string().max(60), 20),
  /** The stage to which the act led. */
  stage: z.enum(STAGES).optional().catch(undefined),
  /** Court days, both included. */
  on: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  after: z.string().max(200).optional(),
});
type Input = z.output<typeof recordsShape>;

export type RecordRow = {
  readonly chain: string;
  readonly seq: number;
  readonly at: string;
  readonly happened_at: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly role: string;
  readonly verb: string;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly data: Record<string, unknown>;
};

async function caseWhere(question: Question<Input>): Promise<SQL> {
  const { tx, courtId, input, deps, today } = question;
  if (!input.text) return sql`true`;
  const [court] = await tx.execute<{ code: string; prefix: string }>(
    sql`select code, number_prefix as prefix from courts where id = ${courtId}`,
  );
  if (!court) return sql`false`;
  const found = searchOf(input.text, { secrets: deps.secrets, court, today });
  return sql`c.id is not null and ${found.where}`;
}

async function personWhere({ tx, courtId, input }: Question<Input>): Promise<SQL> {
  if (!input.person) return sql`true`;
  const like = `%${input.person.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const people = await tx.execute<{ id: string }>(sql`
    select distinct p.id from people p join grants g on g.person_id = p.id and g.court_id = ${courtId} where p.name like ${like}
    union select m.person_id from roster_members m where m.court_id = ${courtId} and (m.name like ${like} or m.name_en ilike ${like})
    limit 50`);
  return sql`r.actor_id = any(${arrayText(people.map((one) => one.id))}::text[])`;
}

function cursor(after: string | undefined): SQL {
  const [at, chain, seq] = after?.split("~") ?? [];
  if (!at || !chain || !/^\d{1,9}$/.test(seq ?? "") || Number.isNaN(Date.parse(at))) return sql`true`;
  return sql`(r.at, r.chain, r.seq) < (${at}::timestamptz, ${chain}, ${Number(seq)}::int)`;
}

const day = (on: string) => sql`${`${on}T00:00:00+08:00`}::timestamptz`;

/** SQL over `records r left join cases c`; cases from which the reader is shut out stay out of his sight here too. */
async function recordsWhere(question: Question<Input>): Promise<SQL> {
  const { input, courtId, actor } = question;
  const verbs = input.verb.filter(Boolean);
  return sql`r.court_id = ${courtId} and (r.case_id is null or (${visibleTo(actor)}))
    and ${await caseWhere(question)} and ${await personWhere(question)}
    and ${verbs.length ? sql`r.verb = any(${arrayText(verbs)}::text[])` : sql`true`}
    and ${input.stage ? sql`r.data ->> 'stage' = ${input.stage}` : sql`true`}
    and ${input.on ? sql`r.at >= ${day(input.on)}` : sql`true`}
    and ${input.until ? sql`r.at < ${day(plusDays(input.until, 1))}` : sql`true`}`;
}

const FROM = sql`records r left join cases c on c.court_id = r.court_id and c.id = r.case_id::uuid`;

/** The entries themselves with everybody's name, latest first. */
export async function recordsFound(question: Question<Input>, most: number) {
  const { tx, courtId, input } = question;
  const where = await recordsWhere(question);
  const utc = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const rows = await tx.execute<RecordRow>(sql`
    select r.chain, r.seq, ${utc(sql`r.at`)} as at, ${utc(sql`r.happened_at`)} as happened_at, r.actor_kind, r.actor_id,
      r.role, r.verb, r.case_id, coalesce(c.case_no, c.registration_no) as number, r.data
    from ${FROM} where ${where} and ${cursor(input.after)}
    order by r.at desc, r.chain desc, r.seq desc limit ${most}`);
  const ids = rows.filter((row) => isId(row.actor_id)).map((row) => row.actor_id);
  const people = await namesOfPeople(tx, courtId, ids);
  const parties = ids.length
    ? await tx.execute<{ id: string; name: string; side: "claimant" | "respondent" }>(sql`
        select id, name, side from parties where court_id = ${courtId} and id = any(${arrayText(ids)}::uuid[])`)
    : [];
  return rows.map((row) => {
    const party = parties.find((one) => one.id === row.actor_id);
    return {
      chain: row.chain,
      seq: row.seq,
      at: row.at,
      happenedAt: row.happened_at,
      by: people.get(row.actor_id)?.name ?? party?.name ?? null,
      kind: row.actor_kind,
      side: party?.side ?? null,
      role: row.role,
      verb: row.verb,
      caseId: row.case_id,
      number: row.number,
      data: Object.entries(withoutChoices(row.verb, row.data)).map(([key, value]) => ({
        key,
        value: valueText(value),
      })),
    };
  });
}

const HASH = /^[0-9a-f]{64}$/;

/** Codes and numbers as they are; ids and checksums by their first and last signs, for nobody reads more of them. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  const text = String(value);
  return isId(text) || HASH.test(text) ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
}

/** Who did what, when and to which case, over the whole court: for auditors and leaders. */
export const recordsQuery = query({
  name: "records",
  ability: "view-records",
  input: recordsShape,
  run: async (question) => {
    const { tx, input } = question;
    const rows = await recordsFound(question, PAGE + 1);
    const [counted] = await tx.execute<{ total: number }>(sql`
      select count(*)::int as total from (select 1 from ${FROM} where ${await recordsWhere(question)} limit ${MOST_COUNTED + 1}) x`);
    const page = rows.slice(0, PAGE);
    const last = page.at(-1);
    return {
      filter: input,
      total: Math.min(counted?.total ?? 0, MOST_COUNTED),
      capped: (counted?.total ?? 0) > MOST_COUNTED,
      next: rows.length > PAGE && last ? `${last.at}~${last.chain}~${last.seq}` : null,
      rows: page,
    };
  },
});
