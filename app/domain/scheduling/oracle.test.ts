import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { conflicts } from "./conflicts";
import { at, hours } from "./example.fixture";
import { explain } from "./explain";
import { COURT_ZONE } from "./minutes";
import { findSlots } from "./slots";
import type { CourtCalendar, ResourceSnapshot, SchedulingSnapshot, WeeklyHours, Wish } from "./snapshot";

/**
 * The oracle knows no intervals: it asks of every single minute, through luxon, whether everybody is free,
 * and offers a start when all minutes of the session are. Slow, and hard to get wrong.
 */
const FROM = at("2026-10-08T00:00"); // Thursday; Saturday 10-10 is a make-up workday in the generated calendar
const TO = at("2026-10-13T00:00");

/** What luxon says of every minute of the generated range, asked once. */
const local = new Map(
  Array.from({ length: TO - FROM }, (_, i) => {
    const moment = DateTime.fromSeconds((FROM + i) * 60, { zone: COURT_ZONE });
    const clock = moment.hour * 60 + moment.minute;
    return [FROM + i, { on: moment.toFormat("yyyy-MM-dd"), weekday: moment.weekday, clock }] as const;
  }),
);

function openAt(court: CourtCalendar, rows: readonly WeeklyHours[], minute: number): boolean {
  const { on, weekday, clock } = local.get(minute)!;
  const weekend = weekday > 5;
  const working = court.exceptions[on] ? court.exceptions[on] === "work" : !weekend;
  const applies = weekend ? court.makeUpWeekday : weekday;
  const held = rows.filter((r) => (r.validFrom ?? "") <= on && on < (r.validTo ?? "9999"));
  return working && held.some((r) => r.weekday === applies && r.fromMin <= clock && clock < r.toMin);
}

function freeAt(view: SchedulingSnapshot, one: ResourceSnapshot, minute: number): boolean {
  const gap = (one.bufferBeforeMinutes ?? 0) + (one.bufferAfterMinutes ?? 0);
  if (one.weeklyHours && !openAt(view.court, one.weeklyHours, minute)) return false;
  if (minute < view.now + (one.minimumNoticeMinutes ?? 0)) return false;
  if (one.absences.some((a) => a.from <= minute && minute < a.to)) return false;
  const claims = one.busy.filter((b) => b.from < b.to && (b.hold ? b.hold.expiresAt > view.now : true));
  return !claims.some((b) => b.from - gap <= minute && minute < b.to + gap);
}

function oracle(view: SchedulingSnapshot, asked: Wish): number[] {
  const byId = new Map(view.resources.map((one) => [one.resourceId, one]));
  const calendar = new Map<number, boolean>();
  for (let m = view.horizon.from; m < view.horizon.to; m++)
    calendar.set(m, openAt(view.court, view.court.hours, m));
  const all = (id: string, from: number) => {
    const one = byId.get(id)!;
    if (one.kind === "room" && asked.needs?.some((n) => !(one.facilities ?? []).includes(n))) return false;
    for (let m = from; m < from + asked.durationMinutes; m++) if (!freeAt(view, one, m)) return false;
    return true;
  };
  const found: number[] = [];
  for (let from = view.horizon.from; from < view.horizon.to; from++) {
    const to = from + asked.durationMinutes;
    if (local.get(from)!.clock % asked.stepMinutes !== 0 || from < view.now) continue;
    if (from < (asked.earliestAt ?? from) || to > (asked.latestDueAt ?? to) || to > view.horizon.to) continue;
    let open = true;
    for (let m = from; m < to && open; m++) open = calendar.get(m) === true;
    if (!open || !asked.mandatoryIds.every((id) => all(id, from))) continue;
    const groups = [asked.mediatorCandidateIds ?? [], asked.roomCandidateIds].filter((g) => g.length > 0);
    if (groups.every((group) => group.some((id) => all(id, from)))) found.push(from);
  }
  return found;
}

const minute = fc.integer({ min: FROM, max: TO });
const interval = fc
  .tuple(minute, fc.integer({ min: 0, max: 400 }))
  .map(([from, n]) => ({ from, to: from + n }));
const row: fc.Arbitrary<WeeklyHours> = fc
  .tuple(
    fc.integer({ min: 1, max: 7 }),
    fc.integer({ min: 480, max: 900 }),
    fc.integer({ min: 60, max: 400 }),
    fc.boolean(),
  )
  .map(([weekday, fromMin, n, dated]) => ({
    weekday,
    fromMin,
    toMin: fromMin + n,
    ...(dated && { validFrom: "2026-10-09", validTo: "2026-10-12" }),
  }));
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
        busy: fc.array(claim, { maxLength: 4 }),
        facilities: fc.subarray(["video", "lift"]),
        minimumNoticeMinutes: fc.constantFrom(0, 0, 500),
        bufferBeforeMinutes: fc.constantFrom(0, 10),
        bufferAfterMinutes: fc.constantFrom(0, 15),
        weeklyHours: fc.array(row, { maxLength: 12 }),
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
    off: fc.subarray(["2026-10-09", "2026-10-12"]),
  })
  .map(
    ({ now, resources: list, extra, off }): SchedulingSnapshot => ({
      now,
      zone: COURT_ZONE,
      horizon: { from: FROM + 300, to: TO },
      resources: list,
      court: {
        exceptions: { "2026-10-10": "work", ...Object.fromEntries(off.map((on) => [on, "off" as const])) },
        hours: [...hours([1, 2, 3, 4, 5], 540, 690), ...hours([1, 2, 3, 4, 5], 810, 1020), ...extra],
        makeUpWeekday: 2,
      },
    }),
  );
const wishes: fc.Arbitrary<Wish> = fc.record(
  {
    mandatoryIds: fc.subarray(["p", "a"]),
    mediatorCandidateIds: fc.subarray(["a", "b"]),
    roomCandidateIds: fc.subarray(["r", "s"]),
    durationMinutes: fc.constantFrom(20, 30, 60, 90),
    stepMinutes: fc.constantFrom(15, 20, 30, 45),
    mode: fc.constant("onsite" as const),
    needs: fc.subarray(["video"]),
    earliestAt: minute,
    latestDueAt: minute,
  },
  { requiredKeys: ["mandatoryIds", "roomCandidateIds", "durationMinutes", "stepMinutes", "mode"] },
);

it("finds exactly the starts that the minute scan finds, and no slot has a conflict", () => {
  let offered = 0;
  fc.assert(
    fc.property(views, wishes, (view, asked) => {
      const { slots } = findSlots(view, asked);
      expect(slots.map((slot) => slot.from).sort((a, b) => a - b)).toEqual(oracle(view, asked));
      for (const slot of slots) expect(conflicts(view, slot, slot.resourceIds, asked)).toEqual([]);
      offered += slots.length;
    }),
    { numRuns: 150 },
  );
  expect(offered).toBeGreaterThan(100);
});

it("explain and findSlots never disagree about any interval", () => {
  fc.assert(
    fc.property(views, wishes, fc.array(interval, { minLength: 1, maxLength: 20 }), (view, asked, others) => {
      const found = new Set(findSlots(view, asked).slots.map((slot) => slot.from));
      const onGrid = others.map(({ from }) => Math.floor(from / asked.stepMinutes) * asked.stepMinutes);
      for (const from of [...found, ...onGrid]) {
        const answer = explain(view, asked, { from, to: from + asked.durationMinutes });
        expect(answer.offered).toBe(found.has(from));
      }
    }),
    { numRuns: 150 },
  );
});
