import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { sampleActor } from "../policy/actor.sample";
import { dueInstant, plusDays, workCalendar } from "./calendar";
import { ruleInCourt, UNREAD_CODES } from "./clock-choices";
import { CLOCK_CODES, type ClockCode } from "./clock-codes";
import { extendByRule } from "./clock-extensions";
import { CLOCK_RULES, type ClockLength } from "./clock-rules";
import {
  beginExclusion,
  type Clock,
  endExclusion,
  explainClock,
  isOver,
  recompute,
  resumeClock,
  startClock,
  suspendClock,
} from "./clocks";
import { decide } from "./decide";
import { EVENT_NAMES } from "./events";
import { sampleFacts } from "./facts.sample";
import { HOLIDAYS } from "./holidays";
import { STAGES } from "./stages";

const calendar = workCalendar(HOLIDAYS);
const START = "2026-03-02";

/** domain.md 6.4, each as the clock that has such a length, under its article. */
const VECTORS: readonly [ClockCode, article: string, startOn: string, rawEndOn: string, dueOn: string][] = [
  ["T11", "CPL 205", "2026-09-01", "2026-10-01", "2026-10-08"],
  ["T06", "INV 27", "2026-01-16", "2026-02-15", "2026-02-24"],
  ["T07", "INV 27", "2026-04-17", "2026-05-02", "2026-05-06"],
  ["T08", "INV 27", "2026-02-07", "2026-02-14", "2026-02-14"],
  ["T27", "CPL 95", "2026-09-10", "2026-10-10", "2026-10-10"],
  ["T28", "CPL 104", "2026-03-05", "2026-04-04", "2026-04-07"],
  ["T11", "CPL 205", "2025-09-02", "2025-10-02", "2025-10-09"],
  ["T14", "INT 372", "2026-06-05", "2026-06-20", "2026-06-22"],
  ["T18", "CPL 168", "2026-08-31", "2026-10-31", "2026-11-02"],
  ["T18", "CPL 168", "2025-12-31", "2026-02-28", "2026-02-28"],
  ["T19", "CPL 164", "2026-07-01", "2026-10-01", "2026-10-08"],
  ["T04", "ONL 12", "2026-02-13", "2026-02-25", "2026-02-25"],
  ["T02", "ONL 10", "2026-09-30", "2026-10-10", "2026-10-10"],
  ["T05", "ONL 15", "2026-09-18", "2026-09-22", "2026-09-22"],
  ["T09", "MDR 38", "2026-02-13", "2026-04-02", "2026-04-02"],
];

test.each(VECTORS)("%s (%s) from %s", (code, article, startOn, rawEndOn, dueOn) => {
  const sentence = explainClock(startClock(CLOCK_RULES[code], startOn), calendar, START);
  expect(sentence).toMatchObject({
    article,
    rawEndOn,
    dueOn,
    rolled: rawEndOn !== dueOn,
    provisional: false,
  });
});

type Told = readonly [article: string, length: number | null, unit: string, extends_: string, verified?: "K"];
/** domain.md 1.8 as it stands there; K is what nobody could read. */
const TABLE: Readonly<Record<Exclude<ClockCode, `L${string}`>, Told>> = {
  T01: ["CPL 126", 7, "day", "none"],
  T02: ["ONL 10", 3, "workday", "none"],
  T03: ["ONL 10", 2, "workday", "none"],
  T04: ["ONL 12", 3, "workday", "none"],
  T05: ["ONL 15", 3, "workday", "none"],
  T06: ["INV 27", 30, "day", "allAgree"],
  T06b: ["PML 17", 1, "month", "allAgree", "K"],
  T07: ["INV 27", 15, "day", "allAgree30"],
  T08: ["INV 27", 7, "day", "allAgree30"],
  T09: ["MDR 38", 30, "workday", "allAgree"],
  T10: ["ONL 26", null, "day", "excluded"],
  T11: ["CPL 205", 30, "day", "none"],
  T12: ["JC11 4", 3, "day", "none"],
  T13: ["JC11 5", 15, "day", "president"],
  T14: ["INT 372", 15, "day", "none"],
  T15: ["INT 372", 6, "month", "none"],
  T16: ["OPR17 13", 3, "day", "none", "K"],
  T17: ["OPR17 5", 3, "day", "none", "K"],
  T18: ["CPL 168", 2, "month", "president"],
  T19: ["CPL 164", 3, "month", "president"],
  T20: ["CPL 152", 6, "month", "upperCourt"],
  T21: ["OPR17 20", 10, "day", "none", "K"],
  T22: ["CPL 128", 5, "day", "none"],
  T22b: ["CPL 128", 15, "day", "none"],
  T23: ["INT 266", 15, "day", "none"],
  T23b: ["INT 275", 7, "day", "none"],
  T24: ["CPL 139", 3, "day", "none"],
  T25: ["FEE 22", 7, "day", "none"],
  T26: ["SUM20 16", 10, "day", "none"],
  T27: ["CPL 95", 30, "day", "none"],
  T28: ["CPL 104", 30, "day", "none"],
  T29: ["CPL 250", 24, "month", "none"],
  T30: ["INT 480", 10, "day", "none"],
  T31a: ["CPL 226", 5, "day", "none"],
  T31b: ["CPL 227", 15, "day", "none"],
  T31c: ["CPL 227", 15, "day", "none"],
  T32: ["CC 188", 36, "month", "none"],
};

