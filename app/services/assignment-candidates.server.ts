import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { PRIOR_ROLES, RELATION_KINDS } from "~/domain/assignment/conflict-of-interest";
import type { Candidate } from "~/domain/assignment/eligibility";
import { asId, type MediatorId, type OrgId } from "~/domain/ids";
import { causeOf } from "~/domain/intake/causes";
import { MEDIATOR_CATEGORIES } from "~/domain/roster/mediator-categories";
import type { KeyedDispute } from "./assignment-dispute.server";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";

export type RosterRow = typeof schema.rosterMembers.$inferSelect;
/** Absent for a working day or more is leave; an hour at the dentist is for the slot search. */
const LEAVE_HOURS = 7;
/** What counts as load: everything that still waits for the mediator. */
const LOADS = ["delegated", "mediation", "signing", "agreed", "returned"] as const;

export const rosterOf = (
  tx: Tx,
  courtId: string,
  kind: RosterRow["kind"],
  personIds?: readonly string[],
): Promise<RosterRow[]> => {
  const r = schema.rosterMembers;
  return tx
    .select()
    .from(r)
    .where(
      and(
        eq(r.courtId, courtId),
        eq(r.kind, kind),
        personIds ? inArray(r.personId, [...personIds]) : undefined,
      ),
    )
    .orderBy(r.name, r.personId);
};

async function loadsOf(tx: Tx, courtId: string): Promise<Map<string, number>> {
  const c = schema.cases;
  const rows = await tx
    .select({ id: c.mediatorId, open: sql<number>`count(*)::int` })
    .from(c)
    .where(and(eq(c.courtId, courtId), isNull(c.closedAt), inArray(c.stage, [...LOADS])))
    .groupBy(c.mediatorId);
  return new Map(rows.flatMap((row) => (row.id ? [[row.id, row.open] as const] : [])));
}

async function lastAssigned(tx: Tx, courtId: string): Promise<Map<string, DateTime>> {
  const a = schema.assignments;
  const rows = await tx
    .selectDistinctOn([a.mediatorId], { id: a.mediatorId, at: a.offeredAt })
    .from(a)
    .where(and(eq(a.courtId, courtId), sql`${a.mediatorId} is not null`))
    .orderBy(a.mediatorId, sql`${a.offeredAt} desc`);
  return new Map(rows.flatMap((row) => (row.id ? [[row.id, row.at] as const] : [])));
}

async function leavesOf(tx: Tx, courtId: string, ids: readonly string[], now: DateTime) {
  const a = schema.absences;
  const rows = await tx
    .select({ id: a.resourceId, during: a.during })
    .from(a)
    .where(
      and(
        eq(a.courtId, courtId),
        inArray(a.resourceId, [...ids]),
        sql`upper(${a.during}) > ${now.toUTC().toISO()}::timestamptz`,
      ),
    );
  return rows
    .filter((row) => row.during.end.diff(row.during.start, "hours").hours >= LEAVE_HOURS)
    .map((row) => ({
      id: row.id,
      fromOn: courtDay(row.during.start),
      untilOn: courtDay(row.during.end.minus({ minutes: 1 })),
    }));
}

async function residentsOn(tx: Tx, courtId: string, today: string, weekday: number): Promise<Set<string>> {
  const h = schema.weeklyHours;
  const rows = await tx
    .select({ id: h.resourceId })
    .from(h)
    .where(
      and(
        eq(h.courtId, courtId),
        eq(h.weekday, weekday),
        eq(h.resident, true),
        sql`${h.validFrom} <= ${today} and (${h.validTo} is null or ${h.validTo} > ${today})`,
      ),
    );
  return new Set(rows.map((row) => row.id));
}

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  list.some((one) => one === text);

/** The roster's people as candidates for a dispute: load, leave, relations, all read afresh. */
export async function candidatesFor(
  tx: Tx,
  row: CaseRow,
  dispute: KeyedDispute,
  members: readonly RosterRow[],
  now: DateTime,
): Promise<Candidate[]> {
  if (!members.length) return [];
  const { courtId } = row;
  const ids = members.map((one) => one.personId);
  const today = courtDay(now);
  const loads = await loadsOf(tx, courtId);
  const last = await lastAssigned(tx, courtId);
  const leaves = await leavesOf(tx, courtId, ids, now);
  const residents = await residentsOn(tx, courtId, today, now.setZone("Asia/Shanghai").weekday);
  const o = schema.organisations;
  const orgs = await tx
    .select({ id: o.id })
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.active, true)));
  const d = schema.declaredRelations;
  const declared = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, courtId), inArray(d.personId, ids)));
  const b = schema.bars;
  const roles = await tx
    .select({ personId: b.personId, why: b.why })
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.caseId, row.id), ne(b.why, "recused")));
  return members.map((one): Candidate => {
    const id = one.personId;
    const lastAt = last.get(id) ?? null;
    return {
      mediatorId: asId<MediatorId>(id),
      category: isOneOf(MEDIATOR_CATEGORIES, one.category) ? one.category : "invited",
      rosterStatus: one.active ? "active" : "removed",
      orgId: one.orgId ? asId<OrgId>(one.orgId) : null,
      orgActive: orgs.some((org) => org.id === one.orgId),
      scopes: ["delegated", "entrusted"],
      causes: one.causeCodes,
      groups: [...new Set(one.causeCodes.flatMap((code) => causeOf(code)?.group ?? []))],
      languages: one.languages,
      districts: [],
      openCases: loads.get(id) ?? 0,
      capacity: one.maxOpen,
      leaves: leaves.filter((leave) => leave.id === id),
      residentOn: residents.has(id) ? [today] : [],
      lastAssignedAt: lastAt,
      // The roster keeps no identity numbers; who is a party himself says so by a declared relation.
      idIndex: null,
      firmIndex: dispute.keyOf({ name: one.firm }),
      declared: declared
        .filter((relation) => relation.personId === id)
        .flatMap((relation) => {
          const key = dispute.keyOf({ index: relation.nameIndex, name: relation.firm });
          return key
            ? [{ kind: isOneOf(RELATION_KINDS, relation.kind) ? relation.kind : "other", idIndex: key }]
            : [];
        }),
      formerClients: [],
      priorRoles: roles
        .filter((role) => role.personId === id)
        .flatMap((role) => (isOneOf(PRIOR_ROLES, role.why) ? [role.why] : [])),
    };
  });
}
