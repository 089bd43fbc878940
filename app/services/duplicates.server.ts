import { sql } from "drizzle-orm";
import type { Secrets } from "~/adapters/secrets.server";
import type { Command } from "./command.server";
import { identityIndexes } from "./identities.server";
import type { CaseParty } from "./party-shape.server";

type Dispute = { readonly causeCode: string; readonly parties: readonly CaseParty[] };
type Sides = { readonly claimants: readonly string[]; readonly respondents: readonly string[] };

/** Whom a dispute is between, by blind index in hex. */
function sidesOf(secrets: Secrets, { parties }: Dispute): Sides {
  const of = (side: string) =>
    parties
      .filter((party) => party.side === side)
      .flatMap((party) => identityIndexes(secrets, { kind: party.idKind, number: party.idNumber }))
      .map((index) => index.toString("hex"));
  return { claimants: of("claimant"), respondents: of("respondent") };
}

/** An open case of the same cause between the same two sides, for each of these: its registration number, or null. */
export async function twinsOf(
  command: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  disputes: readonly Dispute[],
): Promise<(string | null)[]> {
  const { tx, courtId, deps } = command;
  const asked = disputes.map((one, n) => ({ n, cause: one.causeCode, ...sidesOf(deps.secrets, one) }));
  const found = await tx.execute<{ n: number; registration_no: string }>(sql`
    select distinct on (a.n) a.n, c.registration_no
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as a(n integer, cause text, claimants text[], respondents text[])
    cross join lateral unnest(a.respondents) as i(hex)
    join parties r on r.court_id = ${courtId} and r.id_index = decode(i.hex, 'hex') and r.side = 'respondent'
    join cases c on c.court_id = r.court_id and c.id = r.case_id and c.cause_code = a.cause
      and c.closed_at is null and c.stage not in ('notReceived', 'closed', 'archived')
    where exists (select 1 from parties p where p.court_id = c.court_id and p.case_id = c.id and p.side = 'claimant'
      and p.id_index in (select decode(hex, 'hex') from unnest(a.claimants) as k(hex)))
    order by a.n, c.created_at`);
  const byNumber = new Map(found.map((one) => [one.n, one.registration_no]));
  return disputes.map((_, n) => byNumber.get(n) ?? null);
}

/** Tells twins among disputes that come in together: true where an earlier one is the same. `keep` those that do come in. */
export function twinsAmong(secrets: Secrets) {
  const seen = new Set<string>();
  const keysOf = (dispute: Dispute): string[] => {
    const { claimants, respondents } = sidesOf(secrets, dispute);
    return claimants.flatMap((one) => respondents.map((other) => `${dispute.causeCode} ${one} ${other}`));
  };
  return {
    has: (dispute: Dispute): boolean => keysOf(dispute).some((key) => seen.has(key)),
    keep: (dispute: Dispute): void => {
      for (const key of keysOf(dispute)) seen.add(key);
    },
  };
}
