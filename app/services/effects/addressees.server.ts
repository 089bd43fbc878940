import { and, desc, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import type { Locale } from "~/i18n/locale";
import type { CaseRow } from "../command.server";
import type { Deps } from "../deps.server";
import { place } from "../personal.server";

/** One address to which something can go; staff have no contact point. */
export type Reach = { readonly address: string; readonly contactPointId: string | null };

export type Addressee = {
  readonly kind: "mediator" | "lawyer" | "party" | "agent" | "staff";
  readonly id: string;
  readonly name: string;
  readonly mail: Reach | null;
  readonly mobile: Reach | null;
  readonly locale: Locale;
  /** The reader's own time zone, where it is known. */
  readonly zone?: string;
  /** The side for which it is told; null for staff. */
  readonly party: { readonly id: string; readonly side: Side } | null;
};

export type Court = typeof schema.courts.$inferSelect;

/** What every message of a case says: the case it is about, and the court that sends it. */
export async function caseAndCourt(
  tx: Tx,
  courtId: string,
  caseId: string,
): Promise<{ row: CaseRow; court: Court }> {
  const c = schema.cases;
  const [row] = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, courtId), eq(c.id, caseId)));
  const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
  if (!row || !court) throw new Error("the case to be told of is gone");
  return { row, court };
}

/**
 * The local parts of a case's own mailbox, which tell nothing about the case; the newest secret's first, and one named
 * before a rotation is still the case's.
 */
export const caseMailboxNames = (deps: Pick<Deps, "secrets">, courtId: string, caseId: string): string[] =>
  deps.secrets
    .blindIndexes("case mailbox", `${courtId}:${caseId}`)
    .map((index) => `case-${index.toString("hex").slice(0, 20)}`);

/** The case's own mailbox, which we read: ORGANIZER and sender of everything in it. */
export function caseMailbox(
  deps: Deps,
  name: string,
  courtId: string,
  caseId: string,
): { name: string; address: string } {
  const host = new URL(deps.publicUrl).hostname;
  const domain = /^[\d.]+$|^localhost$/.test(host) ? "mediation.court.example" : host;
  const [local] = caseMailboxNames(deps, courtId, caseId);
  return { name, address: `${local}@${domain}` };
}

/** Where a party or its agent is reached by mail and by text message; what is known to be dead is left out. */
async function reachesOf(
  tx: Tx,
  deps: Deps,
  courtId: string,
  partyId: string,
  agentId: string | null,
): Promise<Pick<Addressee, "mail" | "mobile">> {
  const c = schema.contactPoints;
  const rows = await tx
    .select()
    .from(c)
    .where(
      and(
        eq(c.courtId, courtId),
        eq(c.partyId, partyId),
        inArray(c.kind, ["email", "mobile"]),
        notInArray(c.status, ["dead", "wrongPerson"]),
        agentId ? eq(c.agentId, agentId) : isNull(c.agentId),
      ),
    )
    .orderBy(desc(c.preferred), c.id);
  const first = (kind: "email" | "mobile"): Reach | null => {
    const row = rows.find((one) => one.kind === kind);
    if (!row) return null;
    const address = deps.secrets.openText(row.sealed, place("contact_points", "sealed", row.id));
    return { address, contactPointId: row.id };
  };
  return { mail: first("email"), mobile: first("mobile") };
}

/** A person of the court or its partners; told in Chinese, by mail. */
export async function staffAddressee(
  tx: Tx,
  personId: string,
  kind: "mediator" | "lawyer" | "staff" = "staff",
): Promise<Addressee> {
  const p = schema.people;
  const [row] = await tx.select({ name: p.name, email: p.email }).from(p).where(eq(p.id, personId));
  return {
    kind,
    id: personId,
    name: row?.name ?? "",
    mail: row?.email ? { address: row.email, contactPointId: null } : null,
    mobile: null,
    locale: "zh-CN",
    party: null,
  };
}

/** Where an invitation's recipient is reached; an address is opened only here, on the way out. */
export async function addressee(
  tx: Tx,
  deps: Deps,
  of: { courtId: string; recipientKind: "mediator" | "lawyer" | "party" | "agent"; recipientId: string },
): Promise<Addressee> {
  const { courtId, recipientKind: kind, recipientId: id } = of;
  if (kind === "mediator" || kind === "lawyer") return staffAddressee(tx, id, kind);
  const a = schema.agents;
  const [agent] =
    kind === "agent"
      ? await tx
          .select()
          .from(a)
          .where(and(eq(a.courtId, courtId), eq(a.id, id)))
      : [];
  const p = schema.parties;
  const [party] = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), eq(p.id, agent?.partyId ?? id)));
  if (!party || (kind === "agent" && !agent)) throw new Error("whoever was to be told is gone");
  return {
    kind,
    id,
    name: agent?.name ?? party.name,
    ...(await reachesOf(tx, deps, courtId, party.id, agent?.id ?? null)),
    locale: party.locale ?? "zh-CN",
    ...(party.zone && { zone: party.zone }),
    party: { id: party.id, side: party.side },
  };
}
