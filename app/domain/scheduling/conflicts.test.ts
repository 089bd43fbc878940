import { describe, expect, it } from "vitest";
import { conflicts } from "./conflicts";
import { at, busy, court, hours, resource, snapshot } from "./example.fixture";

const slot = (from: string, to: string) => ({ from: at(from), to: at(to) });
const tuesday = slot("2026-11-24T09:00", "2026-11-24T10:00");

describe("conflicts", () => {
  it("says nothing when nothing stands against it", () => {
    expect(conflicts(snapshot([resource("m")]), tuesday, ["m"])).toEqual([]);
  });

  it("touching bookings are no conflict, one shared minute is", () => {
    const before = resource("m", { busy: [busy("2026-11-24T08:00", "2026-11-24T09:00")] });
    expect(conflicts(snapshot([before]), tuesday, ["m"])).toEqual([]);
    const over = resource("m", { busy: [busy("2026-11-24T08:00", "2026-11-24T09:01")] });
    const until = at("2026-11-24T09:01");
    expect(conflicts(snapshot([over]), tuesday, ["m"])).toEqual([{ code: "busy", resourceId: "m", until }]);
  });

  it("names another court's time only as busy elsewhere", () => {
    const lawyer = resource("l", {
      kind: "lawyer",
      busy: [busy("2026-11-24T09:30", "2026-11-24T12:00", true)],
    });
    expect(conflicts(snapshot([lawyer]), tuesday, ["l"])).toEqual([
      { code: "busyElsewhere", resourceId: "l", until: at("2026-11-24T12:00") },
    ]);
  });

  it("a hold counts until it runs out, to the minute", () => {
    const expiresAt = at("2026-11-23T10:00");
    const held = resource("m", {
      busy: [{ ...busy("2026-11-24T09:00", "2026-11-24T10:00"), hold: { expiresAt } }],
    });
    const just = snapshot([held], { now: expiresAt - 1 });
    expect(conflicts(just, tuesday, ["m"])).toEqual([
      { code: "busy", resourceId: "m", until: tuesday.to, heldUntil: expiresAt },
    ]);
    expect(conflicts(snapshot([held], { now: expiresAt }), tuesday, ["m"])).toEqual([]);
  });

  it("keeps clean-up and preparation between neighbours", () => {
    const more = { bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    const near = resource("r", {
      kind: "room",
      ...more,
      busy: [busy("2026-11-24T10:14", "2026-11-24T11:00")],
    });
    expect(conflicts(snapshot([near]), tuesday, ["r"]).map((c) => c.code)).toEqual(["buffer"]);
    const taken = { ...near, busy: [busy("2026-11-24T09:30", "2026-11-24T11:00")] };
    expect(conflicts(snapshot([taken]), tuesday, ["r"]).map((c) => c.code)).toEqual(["busy"]);
    const far = resource("r", {
      kind: "room",
      ...more,
      busy: [busy("2026-11-24T10:15", "2026-11-24T11:00")],
    });
    expect(conflicts(snapshot([far]), tuesday, ["r"])).toEqual([]);
  });

  it.each([
    ["past", slot("2026-11-23T07:00", "2026-11-23T07:30"), ["past", "outsideHours"]],
    ["a rest day", slot("2026-11-28T09:00", "2026-11-28T10:00"), ["restDay"]],
    ["the noon break", slot("2026-11-24T11:00", "2026-11-24T12:00"), ["outsideHours"]],
    ["across midnight", slot("2026-11-24T16:30", "2026-11-25T09:30"), ["outsideHours"]],
  ])("%s", (_, interval, codes) => {
    expect(conflicts(snapshot([resource("m")]), interval, ["m"]).map((c) => c.code)).toEqual(codes);
  });

  it("follows the holiday notice: a Thursday off, a Saturday at work with the hours of its Monday", () => {
    const now = at("2026-09-30T08:00");
    const mondays = resource("m", { weeklyHours: hours([1], 540, 690) });
    const view = snapshot([mondays], { now });
    expect(conflicts(view, slot("2026-10-01T09:00", "2026-10-01T10:00"), []).map((c) => c.code)).toEqual([
      "restDay",
    ]);
    expect(conflicts(view, slot("2026-10-10T09:00", "2026-10-10T10:00"), ["m"])).toEqual([]);
    const tuesdays = resource("m", { weeklyHours: hours([2], 540, 690) });
    const other = conflicts(snapshot([tuesdays], { now }), slot("2026-10-10T09:00", "2026-10-10T10:00"), [
      "m",
    ]);
    expect(other).toEqual([{ code: "outsideHours", resourceId: "m" }]);
  });

  it("hour rows hold from their first date to the day before their last", () => {
    const rows = hours([2], 540, 690).map((r) => ({ ...r, validFrom: "2026-11-24", validTo: "2026-12-01" }));
    const view = snapshot([resource("m", { weeklyHours: rows })]);
    expect(conflicts(view, tuesday, ["m"])).toEqual([]);
    const week = slot("2026-12-01T09:00", "2026-12-01T10:00");
    expect(conflicts(view, week, ["m"]).map((c) => c.code)).toEqual(["outsideHours"]);
  });

  it("notice, earliest wish, due date, absence and facilities each have their word", () => {
    const mediator = resource("m", {
      minimumNoticeMinutes: 3 * 1440,
      absences: [slot("2026-11-24T00:00", "2026-11-25T00:00")],
    });
    const room = resource("r", { kind: "room", facilities: ["video"] });
    const terms = {
      earliestAt: at("2026-11-25T00:00"),
      latestDueAt: at("2026-11-24T09:59"),
      needs: ["video", "lift"],
    };
    expect(conflicts(snapshot([mediator, room]), tuesday, ["m", "r"], terms)).toEqual([
      { code: "tooSoon", until: terms.earliestAt },
      { code: "beyondDueDate" },
      { code: "tooSoon", resourceId: "m", until: at("2026-11-26T08:00") },
      { code: "absent", resourceId: "m", until: at("2026-11-25T00:00") },
      { code: "facilityMissing", resourceId: "r" },
    ]);
  });

  it("a date's hours replace the weekly ones, a weekly absence follows the date, and caps count what begins", () => {
    const dated = resource("m", {
      weeklyHours: hours([2], 540, 690),
      dateHours: { "2026-11-24": [], "2026-11-25": [{ fromMin: 540, toMin: 600 }] },
    });
    const wednesday = slot("2026-11-25T09:00", "2026-11-25T10:00");
    expect(conflicts(snapshot([dated]), tuesday, ["m"]).map((c) => c.code)).toEqual(["outsideHours"]);
    expect(conflicts(snapshot([dated]), wednesday, ["m"])).toEqual([]);
    const away = resource("m", { weeklyAbsences: hours([2], 570, 600) });
    expect(conflicts(snapshot([away]), tuesday, ["m"])).toEqual([
      { code: "absent", resourceId: "m", until: at("2026-11-24T10:00") },
    ]);
    const monday = [busy("2026-11-23T15:00", "2026-11-23T16:00")];
    const capped = resource("m", { maxPerDay: 1, maxPerWeek: 1, busy: monday, horizonDays: 0 });
    expect(conflicts(snapshot([capped]), tuesday, ["m"]).map((c) => [c.code, c.until])).toEqual([
      ["beyondHorizon", undefined],
      ["capWeek", at("2026-11-30T00:00")],
    ]);
    const today = slot("2026-11-23T09:00", "2026-11-23T10:00");
    expect(conflicts(snapshot([capped]), today, ["m"]).map((c) => c.code)).toEqual(["capDay", "capWeek"]);
  });

  it("names the need: a language that the mediator lacks, a way of meeting that is closed", () => {
    const terms = { languages: ["粤语"], modeClosed: "noSmartphone" as const };
    expect(conflicts(snapshot([resource("m")]), tuesday, ["m"], terms)).toEqual([
      { code: "modeClosed", need: "noSmartphone" },
      { code: "languageMissing", resourceId: "m", need: "dialect" },
    ]);
    const speaks = resource("m", { languages: ["粤语"] });
    expect(conflicts(snapshot([speaks]), tuesday, ["m"], { languages: ["粤语"] })).toEqual([]);
  });

  it("ends exactly at the due date", () => {
    expect(conflicts(snapshot([]), tuesday, [], { latestDueAt: tuesday.to })).toEqual([]);
  });

  it("an unknown resource is a bug, not a free one", () => {
    expect(() => conflicts(snapshot([], { court }), tuesday, ["nobody"])).toThrow(/nobody/);
  });
});
