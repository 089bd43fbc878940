import { and, desc, eq, isNull } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import type { CaseRow } from "../command.server";
import type { Deps } from "../deps.server";
import { place } from "../personal.server";

export type Addressee = {
  readonly name: string;
  readonly address: string | null;
  readonly staff: boolean;
  readonly party: { id: string; side: Side } | null;
};

/** What every message of a case says: the case it is about, and the court that sends it. */
export async function caseAndCourt(
  tx: Tx,
  courtId: string,
  caseId: string,
): Promise<{ row: CaseRow; court: typeof schema.courts.$inferSelect }> {
  const c = schema.cases;
  const [row] = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, courtId), eq(c.id, caseId)));
  const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
  if (!row || !court) throw new Error("the case to be told of is gone");
  return { row, court };
}

/** The case's own mailbox, which we read: ORGANIZER and sender of everything in it. It tells nothing about the case. */
export function caseMailbox(
  deps: Deps,
  name: string,
  courtId: string,
  caseId: string,
): { name: string; address: string } {
  const host = new URL(deps.publicUrl).hostname;
  const local = `case-${deps.secrets.blindIndex("case mailbox", `${courtId}:${caseId}`).toString("hex").slice(0, 20)}`;
  return {
    name,
    address: `${local}@${/^[\d.]+$|^localhost$/.test(host) ? "mediation.court.example" : host}`,
  };
}

async function mailOf(
  tx: Tx,
  deps: Deps,
  courtId: string,
  partyId: string,
  agentId: string | null,
): Promise<string | null> {
  const c = schema.contactPoints;
  const [row] = await tx
    .select()
    .from(c)
    .where(
      and(
        eq(c.courtId, courtId),
        eq(c.partyId, partyId),
        eq(c.kind, "email"),
        agentId ? eq(c.agentId, agentId) : isNull(c.agentId),
      ),
    )
    .orderBy(desc(c.preferred))
    .limit(1);
  return row ? deps.secrets.openText(row.sealed, place("contact_points", "sealed", row.id)) : null;
}

export async function staffAddress(
  tx: Tx,
  personId: string,
): Promise<{ name: string; address: string | null }> {
  const p = schema.people;
  const [row] = await tx.select({ name: p.name, email: p.email }).from(p).where(eq(p.id, personId));
  return { name: row?.name ?? "", address: row?.email ?? null };
}

/** Where an invitation's recipient is reached; an address is opened only here, on the way out. */
export async function addressee(
  tx: Tx,
  deps: Deps,
  of: { courtId: string; recipientKind: string; recipientId: string },
): Promise<Addressee> {
  const { courtId, recipientId } = of;
  if (of.recipientKind === "mediator" || of.recipientKind === "lawyer") {
    return { ...(await staffAddress(tx, recipientId)), staff: true, party: null };
  }
  const p = schema.parties;
  if (of.recipientKind === "agent") {
    const a = schema.agents;
    const [agent] = await tx
      .select()
      .from(a)
      .where(and(eq(a.courtId, courtId), eq(a.id, recipientId)));
    if (!agent) throw new Error("the agent to be told is gone");
    const [party] = await tx
      .select()
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.id, agent.partyId)));
    const address = await mailOf(tx, deps, courtId, agent.partyId, agent.id);
    return {
      name: agent.name,
      address,
      staff: false,
      party: party ? { id: party.id, side: party.side } : null,
    };
  }
  const [party] = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.id, recipientId)));
  if (!party) throw new Error("the party to be told is gone");
  return {
    name: party.name,
    address: await mailOf(tx, deps, courtId, party.id, null),
    staff: false,
    party: { id: party.id, side: party.side },
  };
}
