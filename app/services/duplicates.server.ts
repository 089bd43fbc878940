import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
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

const bytesText = (hex: Iterable<string>) => `${arrayText([...hex].map((one) => `\\x${one}`))}`;

type Party = { readonly caseId: string; readonly hex: string };

/**
 * Open cases in which one of these people answers. By lists, each looked through once whatever the plan: joined, a plan
 * that was made while the tables were empty goes through all cases for each row of a sheet.
 */
async function casesAgainst(tx: Tx, courtId: string, respondents: ReadonlySet<string>) {
  const found = await tx.execute<Party>(sql`
    select case_id as "caseId", encode(id_index, 'hex') as hex from parties
    where court_id = ${courtId} and id_index = any(${bytesText(respondents)}::bytea[]) and side = 'respondent'`);
  if (!found.length) return [];
  const ids = arrayText([...new Set(found.map((one) => one.caseId))]);
  const open = await tx.execute<{ id: string; cause: string; registrationNo: string }>(sql`
    select id, cause_code as cause, registration_no as "registrationNo" from cases
    where court_id = ${courtId} and id = any(${ids}::uuid[])
      and closed_at is null and stage not in ('notReceived', 'closed', 'archived')
    order by created_at, registration_no`);
  const claimants = await tx.execute<Party>(sql`
    select case_id as "caseId", encode(id_index, 'hex') as hex from parties
    where court_id = ${courtId} and case_id = any(${ids}::uuid[]) and side = 'claimant' and id_index is not null`);
  const bySide = (parties: readonly Party[]) => {
    const hexes = new Map<string, string[]>();
    for (const { caseId, hex } of parties) hexes.set(caseId, [...(hexes.get(caseId) ?? []), hex]);
    return (id: string) => hexes.get(id) ?? [];
  };
  const [claimantsOf, respondentsOf] = [bySide(claimants), bySide(found)];
  return open.map((one) => ({
    ...one,
    claimants: claimantsOf(one.id),
    respondents: respondentsOf(one.id),
  }));
}

/** Under what the same dispute is found again: its cause and a pair of its sides. */
const keysOf = (cause: string, { claimants, respondents }: Sides): string[] =>
  claimants.flatMap((one) => respondents.map((other) => `${cause} ${one} ${other}`));

/** An open case of the same cause between the same two sides, for each of these: its registration number, or null. */
export async function twinsOf(
  command: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  disputes: readonly Dispute[],
): Promise<(string | null)[]> {
  const { tx, courtId, deps } = command;
  const asked = disputes.map((one) => ({ cause: one.causeCode, ...sidesOf(deps.secrets, one) }));
  const open = await casesAgainst(tx, courtId, new Set(asked.flatMap((one) => one.respondents)));
  const byKey = new Map<string, string>();
  for (const one of open)
    for (const key of keysOf(one.cause, one)) if (!byKey.has(key)) byKey.set(key, one.registrationNo);
  return asked.map((one) => {
    const key = keysOf(one.cause, one).find((each) => byKey.has(each));
    return key === undefined ? null : (byKey.get(key) ?? null);
  });
}

/** Tells twins among disputes that come in together: true where an earlier one is the same. `keep` those that do come in. */
export function twinsAmong(secrets: Secrets) {
  const seen = new Set<string>();
  const keys = (dispute: Dispute) => keysOf(dispute.causeCode, sidesOf(secrets, dispute));
  return {
    has: (dispute: Dispute): boolean => keys(dispute).some((key) => seen.has(key)),
    keep: (dispute: Dispute): void => {
      for (const key of keys(dispute)) seen.add(key);
    },
  };
}
