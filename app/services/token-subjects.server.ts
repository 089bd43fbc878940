import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { schema } from "#db/client";
import type { Side } from "~/domain/cases/sides";
import type { Role } from "~/domain/policy/roles";
import type { Deps } from "./deps.server";
import type { TokenFor } from "./tokens.server";

/** The person of that login, or the first by login, who has the role in the court today. */
export async function findPersonInRole(
  deps: Deps,
  courtId: string,
  role: Role,
  login?: string,
): Promise<TokenFor | null> {
  const now = deps.clock.now();
  const g = schema.grants;
  const p = schema.people;
  const [row] = await deps.db.withDirectory((tx) =>
    tx
      .select({ personId: p.id })
      .from(g)
      .innerJoin(p, eq(p.id, g.personId))
      .where(
        and(
          eq(g.courtId, courtId),
          eq(g.role, role),
          lte(g.validFrom, now),
          or(isNull(g.validTo), gt(g.validTo, now)),
          login ? eq(p.login, login) : undefined,
        ),
      )
      .orderBy(asc(p.login))
      .limit(1),
  );
  return row ? { personId: row.personId, role } : null;
}

/** The first party of a side of the case with that registration or case number. */
export async function findPartyOfCase(
  deps: Deps,
  courtId: string,
  number: string,
  side: Side,
): Promise<TokenFor | null> {
  const c = schema.cases;
  const p = schema.parties;
  const [row] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ caseId: c.id, partyId: p.id })
      .from(c)
      .innerJoin(p, and(eq(p.courtId, c.courtId), eq(p.caseId, c.id)))
      .where(
        and(eq(c.courtId, courtId), or(eq(c.registrationNo, number), eq(c.caseNo, number)), eq(p.side, side)),
      )
      .orderBy(asc(p.ordinal))
      .limit(1),
  );
  return row ? { ...row, side } : null;
}
