import { and, asc, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { arrayText } from "#db/types";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { daysLeft, toneOf } from "~/domain/cases/clocks";
import type { Stage } from "~/domain/cases/stages";
import { causeOf } from "~/domain/intake/causes";
import { compareNames, compareNumbered } from "~/domain/roster/name-order";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { type CalendarEntry, calendarEntries } from "./calendar-entries.server";
import { busyElsewhere, offeredHolds } from "./calendar-kept.server";
import { flag } from "./case-act.server";
import { visibleTo } from "./case-visibility.server";
import { toEndOf } from "./expired-clocks.server";
import { overridesFor } from "./overrides.server";
import { isPaused } from "./paused-clock.server";
import { type Question, query } from "./query.server";

const day = z.iso.date("dateInvalid");
const startOf = (on: string): DateTime => DateTime.fromISO(on, { zone: COURT_ZONE });

/** Cases sent to this mediator or lawyer that still wait for his answer. */
async function waiting({ tx, courtId, actor }: Question<unknown>) {
  if (actor.kind !== "user") return [];
  const rows = await tx.execute<{
    assignmentId: string;
    caseId: string;
    number: string;
    causeCode: string;
    claimantNames: string;
    respondentNames: string;
    offeredAt: string;
    dueOn: string | null;
  }>(sql`
    select a.id as "assignmentId", c.id as "caseId", coalesce(c.case_no, c.registration_no) as number,
      c.cause_code as "causeCode", c.claimant_names as "claimantNames", c.respondent_names as "respondentNames",
      to_char(a.offered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "offeredAt", c.due_on::text as "dueOn"
    from assignments a join cases c on c.court_id = a.court_id and c.id = a.case_id
    where a.court_id = ${courtId} and a.mediator_id = ${actor.userId}::uuid and a.status = 'offered' and (${visibleTo(actor)})
    order by a.offered_at, a.id limit 20`);
  return rows.map(({ causeCode, ...row }) => {
    const cause = causeOf(causeCode);
    return { ...row, cause: { zh: cause?.zh ?? causeCode, en: cause?.en ?? causeCode } };
  });
}

const RUNNING: readonly Stage[] = [
  "delegated",
  "mediation",
  "signing",
  "agreed",
  "returned",
  "handedOver",
  "review",
  "supplement",
];

/** The cases of the reader whose time runs out first. */
async function expiring(question: Question<unknown>) {
  const { tx, courtId, actor, now } = question;
  if (actor.kind !== "user") return [];
  const rows = await tx.execute<{
    caseId: string;
    number: string;
    claimantNames: string;
    respondentNames: string;
    stage: Stage;
    dueOn: string;
    dueRule: ClockCode;
    paused: boolean;
  }>(sql`
    select c.id as "caseId", coalesce(c.case_no, c.registration_no) as number, c.claimant_names as "claimantNames",
      c.respondent_names as "respondentNames", c.stage, c.due_on::text as "dueOn", c.due_rule as "dueRule", ${isPaused} as paused
    from cases c
    where c.court_id = ${courtId} and (c.mediator_id = ${actor.userId}::uuid or c.judge_id = ${actor.userId}::uuid)
      and c.stage = any(${arrayText(RUNNING)}::text[]) and c.due_on is not null and c.due_rule is not null
      and (${visibleTo(actor)})
    order by c.due_on, c.id limit 8`);
  const toEnd = await toEndOf(
    question,
    rows.map((row) => row.caseId),
  );
  return rows.map((row) => ({
    ...row,
    toEnd: toEnd.get(row.caseId) ?? null,
    daysLeft: daysLeft({ dueOn: row.dueOn }, now),
    tone: toneOf(row, now),
  }));
}

type Led = Pick<CalendarEntry, "mediatorId" | "mediatorName" | "mediatorNameEn">;

/** Who leads these sessions, each once, by name. */
function mediatorsOf(entries: readonly Led[]) {
  const found = new Map(
    entries.map(({ mediatorId: id, mediatorName, mediatorNameEn }) => {
      const name = mediatorName ?? "";
      return [id, { id, name, nameEn: mediatorNameEn ?? name }];
    }),
  );
  return [...found.values()].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** A person's day: his sessions with what each side answered, cases that wait for his word, and what expires next. */
export const myDayQuery = query({
  name: "my-day",
  ability: "view-calendar",
  input: z.object({ on: day.optional().catch(undefined) }),
  run: async (question) => {
    const on = question.input.on ?? question.today;
    const who = question.actor.kind === "user" ? question.actor.userId : null;
    const from = startOf(on);
    const whose = who ? sql`s.mediator_id = ${who}::uuid or s.lawyer_id = ${who}::uuid` : sql`false`;
    const sessions = await calendarEntries(question, from, from.plus({ days: 1 }), whose);
    const overrides = await overridesFor(
      question,
      sessions.map((one) => one.sessionId),
    );
    return {
      on,
      sessions: sessions.map((one) => ({
        ...one,
        overrides: overrides.filter(({ sessionId }) => sessionId === one.sessionId),
      })),
      waiting: await waiting(question),
      expiring: await expiring(question),
    };
  },
});

/**
 * A week (Monday to Sunday) of sessions: everybody's, one mediator's, one room's, or one's own. Sessions by start, rooms by
 * name as people count, the mediators of the week by name. Beside the sessions what else keeps a time from being free:
 * times put to the sides of a case, and what other courts have taken of these mediators' time.
 */
export const calendarWeekQuery = query({
  name: "calendar-week",
  ability: "view-calendar",
  input: z.object({
    /** Any day of the week; this week unless given. */
    on: day.optional().catch(undefined),
    mine: flag.default(false),
    mediatorId: z.string().uuid().optional().catch(undefined),
    roomId: z.string().uuid().optional().catch(undefined),
  }),
  run: async (question) => {
    const { input, today, actor, tx, courtId } = question;
    const monday = startOf(input.on ?? today).startOf("week");
    const own = input.mine && actor.kind === "user" ? actor.userId : null;
    const filters = [
      ...(own ? [sql`(s.mediator_id = ${own}::uuid or s.lawyer_id = ${own}::uuid)`] : []),
      ...(input.mediatorId ? [sql`s.mediator_id = ${input.mediatorId}::uuid`] : []),
      ...(input.roomId ? [sql`s.room_id = ${input.roomId}::uuid`] : []),
    ];
    const whose = filters.length ? sql.join(filters, sql` and `) : sql`true`;
    const r = schema.rooms;
    const rooms = await tx
      .select({ id: r.id, name: r.name, nameEn: r.nameEn })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.active, true)))
      .orderBy(asc(r.id));
    const nextMonday = monday.plus({ weeks: 1 });
    const entries = await calendarEntries(question, monday, nextMonday, whose);
    const offered = await offeredHolds(question, monday, nextMonday, whose);
    const mediators = mediatorsOf([...entries, ...offered]);
    const ids = mediators.map((one) => one.id);
    return {
      fromOn: monday.toISODate(),
      days: Array.from({ length: 7 }, (_, n) => monday.plus({ days: n }).toISODate() as string),
      rooms: rooms.sort((a, b) => compareNumbered(a.name, b.name)),
      mediators,
      entries,
      offered,
      elsewhere: await busyElsewhere(question, monday, nextMonday, ids),
    };
  },
});

/** Sessions that the reader may see, from a day on: for other programs, keyset-paged by start and id. */
export const sessionsQuery = query({
  name: "sessions",
  ability: "view-calendar",
  input: z.object({
    from: day.optional().catch(undefined),
    days: z.coerce.number().int().min(1).max(92).default(28),
    mine: flag.default(false),
  }),
  run: async (question) => {
    const { input, today, actor } = question;
    const from = startOf(input.from ?? today);
    const own = input.mine && actor.kind === "user" ? actor.userId : null;
    const seen = sql`exists (select 1 from session_cases x join cases c on c.court_id = x.court_id and c.id = x.case_id
      where x.court_id = s.court_id and x.session_id = s.id and (${visibleTo(actor)}))`;
    const whose = own ? sql`${seen} and (s.mediator_id = ${own}::uuid or s.lawyer_id = ${own}::uuid)` : seen;
    return { sessions: await calendarEntries(question, from, from.plus({ days: input.days }), whose) };
  },
});
