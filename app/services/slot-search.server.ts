import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { dueInstant } from "~/domain/cases/calendar";
import { needsRoom, SESSION_MODES, type SessionMode } from "~/domain/mediation/sessions";
import { can } from "~/domain/policy/can";
import type { Interval } from "~/domain/scheduling/interval";
import { COURT_ZONE, toMinutes } from "~/domain/scheduling/minutes";
import { excludedIn, type Requirements } from "~/domain/scheduling/needs";
import type { Preference, SchedulingSnapshot, Terms, Wish } from "~/domain/scheduling/snapshot";
import { requirementsFor } from "./access-needs.server";
import { mediationDueOn, runningClocks } from "./clocks.server";
import { type CaseRow, Forbidden, NotFound } from "./command.server";
import { many, type Question } from "./query.server";
import { relationsTo } from "./relations.server";
import { snapshotOf } from "./scheduling-snapshot.server";
import { caseIdsOfSession } from "./session-cases.server";
import { type Participant, peopleOfSession, type Room, roomsOf } from "./session-people.server";

export const wishShape = {
  caseId: z.string().uuid("idMalformed"),
  /** Further cases of the same mediator that meet together. */
  with: many(z.string().uuid("idMalformed"), 49),
  /** A session that is to be moved: all its cases meet, and its own time counts as free. */
  sessionId: z.string().uuid("idMalformed").optional(),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong").optional(),
  mode: z.enum(SESSION_MODES).default("onsite"),
  from: z.iso.date("dateInvalid").optional(),
  days: z.coerce.number().int().min(1).max(92).optional(),
  roomId: z.string().uuid("idMalformed").nullish(),
} as const;
const shape = z.object(wishShape);
export type Asked = Question<z.output<typeof shape>>;

/** The cases that meet. The asker is tied to the first by the ritual; the others are looked at by the same law. */
async function casesOf(question: Asked): Promise<CaseRow[]> {
  const { tx, courtId, input, actor } = question;
  const first = question.theCase();
  const together = input.sessionId ? await caseIdsOfSession(tx, courtId, input.sessionId) : input.with;
  if (input.sessionId && !together.includes(first.id)) throw new NotFound("session");
  const ids = [...new Set(together)].filter((id) => id !== first.id);
  if (!ids.length) return [first];
  const c = schema.cases;
  const rows = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
    .orderBy(asc(c.id));
  if (rows.length !== ids.length || rows.some((row) => row.mediatorId !== first.mediatorId))
    throw new NotFound("case");
  for (const row of rows) {
    const answer = can(actor, "book-session", await relationsTo(tx, actor, row));
    if (!answer.ok) throw answer.status === "hidden" ? new NotFound("case") : new Forbidden("book-session");
  }
  return [first, ...rows];
}

async function latestOf({ tx }: Asked, cases: readonly CaseRow[]): Promise<string | null> {
  const dues: string[] = [];
  for (const row of cases) {
    const due = mediationDueOn(await runningClocks(tx, row.courtId, row.id));
    if (due) dues.push(due);
  }
  return dues.sort()[0] ?? null;
}

/** What people need as the terms of a wish. */
export const termsOf = (asked: Requirements, mode: SessionMode): Terms => {
  const closed = excludedIn(asked, mode);
  return { needs: asked.facilities, languages: asked.languages, ...(closed && { modeClosed: closed }) };
};

/** The rooms that are in question: those of a meeting in the court, and a terminal's for somebody who has none. */
export const roomsIn = <R>(rooms: readonly R[], asked: Requirements, mode: SessionMode): readonly R[] =>
  needsRoom(mode) || asked.facilities.length > 0 ? rooms : [];

function horizonOf({ input, settings, today }: Asked): Interval {
  const begin = DateTime.fromISO(input.from && input.from > today ? input.from : today, { zone: COURT_ZONE });
  return { from: toMinutes(begin), to: toMinutes(begin.plus({ days: input.days ?? settings.horizonDays })) };
}

