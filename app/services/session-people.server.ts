import { and, asc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { compareNames, compareNumbered } from "~/domain/roster/name-order";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";
import type { Wanted } from "./scheduling-snapshot.server";

/** Who is to meet: the mediator, the lawyer where there is one, every natural party and every agent of the cases. */
export type Participant = Wanted & {
  readonly recipientKind: "mediator" | "lawyer" | "party" | "agent";
  readonly recipientId: string;
  readonly caseIds: readonly string[];
};

/** The order in which people are named: who leads first, then the sides, then who speaks for them. */
const BY_KIND: readonly Participant["recipientKind"][] = ["mediator", "lawyer", "party", "agent"];

/**
 * The participants of a session over these cases. A person who appears in several of them (a bank's agent, a natural
 * party with the same identity number) is one resource and appears once, with all his cases. By role, then by name;
 * parties by side, the claimant's first.
 */
export async function participantsOf(
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
): Promise<Participant[]> {
  const caseIds = cases.map((row) => row.id);
  const staff = cases.flatMap((row) => [
    ...(row.mediatorId ? [{ kind: "mediator" as const, id: row.mediatorId }] : []),
    ...(row.lawyerId ? [{ kind: "lawyer" as const, id: row.lawyerId }] : []),
  ]);
  const names = await namesOfPeople(
    tx,
    courtId,
    staff.map((one) => one.id),
  );
  const found = new Map<string, Participant>();
  const add = (one: Omit<Participant, "caseIds">, caseId: string) => {
    const before = found.get(one.resourceId);
    found.set(one.resourceId, {
      ...(before ?? one),
      caseIds: [...new Set([...(before?.caseIds ?? []), caseId])],
    });
  };
  for (const row of cases) {
    for (const [kind, id] of [
      ["mediator", row.mediatorId],
      ["lawyer", row.lawyerId],
    ] as const) {
      if (id)
        add(
          {
            resourceId: id,
            homeId: id,
            kind,
            label: names.get(id)?.name ?? "",
            labelEn: names.get(id)?.nameEn ?? "",
            recipientKind: kind,
            recipientId: id,
          },
          row.id,
        );
    }
  }
  const p = schema.parties;
  const parties = await tx
    .select()
    .from(p)
    .where(and(eq(p.courtId, courtId), inArray(p.caseId, caseIds)))
    .orderBy(asc(p.side), asc(p.ordinal), asc(p.id));
  for (const party of parties) {
    if (party.resourceId)
      add(
        {
          resourceId: party.resourceId,
          homeId: party.resourceId,
          kind: "party",
          label: party.name,
          labelEn: party.name,
          recipientKind: "party",
          recipientId: party.id,
        },
        party.caseId,
      );
  }
  const a = schema.agents;
  const agents = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, courtId), inArray(a.caseId, caseIds)))
    .orderBy(asc(a.id));
  for (const agent of agents) {
    add(
      {
        resourceId: agent.resourceId,
        homeId: agent.resourceId,
        kind: "agent",
        label: agent.name,
        labelEn: agent.name,
        recipientKind: "agent",
        recipientId: agent.id,
      },
      agent.caseId,
    );
  }
  const rank = (one: Participant) => BY_KIND.indexOf(one.recipientKind);
  return [...found.values()].sort(
    (x, y) => rank(x) - rank(y) || (x.recipientKind === "party" ? 0 : compareNames(x.label, y.label)),
  );
}

/** Lawyers of the roster who join one session without advising in its cases. */
export async function joinsOnce(
  tx: Tx,
  courtId: string,
  ids: readonly string[],
  caseIds: readonly string[],
): Promise<Participant[]> {
  const names = await namesOfPeople(tx, courtId, [...ids]);
  return ids.map((id) => ({
    resourceId: id,
    homeId: id,
    kind: "lawyer",
    label: names.get(id)?.name ?? "",
    labelEn: names.get(id)?.nameEn ?? "",
    recipientKind: "lawyer",
    recipientId: id,
    caseIds,
  }));
}

/** The people of a session: those of its cases, without whom it excuses and with whom it brings in for once. */
export async function peopleOfSession(
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
  sessionId: string | null,
): Promise<Participant[]> {
  const people = await participantsOf(tx, courtId, cases);
  if (!sessionId) return people;
  const t = schema.sessionPeople;
  const parts = await tx
    .select({ id: t.resourceId, part: t.part })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.sessionId, sessionId)));
  if (!parts.length) return people;
  const excused = new Set(parts.filter((one) => one.part === "excused").map((one) => one.id));
  const added = parts.filter((one) => one.part === "added").map((one) => one.id);
  const caseIds = cases.map((row) => row.id);
  return [
    ...people.filter((one) => !excused.has(one.resourceId)),
    ...(await joinsOnce(tx, courtId, added, caseIds)),
  ];
}

export type Room = Wanted & { readonly place: string; readonly placeEn: string };

/** The court's rooms in use, by name as people count. */
export async function roomsOf(tx: Tx, courtId: string): Promise<Room[]> {
  const r = schema.rooms;
  const rows = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.active, true)))
    .orderBy(asc(r.id));
  return rows
    .map((row) => ({
      resourceId: row.id,
      homeId: courtId,
      kind: "room" as const,
      label: row.name,
      labelEn: row.nameEn,
      facilities: row.facilities,
      place: row.place,
      placeEn: row.placeEn,
    }))
    .sort((x, y) => compareNumbered(x.label, y.label));
}
