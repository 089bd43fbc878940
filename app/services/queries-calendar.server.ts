import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { daysLeft, toneOf } from "~/domain/cases/clocks";
import { causeOf } from "~/domain/intake/causes";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { calendarEntries } from "./calendar-entries.server";
import { flag } from "./case-act.server";
import { visibleTo } from "./case-visibility.server";
import { type Question, query } from "./query.server";

const day = z.iso.date("dateInvalid");
const startOf = (on: string): DateTime => DateTime.fromISO(on, { zone: COURT_ZONE });

/** Cases sent to this mediator or lawyer that still wait for his answer. */
async function waiting({ tx, courtId, actor }: Question<unknown>) {
  if (actor.kind !== "user") return [];
  const a = schema.assignments;
  const c = schema.cases;
  const rows = await tx
    .select({
      assignmentId: a.id,
      caseId: c.id,
      number: sql<string>`coalesce(${c.caseNo}, ${c.registrationNo})`,
      causeCode: c.causeCode,
      claimantNames: c.claimantNames,
      respondentNames: c.respondentNames,
      offeredAt: a.offeredAt,
      dueOn: c.dueOn,
    })
    .from(a)
    .innerJoin(c, and(eq(c.courtId, a.courtId), eq(c.id, a.caseId)))
    .where(and(eq(a.courtId, courtId), eq(a.mediatorId, actor.userId), eq(a.status, "offered")))
    .orderBy(asc(a.offeredAt))
    .limit(20);
  return rows.map(({ causeCode, offeredAt, ...row }) => {
    const cause = causeOf(causeCode);
    return {
      ...row,
      offeredAt: offeredAt.toUTC().toISO(),
      cause: { zh: cause?.zh ?? causeCode, en: cause?.en ?? causeCode },
    };
  });
}

/** The cases of the reader whose time runs out first. */
async function expiring({ tx, courtId, actor, now }: Question<unknown>) {
  if (actor.kind !== "user") return [];
  const c = schema.cases;
  const rows = await tx
    .select({
      caseId: c.id,
      number: sql<string>`coalesce(${c.caseNo}, ${c.registrationNo})`,
      claimantNames: c.claimantNames,
      respondentNames: c.respondentNames,
      stage: c.stage,
      dueOn: c.dueOn,
      dueRule: c.dueRule,
    })
    .from(c)
    .where(
      and(
        eq(c.courtId, courtId),
        sql`${c.mediatorId} = ${actor.userId}::uuid or ${c.judgeId} = ${actor.userId}::uuid`,
        inArray(c.stage, [
          "delegated",
          "mediation",
          "signing",
          "agreed",
          "returned",
          "handedOver",
          "review",
          "supplement",
        ]),
      ),
    )
    .orderBy(sql`${c.dueOn} asc nulls last`, c.id)
    .limit(8);
  return rows.flatMap((row) =>
    row.dueOn && row.dueRule
      ? [
          {
            ...row,
            daysLeft: daysLeft({ dueOn: row.dueOn }, now),
            tone: toneOf({ dueOn: row.dueOn, paused: false }, now),
          },
        ]
      : [],
  );
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
    return {
      on,
      sessions: await calendarEntries(question, from, from.plus({ days: 1 }), whose),
      waiting: await waiting(question),
      expiring: await expiring(question),
    };
  },
});

/** A week (Monday to Sunday) of sessions: everybody's, one mediator's, one room's, or one's own. */
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
      .orderBy(asc(r.name));
    return {
      fromOn: monday.toISODate(),
      days: Array.from({ length: 7 }, (_, n) => monday.plus({ days: n }).toISODate() as string),
      rooms,
      entries: await calendarEntries(question, monday, monday.plus({ weeks: 1 }), whose),
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
