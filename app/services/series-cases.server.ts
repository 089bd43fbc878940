import { sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { insertRows } from "#db/insert-rows";
import { arrayText } from "#db/types";
import { type SeriesCase, type SeriesFault, type SeriesOf, seriesFault } from "~/domain/intake/series";
import { type Result, refuse } from "~/domain/result";
import type { Command } from "./command.server";

export type FoundCase = SeriesCase & { readonly registrationNo: string; readonly creditorName: string };

const COLUMNS = sql`select c.id as "caseId", c.registration_no as "registrationNo", c.cause_code as "causeCode",
    s.series_id as "seriesId", c.claimant_names as "creditorName",
    coalesce((select array_to_json(array_agg(distinct encode(p.id_index, 'hex'))) from parties p
      where p.court_id = c.court_id and p.case_id = c.id and p.side = 'claimant'), '[]') as creditors
  from cases c left join series_cases s on s.court_id = c.court_id and s.case_id = c.id`;

/** The cases that bear these registration numbers, in the order of the numbers; those that nobody bears are left out. */
export async function casesNumbered(
  tx: Tx,
  courtId: string,
  numbers: readonly string[],
): Promise<FoundCase[]> {
  return tx.execute<FoundCase>(sql`${COLUMNS}
    where c.court_id = ${courtId} and c.registration_no = any(${arrayText(numbers)}::text[])
    order by c.registration_no`);
}

/** The open cases of one claimant and cause that are in no series. */
export async function casesAlike(tx: Tx, courtId: string, of: SeriesOf): Promise<FoundCase[]> {
  return tx.execute<FoundCase>(sql`${COLUMNS}
    where c.court_id = ${courtId} and c.cause_code = ${of.causeCode} and s.series_id is null and c.closed_at is null
      and exists (select 1 from parties p where p.court_id = c.court_id and p.case_id = c.id and p.side = 'claimant'
        and p.id_index = decode(${of.creditor}, 'hex'))
    order by c.registration_no`);
}

/** Numbers as people paste them: one a line, or parted by commas, spaces or the like. */
export const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .toUpperCase()
      .split(/[\s,，;；、]+/)
      .filter(Boolean),
  ),
];

type Bad = { readonly registrationNo: string; readonly why: SeriesFault | "notFound" };

/** Of the cases found for these numbers, those that do not belong, each with its reason. */
export function badAmong(
  numbers: readonly string[],
  found: readonly FoundCase[],
  of: SeriesOf,
  seriesId: string | null,
): Bad[] {
  const byNumber = new Map(found.map((one) => [one.registrationNo, one]));
  return numbers.flatMap((registrationNo) => {
    const one = byNumber.get(registrationNo);
    const why = one ? seriesFault(one, of, seriesId) : "notFound";
    return why ? [{ registrationNo, why }] : [];
  });
}

const SHOWN = 20;

/** The refusal that names the numbers which do not belong, the first twenty of them. */
export const refuseNumbers = (bad: readonly Bad[]): Result<never> =>
  refuse("invalidInput", {
    fields: { numbers: [...new Set(bad.map((one) => one.why))] },
    params: {
      bad: bad.slice(0, SHOWN).map((one) => `${one.registrationNo} ${one.why}`),
      more: bad.length > SHOWN,
    },
  });

export async function addCases(
  { tx, courtId, now }: Pick<Command<unknown>, "tx" | "courtId" | "now">,
  seriesId: string,
  caseIds: readonly string[],
): Promise<void> {
  const rows = caseIds.map((caseId) => ({ courtId, caseId, seriesId, addedAt: now }));
  if (rows.length) await tx.execute(insertRows(schema.seriesCases, rows));
}
