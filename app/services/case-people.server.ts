import { and, asc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { CaseRow } from "./command.server";

export type Named = { readonly id: string; readonly name: string; readonly nameEn: string };

/** People by id, as the roster of this court or else the directory names them. */
export async function namesOfPeople(
  tx: Tx,
  courtId: string,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  const wanted = [...new Set(ids)];
  if (!wanted.length) return new Map();
  const p = schema.people;
  const r = schema.rosterMembers;
  const people = await tx.select({ id: p.id, name: p.name }).from(p).where(inArray(p.id, wanted));
  const roster = await tx
    .select({ id: r.personId, name: r.name, nameEn: r.nameEn })
    .from(r)
    .where(and(eq(r.courtId, courtId), inArray(r.personId, wanted)));
  return new Map([
    ...people.map((one) => [one.id, { ...one, nameEn: one.name }] as const),
    ...roster.map((one) => [one.id, one] as const),
  ]);
}

/** Parties with agents and masked contacts, as every member of staff on the case sees them. */
export async function partiesShown(tx: Tx, row: CaseRow) {
  const p = schema.parties;
  const a = schema.agents;
  const k = schema.contactPoints;
  const c = schema.consents;
  const parties = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)))
    .orderBy(asc(p.side), asc(p.ordinal));
  const agents = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)))
    .orderBy(asc(a.name));
  const contacts = await tx
    .select({
      contactPointId: k.id,
      partyId: k.partyId,
      agentId: k.agentId,
      kind: k.kind,
      masked: k.masked,
      status: k.status,
      preferred: k.preferred,
    })
    .from(k)
    .where(and(eq(k.courtId, row.courtId), eq(k.caseId, row.id)))
    .orderBy(asc(k.id));
  const consents = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, row.courtId), eq(c.caseId, row.id)))
    .orderBy(asc(c.recordedAt), asc(c.id));
  return parties.map((party) => {
    const mediation = consents.filter((one) => one.partyId === party.id && one.kind === "mediation").at(-1);
    return {
      partyId: party.id,
      side: party.side,
      ordinal: party.ordinal,
      kind: party.kind,
      name: party.name,
      idKind: party.idKind,
      idMasked: party.idMasked,
      representative: party.orgRepName,
      needs: party.needs,
      addressConfirmed: party.serviceAddressConfirmedAt !== null,
      eServiceConsent: party.eServiceConsent,
      consent: mediation
        ? { decision: mediation.decision, how: mediation.how, at: mediation.happenedAt.toUTC().toISO() }
        : null,
      contacts: contacts.filter((one) => one.partyId === party.id && one.agentId === null),
      agents: agents
        .filter((agent) => agent.partyId === party.id)
        .map((agent) => ({
          agentId: agent.id,
          name: agent.name,
          unit: agent.unit,
          authority: agent.authority,
          contacts: contacts.filter((one) => one.agentId === agent.id),
        })),
    };
  });
}

/** The contact log: who was tried, how and with what result; what was said is read with the contacts in full. */
export async function contactLog(tx: Tx, row: CaseRow, limit = 50) {
  const t = schema.contactAttempts;
  const rows = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.caseId, row.id)))
    .orderBy(asc(t.happenedAt))
    .limit(limit);
  const names = await namesOfPeople(
    tx,
    row.courtId,
    rows.map((one) => one.byId),
  );
  return rows.map((one) => ({
    attemptId: one.id,
    partyId: one.partyId,
    contactPointId: one.contactPointId,
    channel: one.channel,
    result: one.result,
    hasWords: one.wordsSealed !== null,
    nextTryOn: one.nextTryOn,
    by: names.get(one.byId)?.name ?? null,
    at: one.happenedAt.toUTC().toISO(),
    recordedAt: one.recordedAt.toUTC().toISO(),
  }));
}
