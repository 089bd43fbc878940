import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { conflicts, SOFT_CONFLICTS } from "./conflicts";
import { freeTime } from "./free-time";
import { intersect, merge, subtract } from "./interval";
import { INVENTED, RUNS } from "./invented.fixture";
import { openTime } from "./open-time";
import { isActive, ownHours } from "./own-time";
import { findSlots } from "./slots";
import type { ResourceSnapshot, SchedulingSnapshot } from "./snapshot";

const withClaims = (
  view: SchedulingSnapshot,
  ids: readonly string[],
  claim: { from: number; to: number },
) => ({
  ...view,
  resources: view.resources.map((one) =>
    ids.includes(one.resourceId) ? { ...one, busy: [...one.busy, { ...claim, elsewhere: false }] } : one,
  ),
});

// The long run tries many more.
vi.setConfig({ testTimeout: 60_000 + RUNS * 100 });

describe.each(INVENTED)("in $zone", ({ views, wishes }) => {
  it("booking a slot takes it, and what overlaps it, away from everybody in it", () => {
    fc.assert(
      fc.property(views, wishes, fc.nat(), (view, asked, pick) => {
        const { slots } = findSlots(view, asked);
        const slot = slots[pick % slots.length];
        if (!slot || slot.resourceIds.length === 0) return;
        const booked = withClaims(view, slot.resourceIds, { from: slot.from, to: slot.to });
        const codes = conflicts(booked, slot, slot.resourceIds, asked).map((one) => one.code);
        expect(codes).toContain("busy");
        expect(codes.some((code) => !SOFT_CONFLICTS.some((soft) => soft === code))).toBe(true);
        for (const again of findSlots(booked, asked).slots)
          if (again.from < slot.to && slot.from < again.to)
            expect(again.resourceIds.some((id) => slot.resourceIds.includes(id))).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it("what is free and what is busy make up what is open, and share nothing", () => {
    fc.assert(
      fc.property(views, (view) => {
        const days = openTime(view.court, view.horizon, view.zone);
        for (const one of view.resources) {
          const bare: ResourceSnapshot = {
            resourceId: one.resourceId,
            homeId: one.homeId,
            kind: one.kind,
            absences: [],
            busy: one.busy,
            ...(one.weeklyHours && { weeklyHours: one.weeklyHours }),
            ...(one.dateHours && { dateHours: one.dateHours }),
          };
          const open = days.flatMap((day) => intersect(day.open, ownHours(one, day)));
          const coming = subtract(open, [{ from: Number.NEGATIVE_INFINITY, to: view.now }]);
          const busy = merge(one.busy.filter((busyAt) => isActive(busyAt, view.now)));
          const free = freeTime(bare, days, view.now);
          expect(intersect(free, busy)).toEqual([]);
          expect(merge([...free, ...intersect(coming, busy)])).toEqual(merge(coming));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("the order of rows and resources does not matter", () => {
    fc.assert(
      fc.property(views, wishes, (view, asked) => {
        const turned: SchedulingSnapshot = {
          ...view,
          court: { ...view.court, hours: [...view.court.hours].reverse() },
          resources: view.resources
            .map((one) => ({
              ...one,
              busy: [...one.busy].reverse(),
              absences: [...one.absences].reverse(),
              ...(one.weeklyHours && { weeklyHours: [...one.weeklyHours].reverse() }),
              ...(one.weeklyAbsences && { weeklyAbsences: [...one.weeklyAbsences].reverse() }),
            }))
            .reverse(),
        };
        expect(findSlots(turned, asked).slots).toEqual(findSlots(view, asked).slots);
        const mandatoryIds = [...asked.mandatoryIds].reverse();
        const other = findSlots(view, { ...asked, mandatoryIds }).slots;
        expect(other.map((slot) => [slot.from, slot.score, slot.roomId])).toEqual(
          findSlots(view, asked).slots.map((slot) => [slot.from, slot.score, slot.roomId]),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it("days without a slot say why, and no more starts than the day has", () => {
    fc.assert(
      fc.property(views, wishes, (view, asked) => {
        const { slots, dropped } = findSlots(view, asked);
        const days = openTime(view.court, view.horizon, view.zone);
        expect(dropped.days.length).toBeLessThanOrEqual(days.length);
        for (const day of dropped.days) expect(day.reasons.length).toBeGreaterThan(0);
        if (slots.length === 0) expect(dropped.days.length).toBe(days.length);
      }),
      { numRuns: RUNS },
    );
  });
});
