import { sql } from "drizzle-orm";
import type { Secrets } from "~/adapters/secrets.server";
import type { Command } from "./command.server";
import { identityIndexes } from "./identities.server";
import type { CaseParty } from "./party-shape.server";

const inHex = (secrets: Secrets, parties: readonly CaseParty[]) =>
  sql.join(
    parties
      .flatMap((party) => identityIndexes(secrets, { kind: party.idKind, number: party.idNumber }))
      .map((index) => sql`decode(${index.toString("hex")}, 'hex')`),
    sql`, `,
  );

/** An open case of the same cause between the same two sides; its registration number, or null. */
export async function twinOf(
  command: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  causeCode: string,
  parties: readonly CaseParty[],
): Promise<string | null> {
  const { tx, courtId, deps } = command;
  const side = (wanted: string) => parties.filter((party) => party.side === wanted);
  if (!side("claimant").length || !side("respondent").length) return null;
  const [row] = await tx.execute<{ registration_no: string }>(sql`
    select c.registration_no from parties r
    join cases c on c.court_id = r.court_id and c.id = r.case_id
    where r.court_id = ${courtId} and r.side = 'respondent' and r.id_index in (${inHex(deps.secrets, side("respondent"))})
      and c.closed_at is null and c.stage not in ('notReceived', 'closed', 'archived') and c.cause_code = ${causeCode}
      and exists (select 1 from parties a where a.court_id = c.court_id and a.case_id = c.id and a.side = 'claimant'
        and a.id_index in (${inHex(deps.secrets, side("claimant"))}))
    order by c.created_at limit 1`);
  return row?.registration_no ?? null;
}
