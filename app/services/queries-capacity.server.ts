import { and, asc, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { freeTime } from "~/domain/scheduling/free-time";
import { totalMinutes } from "~/domain/scheduling/interval";
import { COURT_ZONE, fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import { openTime } from "~/domain/scheduling/open-time";
import { resourceOf } from "~/domain/scheduling/snapshot";
import { query } from "./query.server";
import { snapshotOf, type Wanted } from "./scheduling-snapshot.server";
import { roomsOf } from "./session-people.server";

const WEEK_MINUTES = 7 * 1440;

/**
 * What is left to book on each of the next days: free minutes of the court's rooms and of its mediators, and how many of
 * them have any. As the slot search would find them now; nothing is kept. Court days YYYY-MM-DD.
 */
export const capacityQuery = query({
  name: "capacity",
  ability: "view-calendar",
  input: z.object({ days: z.coerce.number().int().min(1).max(28).default(7) }),
  run: async ({ tx, courtId, input, now, today, settings }) => {
    const r = schema.rosterMembers;
    const members = await tx
      .select({ id: r.personId, name: r.name, nameEn: r.nameEn })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.kind, "mediator"), eq(r.active, true)))
      .orderBy(asc(r.personId));
    const mediators = members.map(
      (one): Wanted => ({
        resourceId: one.id,
        homeId: one.id,
        kind: "mediator",
        label: one.name,
        labelEn: one.nameEn,
      }),
    );
    const rooms = await roomsOf(tx, courtId);
    const from = toMinutes(DateTime.fromISO(today, { zone: COURT_ZONE }));
    const horizon = { from, to: from + input.days * 1440 };
    const around = { from: horizon.from - WEEK_MINUTES, to: horizon.to + WEEK_MINUTES };
    const snapshot = await snapshotOf(tx, courtId, [...mediators, ...rooms], around, now, settings);
    const days = openTime(snapshot.court, horizon);
    const sumOf = (wanted: readonly Wanted[]) => {
      const byDay = new Map<string, { count: number; minutes: number }>();
      for (const one of wanted) {
        const free = freeTime(resourceOf(snapshot, one.resourceId), days, snapshot.now);
        for (const on of new Set(free.map((range) => fromMinutes(range.from).toISODate() ?? ""))) {
          const own = free.filter((range) => fromMinutes(range.from).toISODate() === on);
          const sum = byDay.get(on) ?? { count: 0, minutes: 0 };
          byDay.set(on, { count: sum.count + 1, minutes: sum.minutes + totalMinutes(own) });
        }
      }
      return byDay;
    };
    const [ofRooms, ofMediators] = [sumOf(rooms), sumOf(mediators)];
    const none = { count: 0, minutes: 0 };
    return {
      rooms: rooms.length,
      mediators: mediators.length,
      days: days
        .filter((day) => day.working)
        .map((day) => ({
          on: day.on,
          rooms: ofRooms.get(day.on) ?? none,
          mediators: ofMediators.get(day.on) ?? none,
        })),
    };
  },
});
