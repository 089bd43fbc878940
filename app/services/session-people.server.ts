import { and, asc, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { arrayText } from "#db/types";
import { MEDIATION_PERIODS } from "~/domain/cases/clock-rules";
import type { SessionPart } from "~/domain/mediation/sessions";
import { compareNames, compareNumbered } from "~/domain/roster/name-order";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";
import type { Wanted } from "./scheduling-snapshot.server";

/** Who is to meet: the mediator, the lawyer where there is one, every natural party and every agent of the cases. */
export type Participant = Wanted & {
  readonly recipientKind: "mediator" | "lawyer" | "party" | "agent";
  readonly recipientId: string;
  readonly caseIds: readonly string[];
  /** Whoever comes for several cases is a party or an agent of his own in each. */
  readonly inCases?: Readonly<Record<string, Recipient>>;
};
type Recipient = Pick<Participant, "recipientKind" | "recipientId">;

/** As whom somebody is told of one of his cases. */
export const recipientIn = (person: Invited, caseId: string): Recipient => person.inCases?.[caseId] ?? person;

/** Who is told of a session, and for which cases. */
export type Invited = Pick<Participant, "recipientKind" | "recipientId" | "caseIds" | "inCases">;

/** The order in which people are named: who leads first, then the sides, then who speaks for them. */
const BY_KIND: readonly Participant["recipientKind"][] = ["mediator", "lawyer", "party", "agent"];

type Named = { readonly id: string; readonly name: string; readonly nameEn: string };
/** What a case says about who meets in it. */
export type MeetingCase = Pick<CaseRow, "id" | "mediatorId" | "lawyerId">;
export type PeopleRow = {
  readonly parties: readonly {
    id: string;
    caseId: string;
    kind: "natural" | "org";
    resourceId: string | null;
    name: string;
    needs: readonly string[];
  }[];
  readonly agents: readonly {
    id: string;
    caseId: string;
    partyId: string;
    resourceId: string;
    name: string;
  }[];
  readonly parts: readonly { sessionId: string; id: string; part: SessionPart }[];
  readonly names: readonly Named[];
  readonly dues: readonly { caseId: string; on: string }[];
};

/**
 * Columns of `asked` (court, case_ids, staff, session_ids): everything about the people of sessions. They may answer for
 * several sessions at once; `meetingIn` takes one session's part of it.
 */
export const PEOPLE_COLUMNS = `
  (select coalesce(json_agg(json_build_object('id', p.id, 'caseId', p.case_id, 'kind', p.kind,
      'resourceId', p.resource_id, 'name', p.name, 'needs', p.needs) order by p.side, p.ordinal, p.id), '[]')
    from parties p where p.court_id = asked.court and p.case_id = any(asked.case_ids)) as parties,
  (select coalesce(json_agg(json_build_object('id', a.id, 'caseId', a.case_id, 'partyId', a.party_id,
      'resourceId', a.resource_id, 'name', a.name) order by a.id), '[]')
    from agents a where a.court_id = asked.court and a.case_id = any(asked.case_ids)) as agents,
  (select coalesce(json_agg(json_build_object('sessionId', t.session_id, 'id', t.resource_id, 'part', t.part)), '[]')
    from session_people t where t.court_id = asked.court and t.session_id = any(asked.session_ids)) as parts,
  (select coalesce(json_agg(json_build_object('id', x.id, 'name', coalesce(r.name, q.name, ''),
      'nameEn', coalesce(r.name_en, q.name, ''))), '[]')
    from (select unnest(asked.staff) as id union
      select t.resource_id from session_people t
      where t.court_id = asked.court and t.session_id = any(asked.session_ids) and t.part = 'added') x
    left join people q on q.id = x.id
    left join lateral (select m.name, m.name_en from roster_members m
      where m.court_id = asked.court and m.person_id = x.id order by m.kind limit 1) r on true) as names,
  (select coalesce(json_agg(json_build_object('caseId', k.case_id, 'on', k.due_on)), '[]')
    from clocks k where k.court_id = asked.court and k.case_id = any(asked.case_ids)
    and k.ended_at is null and k.rule = any('${arrayText(MEDIATION_PERIODS)}'::text[])) as dues`;

/** Everything about the people of a session in one question to the database. */
async function gather(
  tx: Tx,
  courtId: string,
  cases: readonly MeetingCase[],
  sessionId: string | null,
): Promise<PeopleRow> {
  const caseIds = arrayText(cases.map((row) => row.id));
  const staff = arrayText(cases.flatMap((row) => [row.mediatorId, row.lawyerId].filter((id) => id !== null)));
  const [row] = await tx.execute<PeopleRow>(sql`
    with asked as materialized (select ${courtId}::text as court, ${caseIds}::uuid[] as case_ids,
      ${staff}::uuid[] as staff, array_remove(array[${sessionId}::uuid], null) as session_ids)
    select ${sql.raw(PEOPLE_COLUMNS)} from asked`);
  if (!row) throw new Error("nobody answered who comes");
  return row;
}

/** What somebody who is to come needs; without time of its own (an organisation) it always counts. */
export type Needy = { readonly resourceId: string | null; readonly needs: readonly string[] };

/**
 * The participants of a session over these cases. A person who appears in several of them (a bank's agent, a natural
 * party with the same identity number) is one resource and appears once, with all his cases. By role, then by name;
 * parties by side, the claimant's first.
 */
function participantsIn(row: PeopleRow, cases: readonly MeetingCase[]): Participant[] {
  const names = new Map(row.names.map((one) => [one.id, one]));
  const found = new Map<string, Participant>();
  const add = (
    kind: Participant["recipientKind"],
    one: { id: string; resourceId: string; name: string; nameEn?: string },
    caseId: string,
  ) => {
    const before = found.get(one.resourceId) ?? {
      resourceId: one.resourceId,
      homeId: one.resourceId,
      kind,
      label: one.name,
      labelEn: one.nameEn ?? one.name,
      recipientKind: kind,
      recipientId: one.id,
      caseIds: [],
      inCases: {},
    };
    const inCases = { [caseId]: { recipientKind: kind, recipientId: one.id }, ...before.inCases };
    found.set(one.resourceId, { ...before, caseIds: [...new Set([...before.caseIds, caseId])], inCases });
  };
  for (const { id: caseId, mediatorId, lawyerId } of cases)
    for (const [kind, id] of [
      ["mediator", mediatorId],
      ["lawyer", lawyerId],
    ] as const)
      if (id) add(kind, { name: "", ...names.get(id), id, resourceId: id }, caseId);
  for (const { resourceId, ...party } of row.parties)
    if (resourceId) add("party", { ...party, resourceId }, party.caseId);
  for (const agent of row.agents) add("agent", agent, agent.caseId);
  const rank = (one: Participant) => BY_KIND.indexOf(one.recipientKind);
  return [...found.values()].sort(
    (x, y) => rank(x) - rank(y) || (x.recipientKind === "party" ? 0 : compareNames(x.label, y.label)),
  );
}

export async function participantsOf(
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
): Promise<Participant[]> {
  return participantsIn(await gather(tx, courtId, cases, null), cases);
}

/** A lawyer of the roster who joins one session without advising in its cases. */
const joining = (id: string, name: Named | undefined, caseIds: readonly string[]): Participant => ({
  resourceId: id,
  homeId: id,
  kind: "lawyer",
  label: name?.name ?? "",
  labelEn: name?.nameEn ?? "",
  recipientKind: "lawyer",
  recipientId: id,
  caseIds,
});

/** Lawyers of the roster who join one session without advising in its cases. */
export async function joinsOnce(
  tx: Tx,
  courtId: string,
  ids: readonly string[],
  caseIds: readonly string[],
): Promise<Participant[]> {
  const names = await namesOfPeople(tx, courtId, [...ids]);
  return ids.map((id) => joining(id, names.get(id), caseIds));
}

export type MeetingPeople = {
  /** The people of a session, without whom it excuses and with whom it brings in for once. */
  readonly people: readonly Participant[];
  /** Organisations without an agent: nobody's time is claimed for them, yet they are told and can answer like any party. */
  readonly unrepresented: readonly Invited[];
  /** What those who come need. */
  readonly needy: readonly Needy[];
  /** The last day (YYYY-MM-DD) of the mediation period that ends first among the cases. */
  readonly dueOn: string | null;
};

/** Who meets in a session of these cases; `row` may tell of other cases too. */
export function meetingIn(
  row: PeopleRow,
  cases: readonly MeetingCase[],
  sessionId: string | null,
): MeetingPeople {
  const caseIds = cases.map((each) => each.id);
  const ofThese = <T extends { readonly caseId: string }>(rows: readonly T[]) =>
    rows.filter((one) => caseIds.includes(one.caseId));
  const own = { ...row, parties: ofThese(row.parties), agents: ofThese(row.agents) };
  const parts = row.parts.filter((one) => one.sessionId === sessionId);
  const excused = new Set(parts.filter((one) => one.part === "excused").map((one) => one.id));
  const people = [
    ...participantsIn(own, cases).filter((one) => !excused.has(one.resourceId)),
    ...parts
      .filter((one) => one.part === "added")
      .map(({ id }) =>
        joining(
          id,
          row.names.find((one) => one.id === id),
          caseIds,
        ),
      ),
  ];
  const coming = new Set(people.map((one) => one.resourceId));
  const needy = own.parties.filter((one) => one.resourceId === null || coming.has(one.resourceId));
  const [dueOn = null] = ofThese(row.dues)
    .map((one) => one.on)
    .sort();
  const unrepresented = own.parties
    .filter((one) => one.kind === "org" && !own.agents.some((agent) => agent.partyId === one.id))
    .map(({ id, caseId }): Invited => ({ recipientKind: "party", recipientId: id, caseIds: [caseId] }));
  return { people, unrepresented, needy, dueOn };
}

export const meetingOf = async (
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
  sessionId: string | null,
) => meetingIn(await gather(tx, courtId, cases, sessionId), cases, sessionId);

export const peopleOfSession = async (
  tx: Tx,
  courtId: string,
  cases: readonly CaseRow[],
  sessionId: string | null,
): Promise<readonly Participant[]> => (await meetingOf(tx, courtId, cases, sessionId)).people;

export type Room = Wanted & { readonly place: string; readonly placeEn: string };

/** The court's rooms in use. */
export async function roomsOf(tx: Tx, courtId: string): Promise<Room[]> {
  const r = schema.rooms;
  const rows = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.active, true)))
    .orderBy(asc(r.id));
  return roomsIn(courtId, rows);
}

export type RoomRow = Pick<
  typeof schema.rooms.$inferSelect,
  "id" | "name" | "nameEn" | "facilities" | "place" | "placeEn"
>;

/** Rooms as a session takes them, by name as people count. */
export const roomsIn = (courtId: string, rows: readonly RoomRow[]): Room[] =>
  rows
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
