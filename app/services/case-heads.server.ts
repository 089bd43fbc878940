import { and, asc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { causeOf } from "~/domain/intake/causes";
import type { CaseHead } from "./case-head.server";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";

/** What `caseHead` says of one case, of many at one go: a handful of questions however many there are. */
export async function caseHeads(
  tx: Tx,
  courtId: string,
  rows: readonly CaseRow[],
): Promise<Map<string, CaseHead>> {
  if (!rows.length) return new Map();
  const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
  if (!court) throw new Error("no such court");
  const ids = rows.map((row) => row.id);
  const p = schema.parties;
  const a = schema.agents;
  const o = schema.organisations;
  const parties = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), inArray(p.caseId, ids)))
    .orderBy(asc(p.side), asc(p.ordinal));
  const agents = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, courtId), inArray(a.caseId, ids)))
    .orderBy(asc(a.name));
  const orgIds = [...new Set(rows.flatMap((row) => row.orgId ?? []))];
  const orgs = orgIds.length
    ? await tx
        .select({ id: o.id, name: o.name, nameEn: o.nameEn, address: o.address })
        .from(o)
        .where(and(eq(o.courtId, courtId), inArray(o.id, orgIds)))
    : [];
  const names = await namesOfPeople(
    tx,
    courtId,
    rows.flatMap((row) => [row.mediatorId, row.lawyerId].flatMap((id) => id ?? [])),
  );
  const agentsOf = grouped(agents, (one) => one.partyId);
  const partiesOf = grouped(
    parties.map((party) => ({ ...party, agents: agentsOf.get(party.id) ?? [] })),
    (party) => party.caseId,
  );
  const nameOf = (id: string | null) => (id ? (names.get(id)?.name ?? null) : null);
  return new Map(
    rows.flatMap((row) => {
      const cause = causeOf(row.causeCode);
      if (!cause) return [];
      const org = orgs.find((one) => one.id === row.orgId);
      return [
        [
          row.id,
          {
            court,
            cause,
            parties: partiesOf.get(row.id) ?? [],
            mediatorName: nameOf(row.mediatorId) ?? "",
            lawyerName: nameOf(row.lawyerId),
            org: org ? { name: org.name, nameEn: org.nameEn, address: org.address } : null,
          },
        ] as const,
      ];
    }),
  );
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