test.each(Object.entries(TABLE))("%s is the row of 1.8", (code, [article, length, unit, extension, read]) => {
  expect(CLOCK_RULES[code as ClockCode]).toMatchObject({
    article,
    length,
    unit,
    extension,
    verified: read !== "K",
  });
});

const RUNNING = CLOCK_CODES.filter((code) => CLOCK_RULES[code].length !== null);
const explained = (clock: Clock, on = calendar) => explainClock(clock, on, "2026-03-03");
const grounds = (clock: Clock) => ({
  givenAt: DateTime.fromISO("2026-03-03T10:00:00+08:00"),
  dueOn: explained(clock).dueOn,
  allAgreed: true,
  approvedBy: "president" as const,
});

describe.each(RUNNING)("%s", (code) => {
  const rule = CLOCK_RULES[code];
  const clock = startClock(rule, START);
  const most: ClockLength = rule.most ?? { length: 60, unit: rule.unit };
  const isOpen = rule.extension !== "none";

  test("extend: only as its rule says, and only before its end", () => {
    const more = extendByRule(clock, most, grounds(clock));
    if (!isOpen) return expect(more).toMatchObject({ refusal: "clockFixed" });
    if (!more.ok) throw new Error(more.refusal);
    expect(explained(more.clock).dueOn > explained(clock).dueOn).toBe(true);
    const late = { ...grounds(clock), givenAt: dueInstant(explained(clock).dueOn) };
    expect(extendByRule(clock, most, late)).toMatchObject({ refusal: "extensionAfterEnd" });
    const alone = { ...grounds(clock), allAgreed: false, approvedBy: null };
    expect(extendByRule(clock, most, alone)).toMatchObject({
      refusal: rule.extension.startsWith("allAgree") ? "consentMissing" : "approvalMissing",
    });
    const second = extendByRule(more.clock, { length: 1, unit: most.unit }, grounds(more.clock));
    expect(second.ok).toBe(rule.most === null);
    const above = { ...grounds(more.clock), approvedBy: "upperCourt" as const };
    if (rule.most) expect(extendByRule(more.clock, most, above).ok).toBe(rule.extension === "upperCourt");
  });

  test("exclude and count on: the days of an appraisal come back at its end, where the rule leaves them out", () => {
    const begun = beginExclusion(clock, plusDays(START, 1));
    if (!rule.pauses.includes("exclusion")) return expect(begun).toMatchObject({ refusal: "clockRunsOn" });
    if (!begun.ok) throw new Error(begun.refusal);
    expect(explained(begun.clock)).toMatchObject({ paused: true, pausedBy: "exclusion" });
    const counted = explained(endExclusion(begun.clock, plusDays(START, 8)));
    expect(counted).toMatchObject({
      excludedDays: rule.unit === "workday" ? 5 : 7,
      suspendedDays: 0,
      paused: false,
    });
    expect(counted.dueOn > explained(clock).dueOn).toBe(true);
  });

  test("suspend and resume: a halted case's rest runs on, where the rule halts with it", () => {
    const halted = suspendClock(clock, plusDays(START, 1));
    if (!rule.pauses.includes("suspension")) return expect(halted).toMatchObject({ refusal: "clockRunsOn" });
    if (!halted.ok) throw new Error(halted.refusal);
    expect(explained(halted.clock)).toMatchObject({ paused: true, pausedBy: "suspension" });
    const resumed = explained(resumeClock(halted.clock, plusDays(START, 8)));
    expect(resumed).toMatchObject({ suspendedDays: rule.unit === "workday" ? 5 : 7, excludedDays: 0 });
    expect(resumed.dueOn > explained(clock).dueOn).toBe(true);
  });

  test("expire: over at 24:00 of the last day in Beijing, never while it stands still", () => {
    const sentence = explained(clock);
    const end = dueInstant(sentence.dueOn);
    expect(isOver(sentence, end.minus({ seconds: 1 }))).toBe(false);
    expect(isOver(sentence, end)).toBe(true);
    const halted = suspendClock(clock, plusDays(START, 1));
    if (halted.ok) expect(isOver(explained(halted.clock), end.plus({ years: 9 }))).toBe(false);
  });

  test("recompute: a closure on the last day moves it, and is listed with the old day", () => {
    const was = explained(clock).dueOn;
    const closed = workCalendar(HOLIDAYS, { [was]: "off" });
    const changes = recompute([clock], calendar, closed, "2026-03-03");
    expect(changes).toMatchObject([{ wasDueOn: was }]);
    expect((changes[0]?.sentence.dueOn ?? "") > was).toBe(true);
    expect(recompute([clock], calendar, calendar, "2026-03-03")).toEqual([]);
  });
});

