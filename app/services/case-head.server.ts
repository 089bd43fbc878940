import { and, asc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import { type Cause, causeOf } from "~/domain/intake/causes";
import type { CaseRow } from "./command.server";

export type HeadParty = typeof schema.parties.$inferSelect & {
  readonly agents: readonly (typeof schema.agents.$inferSelect)[];
};

/** What every document and most pages of a case begin with. */
export type CaseHead = {
  readonly court: typeof schema.courts.$inferSelect;
  readonly cause: Cause;
  readonly parties: readonly HeadParty[];
  readonly mediatorName: string;
  readonly lawyerName: string | null;
  readonly org: { readonly name: string; readonly nameEn: string; readonly address: string } | null;
};

export async function partiesOfCase(tx: Tx, courtId: string, caseId: string): Promise<HeadParty[]> {
  const p = schema.parties;
  const a = schema.agents;
  const parties = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.caseId, caseId)))
    .orderBy(asc(p.side), asc(p.ordinal));
  const agents = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, courtId), eq(a.caseId, caseId)))
    .orderBy(asc(a.name));
  return parties.map((party) => ({ ...party, agents: agents.filter((one) => one.partyId === party.id) }));
}

/** A person's name as the roster has it, else as his account has it. */
export async function personName(tx: Tx, courtId: string, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const m = schema.rosterMembers;
  const [member] = await tx
    .select({ name: m.name })
    .from(m)
    .where(and(eq(m.courtId, courtId), eq(m.personId, personId)))
    .limit(1);
  if (member) return member.name;
  const p = schema.people;
  const [person] = await tx.select({ name: p.name }).from(p).where(eq(p.id, personId));
  return person?.name ?? null;
}

export async function caseHead(tx: Tx, row: CaseRow): Promise<CaseHead> {
  const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, row.courtId));
  const cause = causeOf(row.causeCode);
  if (!court || !cause) throw new Error("the case has no court or no known cause");
  const o = schema.organisations;
  const [org] = row.orgId
    ? await tx
        .select({ name: o.name, nameEn: o.nameEn, address: o.address })
        .from(o)
        .where(and(eq(o.courtId, row.courtId), eq(o.id, row.orgId)))
    : [];
  return {
    court,
    cause,
    parties: await partiesOfCase(tx, row.courtId, row.id),
    mediatorName: (await personName(tx, row.courtId, row.mediatorId)) ?? "",
    lawyerName: await personName(tx, row.courtId, row.lawyerId),
    org: org ?? null,
  };
}

export const namesOfSide = (head: Pick<CaseHead, "parties">, side: Side): string =>
  head.parties
    .filter((party) => party.side === side)
    .map((party) => party.name)
    .join("、");
