import type { UserActor } from "~/domain/policy/actor";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { contactsUnmaskedQuery } from "~/services/queries-contacts.server";
import { ask } from "~/services/query.server";

/** Numbers and addresses in full, by their ids; the asking leaves a trace on the asker's own chain. */
export async function fullDetailsOf(deps: Deps, actor: UserActor, caseId: string) {
  const full = await guarded(() => ask(deps, actor, contactsUnmaskedQuery, { caseId }));
  if (!full.ok) throw new Response(null, { status: 404 });
  const entries = <T>(all: readonly T[], pair: (one: T) => readonly [string, string | null]) =>
    Object.fromEntries(all.map(pair).flatMap(([id, value]) => (value ? [[id, value]] : [])));
  return {
    contacts: entries(
      full.parties.flatMap((party) => party.contacts),
      (one) => [one.contactPointId, one.value],
    ),
    ids: entries(full.parties, (party) => [party.partyId, party.idNumber]),
    addresses: entries(full.parties, (party) => [party.partyId, party.address]),
    words: entries(
      full.parties.flatMap((party) => party.attempts),
      (one) => [one.attemptId, one.words],
    ),
  };
}

export type FullDetails = Awaited<ReturnType<typeof fullDetailsOf>>;
