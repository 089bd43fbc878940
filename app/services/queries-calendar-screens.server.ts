import { and, asc, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { rangeText } from "#db/types";
import { isWorkday, plusDays } from "~/domain/cases/calendar";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { holdsOn } from "~/domain/scheduling/open-time";
import { courtCalendar } from "./calendar.server";
import { visibleTo } from "./case-visibility.server";
import { iso } from "./iso.server";
import { query } from "./query.server";

const weekdayOf = (on: string) => DateTime.fromISO(on, { zone: COURT_ZONE }).weekday;

/** The court's hours on each day of a week, rest and make-up days, and who or what is not there. */
export const weekShapeQuery = query({
  name: "week-shape",
  ability: "view-calendar",
  input: z.object({ fromOn: z.iso.date("dateInvalid") }),
  run: async ({ tx, courtId, input, settings }) => {
    const calendar = await courtCalendar(tx, courtId);
    const from = DateTime.fromISO(input.fromOn, { zone: COURT_ZONE });
    const range = rangeText({ start: from, end: from.plus({ weeks: 1 }) });
    const a = schema.absences;
    const absences = await tx
      .select({ resourceId: a.resourceId, during: a.during })
      .from(a)
      .where(and(eq(a.courtId, courtId), sql`${a.during} && ${range}::tstzrange`));
    return {
      days: Array.from({ length: 7 }, (_, index) => {
        const on = plusDays(input.fromOn, index);
        const works = isWorkday(calendar, on);
        // A make-up day keeps Monday's hours (scheduling/snapshot.ts).
        const weekday = weekdayOf(on) > 5 ? 1 : weekdayOf(on);
        return {
          on,
          kind: works ? (weekdayOf(on) > 5 ? ("makeup" as const) : ("plain" as const)) : ("rest" as const),
          hours: works
            ? settings.courtHours
                .filter((row) => holdsOn(row, on, weekday))
                .map(({ fromMin, toMin }) => ({ fromMin, toMin }))
            : [],
        };
      }),
      absences: absences.map((one) => ({
        resourceId: one.resourceId,
        startAt: iso(one.during.start),
        endAt: iso(one.during.end),
      })),
    };
  },
});

/** Weekly hours of everybody on the roster and of the rooms, as they apply today. */
export const weeklyHoursQuery = query({
  name: "weekly-hours",
  ability: "view-roster",
  input: z.object({}),
  run: async ({ tx, courtId, today }) => {
    const h = schema.weeklyHours;
    const rows = await tx
      .select()
      .from(h)
      .where(
        and(
          eq(h.courtId, courtId),
          sql`${h.validFrom} <= ${today} and (${h.validTo} is null or ${h.validTo} > ${today})`,
        ),
      )
      .orderBy(asc(h.weekday), asc(h.fromMinute));
    return {
      hours: rows.map(({ resourceId, weekday, fromMinute, toMinute, resident }) => ({
        resourceId,
        weekday,
        fromMinute,
        toMinute,
        resident,
      })),
    };
  },
});

export const DELIVERY_TABS = ["all", "queued", "sent", "failed", "noAddress"] as const;
export type DeliveryTab = (typeof DELIVERY_TABS)[number];
const PAGE = 40;

type Listed = {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly key: string;
  readonly session_id: string | null;
  readonly sequence: number | null;
  readonly method: string | null;
  readonly name: string | null;
  readonly address: string;
  readonly channel: "mail" | "sms" | "paper";
  readonly status: "queued" | "sending" | "sent" | "failed" | "noAddress";
  readonly attempts: number;
  readonly at: string;
};

/** Messages about cases that the reader may see, newest first: what went, what failed, what had no address. Keyset by time and id. */
export const deliveriesQuery = query({
  name: "deliveries",
  ability: "view-notices",
  input: z.object({
    tab: z.enum(DELIVERY_TABS).catch("all"),
    after: z
      .string()
      .regex(/^[^~]+~[0-9a-f-]{36}$/)
      .optional()
      .catch(undefined),
  }),
  run: async ({ tx, courtId, actor, input }) => {
    const seen = sql`d.court_id = ${courtId} and (${visibleTo(actor)})`;
    const counted = await tx.execute<{ status: string; n: number }>(sql`
      select case d.status when 'sending' then 'queued' else d.status end as status, count(*)::int as n
      from deliveries d join cases c on c.court_id = d.court_id and c.id = d.case_id where ${seen} group by 1`);
    const of = (status: string) => counted.find((row) => row.status === status)?.n ?? 0;
    const status =
      input.tab === "all"
        ? sql`true`
        : input.tab === "queued"
          ? sql`d.status in ('queued', 'sending')`
          : sql`d.status = ${input.tab}`;
    const [at, id] = input.after?.split("~") ?? [];
    const after = at ? sql`(d.queued_at, d.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`;
    const rows = await tx.execute<Listed>(sql`
      select d.id, d.case_id, coalesce(c.case_no, c.registration_no) as number, d.key, i.session_id, i.sequence, i.method,
        coalesce(ip.name, ia.name, im.name, np.name, nh.name) as name, d.address_masked as address, d.channel, d.status, d.attempts,
        to_char(coalesce(d.sent_at, d.queued_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
        to_char(d.queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as cursor
      from deliveries d
      join cases c on c.court_id = d.court_id and c.id = d.case_id
      left join invitations i on i.court_id = d.court_id and i.id = d.invitation_id
      left join parties ip on ip.court_id = i.court_id and ip.id = i.recipient_id
      left join agents ia on ia.court_id = i.court_id and ia.id = i.recipient_id
      left join lateral (select r.name from roster_members r where r.court_id = i.court_id and r.person_id = i.recipient_id limit 1) im on true
      left join parties np on np.court_id = d.court_id and np.case_id = d.case_id and np.id::text = right(d.key, 36)
      left join people nh on i.id is null and nh.id::text = right(d.key, 36)
      where ${seen} and ${status} and ${after}
      order by d.queued_at desc, d.id desc limit ${PAGE + 1}`);
    const shown = rows.slice(0, PAGE) as (Listed & { cursor: string })[];
    const last = shown.at(-1);
    const counts = {
      queued: of("queued"),
      sent: of("sent"),
      failed: of("failed"),
      noAddress: of("noAddress"),
    };
    return {
      tab: input.tab,
      counts: { ...counts, all: counts.queued + counts.sent + counts.failed + counts.noAddress },
      rows: shown.map(({ cursor: _cursor, ...row }) => row),
      next: rows.length > PAGE && last ? `${last.cursor}~${last.id}` : null,
    };
  },
});
