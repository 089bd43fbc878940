import { and, desc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Secrets } from "~/adapters/secrets.server";
import type { AssignmentDispute } from "~/domain/assignment/eligibility";
import { legalAct } from "~/domain/cases/regime";
import { asId, type MediatorId, type PartyId } from "~/domain/ids";
import { foldName } from "~/domain/intake/bigrams";
import { causeOf } from "~/domain/intake/causes";
import type { CaseRow } from "./command.server";
import { nameIndexes } from "./identities.server";

/** A need that names a language somebody cannot do without: `language:粤语`. */
const LANGUAGE = /^language:(.+)$/;

/** The dispute as conflicts and eligibility look at it, with the keys by which people and firms are compared. */
export type KeyedDispute = AssignmentDispute & {
  /** The key of whoever bears this folded name or index in the case; firms that nobody bears get a key of their own. */
  keyOf(of: { index?: string | null; name?: string | null }): string | null;
};

type Bearer = { key: string; indexes: readonly string[]; name: string };

/** Names and numbers of the case's people against which a roster member's relations are held. */
export async function disputeOf(tx: Tx, secrets: Secrets, row: CaseRow): Promise<KeyedDispute> {
  const p = schema.parties;
  const a = schema.agents;
  const parties = await tx
    .select({ id: p.id, name: p.name, index: p.idIndex, needs: p.needs })
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)));
  const agents = await tx
    .select({ id: a.id, partyId: a.partyId, name: a.name, unit: a.unit, index: a.idIndex })
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)));
  const bearers: Bearer[] = [...parties, ...agents].map((one) => ({
    key: one.index?.toString("hex") ?? `person:${one.id}`,
    indexes: [...(one.index ? [one.index.toString("hex")] : []), ...nameIndexes(secrets, one.name)],
    name: foldName(one.name),
  }));
  const keyOf: KeyedDispute["keyOf"] = ({ index, name }) => {
    const folded = name ? foldName(name) : null;
    const found = bearers.find(
      (one) =>
        (index && one.indexes.includes(index)) || (folded !== null && folded !== "" && one.name === folded),
    );
    return found?.key ?? (folded ? `firm:${folded}` : null);
  };
  const t = schema.assignments;
  const earlier = await tx
    .select({ mediatorId: t.mediatorId, endCode: t.endCode })
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.caseId, row.id), eq(t.status, "ended")))
    .orderBy(desc(t.endedAt));
  const b = schema.bars;
  const barred = await tx
    .select({ personId: b.personId, why: b.why })
    .from(b)
    .where(and(eq(b.courtId, row.courtId), eq(b.caseId, row.id)));
  const ended = (...codes: string[]) =>
    earlier.flatMap((one) =>
      one.mediatorId && one.endCode && codes.includes(one.endCode) ? [asId<MediatorId>(one.mediatorId)] : [],
    );
  const keyed = new Map([...parties, ...agents].map((one, n) => [one.id, bearers[n]?.key ?? null]));
  return {
    parties: parties.map((one) => ({ partyId: asId<PartyId>(one.id), idIndex: keyed.get(one.id) ?? null })),
    agents: agents.map((one) => ({
      partyId: asId<PartyId>(one.partyId),
      idIndex: keyed.get(one.id) ?? null,
      firmIndex: keyOf({ name: one.unit }),
    })),
    legalAct: legalAct(row.caseNo !== null),
    causeCode: row.causeCode,
    causeGroup: causeOf(row.causeCode)?.group ?? "",
    district: null,
    language:
      parties.flatMap((one) => one.needs).flatMap((need) => LANGUAGE.exec(need)?.[1] ?? [])[0] ?? null,
    declinedBy: ended("declined", "lapsed"),
    replaced: [
      ...ended("replaced", "recused"),
      ...barred
        .filter((one) => one.why === "recused" || one.why === "revoked")
        .map((one) => asId<MediatorId>(one.personId)),
    ],
    keyOf,
  };
}
