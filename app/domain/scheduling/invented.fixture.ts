import fc from "fast-check";
import { DateTime } from "luxon";
import { hours } from "./example.fixture";
import { toMinutes } from "./minutes";
import type { SchedulingSnapshot, WeeklyHours, Wish } from "./snapshot";

/** How many cases each property tries; the long run sets more. */
export const RUNS = Number(process.env.PROPERTY_RUNS ?? 100);

/** Five days of each zone: one holds the make-up Saturday of the invented calendar, two the change of the clocks. */
const PLACES = [
  { zone: "Asia/Shanghai", first: "2026-10-08" },
  { zone: "Europe/Berlin", first: "2026-10-22" },
  { zone: "America/New_York", first: "2026-03-05" },
] as const;

const dayAfter = (first: string, days: number) =>
  DateTime.fromISO(first, { zone: "utc" }).plus({ days }).toFormat("yyyy-MM-dd");

/** Hours of the day and, now and then, of the night, in which clocks are changed. */
const rowOf = (from: string, to: string): fc.Arbitrary<WeeklyHours> =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.oneof(fc.integer({ min: 480, max: 900 }), fc.integer({ min: 0, max: 300 })),
      fc.integer({ min: 60, max: 700 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([weekday, fromMin, n, dated, resident]) => ({
      weekday,
      fromMin,
      toMin: fromMin + n,
      resident,
      ...(dated && { validFrom: from, validTo: to }),
    }));

const wishesIn = (minute: fc.Arbitrary<number>): fc.Arbitrary<Wish> =>
  fc.record(
    {
      mandatoryIds: fc.subarray(["p", "a"]),
      mediatorCandidateIds: fc.subarray(["a", "b"]),
      roomCandidateIds: fc.subarray(["r", "s"]),
      durationMinutes: fc.constantFrom(20, 30, 60, 90),
      stepMinutes: fc.constantFrom(15, 20, 30, 45),
      mode: fc.constant("onsite" as const),
      needs: fc.constantFrom([], [], [], ["video"]),
      languages: fc.constantFrom([], [], [], ["粤语"]),
      modeClosed: fc.constantFrom(...Array.from({ length: 9 }, () => undefined), "noSmartphone" as const),
      earliestAt: minute,
      latestDueAt: minute,
      preferences: fc.constant([{ resourceId: "p", half: "am" as const }]),
      batchEdges: fc.array(minute, { maxLength: 3 }),
    },
    { requiredKeys: ["mandatoryIds", "roomCandidateIds", "durationMinutes", "stepMinutes", "mode"] },
  );

function placed({ zone, first }: (typeof PLACES)[number]) {
  const FROM = toMinutes(DateTime.fromISO(`${first}T00:00`, { zone }));
  const TO = toMinutes(DateTime.fromISO(`${dayAfter(first, 5)}T00:00`, { zone }));
  const dates = [0, 1, 2, 3, 4].map((n) => dayAfter(first, n));
  const minute = fc.integer({ min: FROM, max: TO });
  const interval = fc
    .tuple(minute, fc.integer({ min: 0, max: 400 }))
    .map(([from, n]) => ({ from, to: from + n }));
  const row = rowOf(dayAfter(first, 1), dayAfter(first, 4));
  const claim = fc
    .tuple(interval, fc.boolean(), fc.option(fc.record({ expiresAt: minute }), { nil: undefined }))
    .map(([range, elsewhere, hold]) => ({ ...range, elsewhere, ...(hold && { hold }) }));
  const resources = fc.tuple(
    ...["p", "a", "b", "r", "s"].map((id) =>
      fc.record(
        {
          resourceId: fc.constant(id),
          homeId: fc.constant(id),
          kind: fc.constant(id === "r" || id === "s" ? ("room" as const) : ("mediator" as const)),
          absences: fc.array(interval, { maxLength: 2 }),
          ownCalendar: fc.array(interval, { maxLength: 2 }),
          weeklyAbsences: fc.array(row, { maxLength: 1 }),
          busy: fc.array(claim, { maxLength: 4 }),
          facilities: fc.subarray(["video", "lift"]),
          languages: fc.subarray(["粤语"]),
          maxPerDay: fc.constantFrom(1, 2, 5, 9),
          maxPerWeek: fc.constantFrom(2, 4, 9, 9),
          horizonDays: fc.constantFrom(1, 3, 30, 30),
          minimumNoticeMinutes: fc.constantFrom(0, 0, 500),
          bufferBeforeMinutes: fc.constantFrom(0, 10),
          bufferAfterMinutes: fc.constantFrom(0, 15),
          weeklyHours: fc.array(row, { minLength: 6, maxLength: 20, size: "max" }),
          dateHours: fc.dictionary(fc.constantFrom(...dates), fc.array(row, { maxLength: 2 }), {
            maxKeys: 1,
          }),
        },
        { requiredKeys: ["resourceId", "homeId", "kind", "absences", "busy"] },
      ),
    ),
  );
  const views = fc
    .record({
      now: fc.integer({ min: FROM - 600, max: FROM + 1500 }),
      resources,
      extra: fc.array(row, { maxLength: 4 }),
      off: fc.subarray([dates[1]!, dates[4]!]),
    })
    .map(
      ({ now, resources: list, extra, off }): SchedulingSnapshot => ({
        now,
        zone,
        horizon: { from: FROM + 300, to: TO },
        resources: list,
        court: {
          exceptions: {
            [dates[2]!]: "work",
            ...(extra.length > 1 && { [dates[3]!]: "work" as const }),
            ...Object.fromEntries(off.map((on) => [on, "off" as const])),
          },
          hours: [...hours([1, 2, 3, 4, 5], 540, 690), ...hours([1, 2, 3, 4, 5], 810, 1020), ...extra],
          makeUpWeekday: 2,
        },
      }),
    );
  return { zone, views, wishes: wishesIn(minute), interval };
}

/** Per zone: snapshots, wishes and intervals that fit together. */
export const INVENTED = PLACES.map(placed);