/** When other sessions of the same representatives begin and end, as far as this court knows them. */
const batchEdgesIn = (snapshot: SchedulingSnapshot): number[] =>
  snapshot.resources
    .filter((one) => one.kind === "agent")
    .flatMap((one) => one.busy.filter((busy) => !busy.elsewhere).flatMap(({ from, to }) => [from, to]));

const idsOf = (list: readonly { readonly resourceId: string }[]) => list.map((one) => one.resourceId);

/** When the sides would rather meet: each party's wish, under its own name or that of who comes for it. */
async function preferencesOf(
  { tx, courtId }: Asked,
  cases: readonly CaseRow[],
  people: readonly Participant[],
): Promise<Preference[]> {
  const caseIds = cases.map((row) => row.id);
  const p = schema.parties;
  const a = schema.agents;
  const rows = await tx
    .select({ preferences: p.preferences, own: p.resourceId, agent: a.resourceId })
    .from(p)
    .leftJoin(a, and(eq(a.courtId, p.courtId), eq(a.partyId, p.id)))
    .where(and(eq(p.courtId, courtId), inArray(p.caseId, caseIds), sql`${p.preferences} <> '[]'::jsonb`));
  const coming = new Set(idsOf(people));
  const named = rows.flatMap(({ preferences, own, agent }) => {
    const resourceId = [own, agent].find((id) => id !== null && coming.has(id));
    return resourceId ? preferences.map((one) => ({ ...one, resourceId })) : [];
  });
  return [...new Map(named.map((one) => [`${one.resourceId} ${one.weekday} ${one.half}`, one])).values()];
}

/** What the people of these cases need in the mode asked for, and by video, which is the other way out. */
async function needsOf(
  { tx, courtId, input }: Asked,
  cases: readonly CaseRow[],
  people: readonly Participant[],
) {
  const caseIds = cases.map((row) => row.id);
  const comingIds = people.map((one) => one.resourceId);
  const asked = await requirementsFor(tx, courtId, caseIds, comingIds, input.mode);
  const byVideo = await requirementsFor(tx, courtId, caseIds, comingIds, "video");
  return { asked, byVideo };
}

/** Everybody and everything a session of these cases needs, as the slot engine wants it, and how to name them. */
export async function searchOf(question: Asked) {
  const { tx, courtId, input, now, settings } = question;
  const cases = await casesOf(question);
  const people = await peopleOfSession(tx, courtId, cases, input.sessionId ?? null);
  const { asked, byVideo } = await needsOf(question, cases, people);
  const all = await roomsOf(tx, courtId);
  const rooms = roomsIn(all, asked, input.mode);
  const candidates = input.roomId ? rooms.filter((room) => room.resourceId === input.roomId) : rooms;
  const terminals = roomsIn(all, byVideo, "video");
  const horizon = horizonOf(question);
  const dueOn = await latestOf(question, cases);
  const inQuestion = new Map<string, Participant | Room>(
    [...people, ...candidates, ...terminals].map((one) => [one.resourceId, one]),
  );
  const snapshot = await snapshotOf(
    tx,
    courtId,
    [...inQuestion.values()],
    horizon,
    now,
    settings,
    input.sessionId,
  );
  const wish: Wish = {
    ...termsOf(asked, input.mode),
    mandatoryIds: idsOf(people),
    roomCandidateIds: idsOf(candidates),
    durationMinutes: input.minutes ?? settings.sessionMinutes,
    stepMinutes: settings.slotStepMinutes,
    mode: input.mode,
    earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
    ...(dueOn ? { latestDueAt: toMinutes(dueInstant(dueOn)) } : {}),
    byVideo: { ...termsOf(byVideo, "video"), roomCandidateIds: idsOf(terminals) },
    preferences: await preferencesOf(question, cases, people),
    batchEdges: batchEdgesIn(snapshot),
    weights: settings.rankingWeights,
  };
  const names = new Map(
    [...people, ...all].map(({ resourceId, kind, label, labelEn }) => [resourceId, { kind, label, labelEn }]),
  );
  const who = (id: string | undefined) =>
    id ? { resourceId: id, ...(names.get(id) ?? { kind: "party", label: "", labelEn: "" }) } : null;
  return { cases, people, rooms, snapshot, wish, dueOn, who };
}
