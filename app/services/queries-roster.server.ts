import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { CAUSES } from "~/domain/intake/causes";
import { compareNames, compareNumbered } from "~/domain/roster/name-order";
import { query } from "./query.server";

type Named = { readonly id: string; readonly name: string };
const byName = (a: Named, b: Named) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1);
const byNumber = (a: Named, b: Named) => compareNumbered(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * The lists that forms choose from: mediators, lawyers, judges, organisations, teams, rooms, causes. People and
 * organisations by name, teams and rooms as people count them.
 */
export const rosterListsQuery = query({
  name: "roster-lists",
  ability: "view-roster",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const r = schema.rosterMembers;
    const members = await tx
      .select({
        id: r.personId,
        kind: r.kind,
        category: r.category,
        name: r.name,
        nameEn: r.nameEn,
        orgId: r.orgId,
        teamId: r.teamId,
        firm: r.firm,
        causeCodes: r.causeCodes,
        languages: r.languages,
        maxOpen: r.maxOpen,
        trainee: r.trainee,
        active: r.active,
        openCases: sql<number>`(select count(*)::int from cases c where c.court_id = roster_members.court_id and c.closed_at is null
          and c.stage in ('delegated', 'mediation', 'signing', 'agreed', 'returned') and (c.mediator_id = roster_members.person_id or c.lawyer_id = roster_members.person_id))`,
      })
      .from(r)
      .where(eq(r.courtId, courtId))
      .orderBy(asc(r.personId), asc(r.kind));
    members.sort(byName);
    const o = schema.organisations;
    const t = schema.teams;
    const m = schema.rooms;
    const organisations = await tx
      .select({
        id: o.id,
        name: o.name,
        nameEn: o.nameEn,
        kind: o.kind,
        charges: o.charges,
        active: o.active,
      })
      .from(o)
      .where(eq(o.courtId, courtId));
    const teams = await tx
      .select({ id: t.id, name: t.name, nameEn: t.nameEn, judgeId: t.judgeId })
      .from(t)
      .where(eq(t.courtId, courtId));
    const rooms = await tx
      .select({
        id: m.id,
        name: m.name,
        nameEn: m.nameEn,
        place: m.place,
        placeEn: m.placeEn,
        facilities: m.facilities,
      })
      .from(m)
      .where(and(eq(m.courtId, courtId), eq(m.active, true)));
    return {
      mediators: members.filter((one) => one.kind === "mediator"),
      lawyers: members.filter((one) => one.kind === "lawyer"),
      judges: members.filter((one) => one.kind === "judge"),
      organisations: organisations.sort(byName),
      teams: teams.sort(byNumber),
      rooms: rooms.sort(byNumber),
      causes: CAUSES.map(({ code, zh, en, group, mediable }) => ({ code, zh, en, group, mediable })),
    };
  },
});
