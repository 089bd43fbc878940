import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { insertAll, rowsFor } from "#db/insert-rows";
import type { SIDES } from "~/domain/cases/sides";
import { bigrams } from "~/domain/intake/bigrams";
import { maskAddress, maskEmail, maskId, maskPhone } from "~/domain/intake/mask";
import { birthOn } from "~/domain/intake/resident-id";
import type { Command } from "./command.server";
import { contactIndex, type Identity, identityIndex, resourcesFor } from "./identities.server";
import { type AgentInput, type CaseParty, type ContactInput, contactsOf } from "./party-shape.server";
import { place } from "./personal.server";

type At = Pick<Command<unknown>, "tx" | "courtId" | "deps">;

export const identityOf = (of: {
  idKind: Identity["kind"];
  idNumber?: string | undefined;
}): Identity | null => (of.idNumber ? { kind: of.idKind, number: of.idNumber } : null);

/** What the list shows without a join, and the pairs of signs by which a name is found. */
export function namesOf(parties: readonly { side: string; name: string }[]) {
  const side = (wanted: (typeof SIDES)[number]) =>
    parties.filter((party) => party.side === wanted).map((party) => party.name);
  return {
    claimantNames: side("claimant").join("、"),
    respondentNames: side("respondent").join("、"),
    nameGrams: [...new Set(parties.flatMap((party) => [...bigrams(party.name)]))].sort(),
  };
}

/** Everybody of the parties who can be busy: natural persons and agents; an organisation sends an agent. */
const busyOf = (party: CaseParty) => [
  ...(party.kind === "natural" ? [{ identity: identityOf(party), kind: "party" as const }] : []),
  ...party.agents.map((agent) => ({ identity: identityOf(agent), kind: "agent" as const })),
];

/** Makes the resources of all these people at once. An import asks for its whole sheet before it takes a number. */
export const claimResources = (at: At, parties: readonly CaseParty[]): Promise<string[]> =>
  resourcesFor(at.tx, at.deps.secrets, parties.flatMap(busyOf));

const maskOf = (one: ContactInput): string => {
  if (one.kind === "email") return maskEmail(one.value);
  return one.kind === "mobile" || one.kind === "landline" ? maskPhone(one.value) : maskAddress(one.value);
};

export function contactRow(
  at: Omit<At, "tx">,
  of: { caseId: string; partyId: string; agentId: string | null },
  one: ContactInput,
): typeof schema.contactPoints.$inferInsert {
  const id = uuidv7();
  return {
    courtId: at.courtId,
    id,
    ...of,
    kind: one.kind,
    sealed: at.deps.secrets.seal(one.value, place("contact_points", "sealed", id)),
    index: contactIndex(at.deps.secrets, one.value),
    masked: maskOf(one),
    preferred: one.preferred,
  };
}

function partyRow(
  at: Omit<At, "tx">,
  caseId: string,
  party: CaseParty,
  ordinal: number,
  resourceId: string | null,
) {
  const { secrets } = at.deps;
  const id = uuidv7();
  return {
    courtId: at.courtId,
    id,
    caseId,
    side: party.side,
    ordinal,
    kind: party.kind,
    name: party.name,
    idKind: party.idKind,
    idSealed: secrets.seal(party.idNumber, place("parties", "id_sealed", id)),
    idIndex: identityIndex(secrets, { kind: party.idKind, number: party.idNumber }),
    idMasked: maskId(party.idNumber),
    birthOn: party.idKind === "residentId" ? birthOn(party.idNumber) : null,
    addressSealed: party.address ? secrets.seal(party.address, place("parties", "address_sealed", id)) : null,
    orgRepName: party.representative ?? null,
    resourceId,
    needs: party.needs,
    eServiceConsent: party.eServiceConsent,
  };
}

function agentRow(
  at: Omit<At, "tx">,
  of: { caseId: string; partyId: string },
  agent: AgentInput,
  resourceId: string,
) {
  const identity = identityOf(agent);
  return {
    courtId: at.courtId,
    id: uuidv7(),
    ...of,
    name: agent.name,
    unit: agent.unit ?? null,
    authority: agent.authority,
    resourceId,
    idIndex: identity ? identityIndex(at.deps.secrets, identity) : null,
  };
}

/** How many of a case's people can be busy: as many of the ids that claimResources answered are its own. */
export const busyCount = (parties: readonly CaseParty[]): number => parties.flatMap(busyOf).length;

/** The rows of parties, their agents and every way to reach them: numbers sealed, indexed and masked. */
export function partyRows(
  at: Omit<At, "tx">,
  caseId: string,
  given: readonly CaseParty[],
  resources: readonly string[],
  firstOrdinal = 0,
) {
  const left = [...resources];
  const parties = [];
  const agents = [];
  const contacts = [];
  for (const [n, party] of given.entries()) {
    const resourceId = party.kind === "natural" ? (left.shift() ?? null) : null;
    const row = partyRow(at, caseId, party, firstOrdinal + n, resourceId);
    parties.push(row);
    for (const one of contactsOf(party, party.contacts))
      contacts.push(contactRow(at, { caseId, partyId: row.id, agentId: null }, one));
    for (const agent of party.agents) {
      const found = agentRow(at, { caseId, partyId: row.id }, agent, left.shift() as string);
      agents.push(found);
      for (const one of contactsOf(agent))
        contacts.push(contactRow(at, { caseId, partyId: row.id, agentId: found.id }, one));
    }
  }
  return { parties, agents, contacts };
}

/** Writes parties of a case that stands. */
export async function insertParties(
  at: At,
  caseId: string,
  given: readonly CaseParty[],
  resources: readonly string[],
  firstOrdinal = 0,
): Promise<void> {
  const { parties, agents, contacts } = partyRows(at, caseId, given, resources, firstOrdinal);
  const insert = insertAll([
    rowsFor(schema.parties, parties),
    rowsFor(schema.agents, agents),
    rowsFor(schema.contactPoints, contacts),
  ]);
  if (insert) await at.tx.execute(insert);
}
