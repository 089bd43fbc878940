import { describe, expect, it } from "vitest";
import { at, busy, hours, resource, snapshot, wish } from "./example.fixture";
import { explain } from "./explain";
import { fromMinutes } from "./minutes";
import { rankingWeights } from "./ranking";
import { findSlots } from "./slots";
import type { Wish } from "./snapshot";

const time = (minutes: number) => fromMinutes(minutes).toFormat("dd HH:mm");
const room = (id: string, facilities: string[] = [], busyAt: ReturnType<typeof busy>[] = []) =>
  resource(id, { kind: "room", facilities, busy: busyAt });

describe("findSlots", () => {
  it("offers every start of an empty court day, never into the noon break", () => {
    const view = snapshot([resource("m")], {
      horizon: { from: at("2026-11-24T00:00"), to: at("2026-11-25T00:00") },
    });
    const starts = findSlots(view, wish(["m"]))
      .slots.map((s) => s.from)
      .sort((a, b) => a - b);
    expect(starts.map(time)).toEqual(
      ["09:00", "09:30", "10:00", "10:30", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00"].map(
        (t) => `24 ${t}`,
      ),
    );
  });

  it("takes the first free fitting room and says when none is left", () => {
    const taken = [busy("2026-11-24T09:00", "2026-11-24T11:30")];
    const view = snapshot([
      resource("m"),
      room("r1", ["video"], taken),
      room("r2"),
      room("r3", ["video"], taken),
    ]);
    const asked = wish(["m"], {
      roomCandidateIds: ["r1", "r2", "r3"],
      needs: ["video"],
      earliestAt: at("2026-11-24T09:00"),
    });
    const { slots, dropped } = findSlots(view, asked);
    expect(slots.every((slot) => slot.roomId === "r1")).toBe(true);
    expect(dropped.noRoom).toBe(4);
    const why = explain(view, asked, { from: at("2026-11-24T09:00"), to: at("2026-11-24T10:00") });
    expect(why.offered).toBe(false);
    expect(why.rooms.map((c) => `${c.resourceId} ${c.code}`)).toEqual([
      "r1 busy",
      "r2 facilityMissing",
      "r3 busy",
    ]);
  });

  it("prefers a mediator who is in the court that day, and his resident day over an earlier one", () => {
    const week = [1, 2, 3, 4, 5];
    const visiting = resource("a", { weeklyHours: hours(week, 540, 1020) });
    const resident = resource("b", { weeklyHours: [...hours([3], 540, 1020, true)] });
    const view = snapshot([visiting, resident], { now: at("2026-11-23T17:00") });
    const best = findSlots(view, wish([], { mediatorCandidateIds: ["a", "b"] })).slots[0]!;
    expect([time(best.from), best.mediatorId]).toEqual(["25 09:00", "b"]);
    expect(best.reasons).toContainEqual({ code: "residentDay", resourceId: "b" });
    expect(best.resourceIds).toEqual(["b"]);
  });

  it("puts a session beside another one rather than leaving a hole", () => {
    const mediator = resource("m", { busy: [busy("2026-11-24T10:00", "2026-11-24T10:30")] });
    const view = snapshot([mediator], { now: at("2026-11-23T17:00") });
    const { slots } = findSlots(view, wish(["m"], { durationMinutes: 30 }));
    const best = slots.filter((slot) => slot.score === slots[0]!.score).map((slot) => time(slot.from));
    expect(best.map((t) => t.slice(3))).toEqual(["09:00", "09:30", "10:30", "11:00", "13:30", "16:30"]);
    expect(slots[0]!.reasons).toContainEqual({ code: "contiguous", resourceId: "m" });
  });

  it("counts what every step dropped and why each empty day is empty", () => {
    const mediator = resource("m", {
      absences: [{ from: at("2026-11-25T00:00"), to: at("2026-11-26T00:00") }],
      busy: [busy("2026-11-26T09:00", "2026-11-26T17:00", true)],
    });
    const horizon = { from: at("2026-11-23T00:00"), to: at("2026-11-30T00:00") };
    const due = at("2026-11-27T09:30");
    const { dropped } = findSlots(snapshot([mediator], { horizon }), wish(["m"], { latestDueAt: due }));
    expect(dropped).toMatchObject({
      restDays: 2,
      outsideTerms: 10,
      mandatoryTaken: 20,
      noRoom: 0,
      noMediator: 0,
    });
    expect(dropped.days).toEqual([
      { on: "2026-11-25", reasons: [{ code: "absent", resourceId: "m", starts: 10 }] },
      { on: "2026-11-26", reasons: [{ code: "busyElsewhere", resourceId: "m", starts: 10 }] },
      { on: "2026-11-27", reasons: [{ code: "beyondDueDate", starts: 10 }] },
      { on: "2026-11-28", reasons: [{ code: "restDay", starts: 0 }] },
      { on: "2026-11-29", reasons: [{ code: "restDay", starts: 0 }] },
    ]);
  });

  it("offers other ways when there is none: later, by video, without whom", () => {
    const full = [busy("2026-11-23T00:00", "2026-11-27T00:00")];
    const view = snapshot([
      resource("m", { busy: full }),
      resource("p", { kind: "party" }),
      room("r", [], full),
    ]);
    const due = at("2026-11-26T17:00");
    const asked = wish(["m", "p"], { roomCandidateIds: ["r"], latestDueAt: due, mode: "onsite" });
    const late = findSlots(view, asked);
    expect(late.slots).toEqual([]);
    expect(time(late.alternatives!.afterDueDate!.from)).toBe("27 09:00");
    expect(late.alternatives!.ifVideo).toBeUndefined();
    expect(late.alternatives!.blockers).toEqual([]);

    const free = snapshot([resource("m"), resource("p", { busy: full }), room("r", [], full)]);
    const { alternatives } = findSlots(free, wish(["m"], { roomCandidateIds: ["r"], latestDueAt: due }));
    expect(time(alternatives!.ifVideo!.from)).toBe("23 09:00");
    const blocked = findSlots(free, wish(["m", "p"], { latestDueAt: due })).alternatives!;
    expect(blocked.blockers).toEqual([{ resourceId: "p", slotsWithout: 40 }]);
  });

  it("names up to three without each of whom there would be slots, and how many of those looked at", () => {
    // On Tuesday each of four is busy while the others are free: one in the morning, three for an hour of the afternoon.
    const on = (from: string, to: string) => [busy(`2026-11-24T${from}`, `2026-11-24T${to}`)];
    const view = snapshot([
      resource("r", { busy: on("16:00", "17:00") }),
      resource("p", { busy: on("14:00", "15:00") }),
      resource("q", { busy: on("15:00", "16:00") }),
      resource("m", { busy: on("09:00", "11:30") }),
    ]);
    const tuesday = wish(["p", "q", "r", "m"], {
      stepMinutes: 60,
      earliestAt: at("2026-11-24T09:00"),
      latestDueAt: at("2026-11-24T17:00"),
    });
    const { slots, alternatives } = findSlots(view, tuesday);
    expect(slots).toEqual([]);
    expect(alternatives).toMatchObject({ lookedAt: 5 });
    expect(alternatives?.together).toBeUndefined();
    expect(alternatives?.blockers).toEqual([
      { resourceId: "m", slotsWithout: 2 },
      { resourceId: "p", slotsWithout: 1 },
      { resourceId: "q", slotsWithout: 1 },
    ]);

    const both = snapshot([
      resource("m", { busy: [busy("2026-11-23T00:00", "2026-11-26T17:00")] }),
      resource("p", { busy: [busy("2026-11-23T00:00", "2026-11-27T16:00")] }),
      resource("q"),
    ]);
    const found = findSlots(
      both,
      wish(["m", "p", "q"], { latestDueAt: at("2026-11-26T17:00") }),
    ).alternatives;
    expect(found).toMatchObject({
      lookedAt: 40,
      blockers: [],
      together: { resourceIds: ["m", "p"], slotsWithout: 40 },
    });
  });

  it("ranks by the court's weights: what a party asked for, and beside the representative's other cases", () => {
    const view = snapshot([resource("m"), resource("p", { kind: "party" })]);
    const asked = wish(["m", "p"], {
      earliestAt: at("2026-11-24T00:00"),
      preferences: [{ resourceId: "p", weekday: 3, half: "pm" }],
      batchEdges: [at("2026-11-24T10:30")],
    });
    const { slots } = findSlots(view, asked);
    expect(slots[0]!.reasons).toContainEqual({ code: "partyPreference", resourceId: "p" });
    expect(time(slots[0]!.from)).toBe("25 13:30");
    const beside = slots.filter((slot) => slot.reasons.some((one) => one.code === "batchContiguity"));
    expect(beside.map((slot) => time(slot.from)).sort()).toEqual(["24 09:30", "24 10:30"]);
    const weights = { ...rankingWeights, partyPreference: 0, batchContiguity: 100 };
    expect(time(findSlots(view, { ...asked, weights }).slots[0]!.from)).toBe("24 10:30");
  });

  it("by video only in a way that is open to all, and never without the room that somebody needs", () => {
    const taken = [busy("2026-11-23T00:00", "2026-11-28T00:00")];
    const view = snapshot([resource("m"), room("r", [], taken), room("terminal", ["video"])]);
    const asked = wish(["m"], { roomCandidateIds: ["r"], mode: "onsite" });
    const other = (byVideo: Wish["byVideo"]) =>
      findSlots(view, { ...asked, ...(byVideo && { byVideo }) }).alternatives?.ifVideo;
    expect(other(undefined)?.roomId).toBeUndefined();
    expect(other({ needs: ["video"], roomCandidateIds: ["terminal"] })?.roomId).toBe("terminal");
    expect(other({ needs: ["video"], roomCandidateIds: [] })).toBeUndefined();
    expect(other({ modeClosed: "noSmartphone", roomCandidateIds: [] })).toBeUndefined();
    const none = explain(view, wish(["m"], { needs: ["video"] }), {
      from: at("2026-11-24T09:00"),
      to: at("2026-11-24T10:00"),
    });
    expect(none.conflicts).toEqual([{ code: "facilityMissing", need: "courtTerminal" }]);
  });

  it("marks days whose holiday notice is not loaded", () => {
    const view = snapshot([resource("m")]);
    const guess = { ...view, court: { ...view.court, provisionalFromOn: "2026-11-25" } };
    const marked = findSlots(guess, wish(["m"])).slots.filter((slot) => slot.provisional);
    expect(marked.length).toBe(30);
    expect(Math.min(...marked.map((slot) => slot.from))).toBe(at("2026-11-25T09:00"));
  });
});

describe("explain", () => {
  it("tells a free interval that the search does not look at from one that is taken", () => {
    const view = snapshot([resource("m")]);
    const off = explain(view, wish(["m"]), { from: at("2026-11-24T09:10"), to: at("2026-11-24T09:40") });
    expect(off).toMatchObject({ offered: false, notSearched: ["offGrid", "otherLength"], conflicts: [] });
    const later = explain(view, wish(["m"]), { from: at("2026-12-01T09:00"), to: at("2026-12-01T10:00") });
    expect(later.notSearched).toEqual(["outsideHorizon"]);
  });
});
