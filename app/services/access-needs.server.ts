import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { SessionMode } from "~/domain/mediation/sessions";
import {
  excludedIn,
  FACILITIES,
  type Facility,
  type NeedCode,
  needBehind,
  type Requirements,
  requirementsOf,
} from "~/domain/scheduling/needs";
import { iso } from "./iso.server";
import type { PlannedSession } from "./lying-outside.server";

/**
 * What a session of these cases in this mode must offer, by the stored needs of the parties who come. `comingIds`: the
 * resources of those who come; a party who is excused asks for nothing, one without time of its own (an organisation)
 * always counts.
 */
export async function requirementsFor(
  tx: Tx,
  courtId: string,
  caseIds: readonly string[],
  comingIds: readonly string[],
  mode: SessionMode,
): Promise<Requirements> {
  const p = schema.parties;
  const parties = await tx
    .select({ needs: p.needs, resourceId: p.resourceId })
    .from(p)
    .where(and(eq(p.courtId, courtId), inArray(p.caseId, [...caseIds])));
  const coming = parties.filter((one) => one.resourceId === null || comingIds.includes(one.resourceId));
  return requirementsOf(
    coming.map((one) => one.needs),
    mode,
  );
}

/**
 * The need that a room (none: null) or the mediator's languages do not meet, or that closes the mode; null where everything
 * is met.
 */
export function needUnmet(
  of: Requirements,
  mode: SessionMode,
  facilities: readonly string[] | null,
  spoken: readonly string[],
): NeedCode | null {
  if (of.languages.some((one) => !spoken.includes(one))) return "dialect";
  const lacking = FACILITIES.find(
    (one: Facility) => of.facilities.includes(one) && !facilities?.includes(one),
  );
  return excludedIn(of, mode) ?? (lacking ? needBehind(lacking) : null);
}

type At = { readonly tx: Tx; readonly courtId: string; readonly now: DateTime };

/** Planned sessions of a case or in a room where somebody's needs are not met, by start; nothing is moved. */
export async function unmetSessions(
  { tx, courtId, now }: At,
  of: { readonly caseId: string } | { readonly roomId: string },
): Promise<PlannedSession[]> {
  const s = schema.sessions;
  const b = schema.bookings;
  const r = schema.rooms;
  const sc = schema.sessionCases;
  const planned = await tx
    .select({
      sessionId: s.id,
      mode: s.mode,
      during: b.during,
      facilities: r.facilities,
      spoken: sql<string[]>`coalesce((select json_agg(distinct l.spoken) from roster_members m,
        jsonb_array_elements_text(m.languages) as l(spoken)
        where m.court_id = ${s.courtId} and m.person_id = ${s.mediatorId}), '[]')`,
      caseIds: sql<string[]>`(select json_agg(sc.case_id) from session_cases sc
        where sc.court_id = ${s.courtId} and sc.session_id = ${s.id})`,
      comingIds: sql<string[]>`coalesce((select json_agg(o.resource_id) from occupancies o
        where o.court_id = ${b.courtId} and o.booking_id = ${b.id} and o.released_at is null), '[]')`,
    })
    .from(s)
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .leftJoin(r, and(eq(r.courtId, s.courtId), eq(r.id, s.roomId)))
    .where(
      and(
        eq(s.courtId, courtId),
        eq(s.status, "planned"),
        sql`lower(${b.during}) > ${now.toUTC().toISO()}::timestamptz`,
        "roomId" in of
          ? eq(s.roomId, of.roomId)
          : sql`exists (select 1 from ${sc} where ${sc.courtId} = ${s.courtId} and ${sc.sessionId} = ${s.id} and ${sc.caseId} = ${of.caseId}::uuid)`,
      ),
    )
    .orderBy(asc(sql`lower(${b.during})`), asc(s.id));
  const unmet: PlannedSession[] = [];
  for (const one of planned) {
    const asked = await requirementsFor(tx, courtId, one.caseIds, one.comingIds, one.mode);
    if (needUnmet(asked, one.mode, one.facilities, one.spoken))
      unmet.push({ sessionId: one.sessionId, startAt: iso(one.during.start) });
  }
  return unmet;
}