test("T10 ends with the report and not with a day, so it is never counted", () => {
  expect(() => startClock(CLOCK_RULES.T10, START)).toThrow("T10");
});

describe("what was excluded and halted at once", () => {
  const clock = startClock(CLOCK_RULES.T07, "2026-11-02");
  const both: Clock = {
    ...clock,
    exclusions: [{ fromOn: "2026-11-05", toOn: "2026-11-12" }],
    suspensions: [{ fromOn: "2026-11-09", toOn: "2026-11-16" }],
  };
  test("counts once, and is told apart", () => {
    expect(explained(both)).toMatchObject({ excludedDays: 7, suspendedDays: 4, rawEndOn: "2026-11-28" });
  });
  test("lies within the other or beside it", () => {
    const within = { ...both, suspensions: [{ fromOn: "2026-11-06", toOn: "2026-11-07" }] };
    expect(explained(within)).toMatchObject({ excludedDays: 7, suspendedDays: 0 });
    const twice = { ...both, exclusions: [...both.exclusions, ...both.exclusions], suspensions: [] };
    expect(explained(twice)).toMatchObject({ excludedDays: 7 });
  });
  test("brings no period back that had run out before", () => {
    const late = { ...clock, suspensions: [{ fromOn: "2026-11-18", toOn: "2026-12-18" }] };
    expect(explained(late)).toMatchObject({ suspendedDays: 0, dueOn: "2026-11-17", paused: false });
    const lastDay = { ...clock, suspensions: [{ fromOn: "2026-11-17", toOn: "2026-11-20" }] };
    expect(explained(lastDay)).toMatchObject({ suspendedDays: 3, dueOn: "2026-11-20" });
  });
});

describe("a rule whose text nobody has read", () => {
  test("is T06b, T16, T17 and T21, each for the court to switch off; read ones stay", () => {
    expect(UNREAD_CODES).toEqual(["T06b", "T16", "T17", "T21"]);
    const choices = { off: [...UNREAD_CODES, "T07" as const], lengths: { L07: 5, T07: 99 }, warnDays: [] };
    for (const code of UNREAD_CODES) expect(ruleInCourt(CLOCK_RULES[code], choices)).toBeNull();
    expect(ruleInCourt(CLOCK_RULES.T07, choices)).toMatchObject({ length: 15 });
    expect(ruleInCourt(CLOCK_RULES.L07, choices)).toMatchObject({ length: 5 });
  });
  test("refuses nothing, however long it is over", () => {
    const over = Object.fromEntries(
      UNREAD_CODES.map((code) => [code, { dueOn: "2020-01-01", expired: true }]),
    );
    for (const actor of [sampleActor("coordinator"), sampleActor("judge"), sampleActor("job")])
      for (const stage of STAGES)
        for (const event of EVENT_NAMES)
          expect(decide(sampleFacts({ stage, clocks: over }), event, actor)).toEqual(
            decide(sampleFacts({ stage }), event, actor),
          );
  });
});
