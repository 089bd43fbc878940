import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { asCourtId, asId, type OrgId, type PersonId, type TeamId } from "~/domain/ids";
import type { UserActor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";

export type Grant = { courtId: string; courtName: string; courtNameEn: string; role: Role };

const currentGrant = (now: DateTime) => {
  const g = schema.grants;
  return and(lte(g.validFrom, now), or(isNull(g.validTo), gt(g.validTo, now)));
};

/** The roles that a person may take today, each once, in a fixed order. */
export async function grantsOf(tx: Tx, personId: string, now: DateTime): Promise<Grant[]> {
  const g = schema.grants;
  return tx
    .selectDistinct({
      courtId: g.courtId,
      courtName: schema.courts.name,
      courtNameEn: schema.courts.nameEn,
      role: g.role,
    })
    .from(g)
    .innerJoin(schema.courts, eq(schema.courts.id, g.courtId))
    .where(and(eq(g.personId, personId), currentGrant(now)))
    .orderBy(g.courtId, g.role);
}

export type Place = { readonly courtId: string; readonly role: Role | null };

/**
 * Where a person is recorded who has taken no role: in the first of his courts, always the same one, so that a burst of
 * failures is one run of one chain. Whoever serves no court is not recorded (`role` null): the court then only lends its
 * door. Asks as much of the database for the one as for the other, so that time does not tell them apart.
 */
export async function placeOf(tx: Tx, grants: readonly Grant[]): Promise<Place | null> {
  const c = schema.courts;
  const [lender] = await tx.select({ id: c.id }).from(c).orderBy(asc(c.id)).limit(1);
  return grants[0] ?? (lender ? { courtId: lender.id, role: null } : null);
}

/** The actor that a person with an open account is in one court and one role; teams and organisations come with the grants. */
export async function userActor(
  tx: Tx,
  personId: string,
  courtId: string,
  role: Role,
  now: DateTime,
): Promise<UserActor | null> {
  const g = schema.grants;
  const p = schema.people;
  const rows = await tx
    .select({ role: g.role, teamId: g.teamId, orgId: g.orgId })
    .from(g)
    .innerJoin(p, and(eq(p.id, g.personId), isNull(p.disabledAt)))
    .where(and(eq(g.personId, personId), eq(g.courtId, courtId), currentGrant(now)));
  const roles = [...new Set(rows.map((row) => row.role))];
  if (!roles.includes(role)) return null;
  const inRole = rows.filter((row) => row.role === role);
  return {
    kind: "user",
    courtId: asCourtId(courtId),
    userId: asId<PersonId>(personId),
    role,
    roles,
    teamIds: inRole.flatMap((row) => (row.teamId ? [asId<TeamId>(row.teamId)] : [])),
    orgIds: inRole.flatMap((row) => (row.orgId ? [asId<OrgId>(row.orgId)] : [])),
  };
}
