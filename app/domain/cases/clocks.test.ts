import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { workCalendar } from "./calendar";
import { CLOCK_CODES } from "./clock-codes";
import { CLOCK_RULES, mediationRule, trialRule } from "./clock-rules";
import {
  beginExclusion as beginExclusionOf,
  type Clock,
  daysLeft,
  endExclusion,
  explainClock,
  extendClock,
  isOver,
  recompute,
  startClock,
  toneOf,
} from "./clocks";
import { HOLIDAYS } from "./holidays";
import { CLOCKS_OF, STAGES } from "./stages";

function beginExclusion(clock: Clock, fromOn: string): Clock {
  const begun = beginExclusionOf(clock, fromOn);
  if (!begun.ok) throw new Error(begun.refusal);
  return begun.clock;
}

const calendar = workCalendar(HOLIDAYS);
const today = "2026-11-23";
const due = (clock: Parameters<typeof explainClock>[0], on = today) => explainClock(clock, calendar, on);

describe("a clock explains itself", () => {
  test("with start, bare end, roll and article", () => {
    expect(due(startClock(CLOCK_RULES.T11, "2026-09-01"))).toEqual({
      code: "T11",
      article: "CPL 205",
      verified: true,
      startOn: "2026-09-01",
      length: 30,
      unit: "day",
      extensions: [],
      excludedDays: 0,
      suspendedDays: 0,
      rawEndOn: "2026-10-01",
      rolled: true,
      dueOn: "2026-10-08",
      provisional: false,
      paused: false,
      pausedBy: null,
    });
  });

  test("adds an extension to the bare length, not to the rolled day", () => {
    const clock = extendClock(startClock(CLOCK_RULES.T07, "2026-04-17"), { length: 30, unit: "day" });
    expect(due(clock)).toMatchObject({ rawEndOn: "2026-06-01", dueOn: "2026-06-01", rolled: false });
  });

  test("a president's month comes on top of the months", () => {
    const clock = extendClock(startClock(CLOCK_RULES.T19, "2026-06-30"), { length: 1, unit: "month" });
    expect(due(clock).rawEndOn).toBe("2026-10-30");
  });

  test("leaves out the days of an appraisal, in its own kind of days", () => {
    const halted = endExclusion(
      beginExclusion(startClock(CLOCK_RULES.T07, "2026-11-02"), "2026-11-05"),
      "2026-11-12",
    );
    expect(due(halted)).toMatchObject({ excludedDays: 7, dueOn: "2026-11-24" });
    const working = endExclusion(
      beginExclusion(startClock(CLOCK_RULES.T09, "2026-03-02"), "2026-03-09"),
      "2026-03-16",
    );
    expect(due(working)).toMatchObject({ excludedDays: 5 });
  });

  test("never counts the start day twice", () => {
    const halted = endExclusion(
      beginExclusion(startClock(CLOCK_RULES.T07, "2026-11-02"), "2026-11-02"),
      "2026-11-04",
    );
    expect(due(halted).excludedDays).toBe(1);
  });

  test("moves on while it is paused and does not expire", () => {
    const paused = beginExclusion(startClock(CLOCK_RULES.T08, "2026-11-02"), "2026-11-04");
    expect(due(paused, "2026-11-10")).toMatchObject({ paused: true, excludedDays: 6 });
    const now = DateTime.fromISO("2026-12-20T10:00:00+08:00");
    expect(isOver({ ...due(paused, "2026-11-10") }, now)).toBe(false);
  });
});

describe("the last day", () => {
  const sentence = due(startClock(CLOCK_RULES.T08, "2026-11-16"));
  const at = (iso: string) => DateTime.fromISO(iso);
  test("lasts until midnight in Beijing", () => {
    expect(sentence.dueOn).toBe("2026-11-23");
    expect(isOver(sentence, at("2026-11-23T23:59:59+08:00"))).toBe(false);
    expect(isOver(sentence, at("2026-11-24T00:00:00+08:00"))).toBe(true);
  });
  test("is counted from the court's date wherever the reader is", () => {
    expect(daysLeft(sentence, at("2026-11-22T17:00:00Z"))).toBe(0);
    expect(daysLeft(sentence, at("2026-11-24T00:00:00+08:00"))).toBe(-1);
    expect(toneOf(sentence, at("2026-11-20T09:00:00+08:00"))).toBe("soon");
    expect(toneOf(sentence, at("2026-11-23T09:00:00+08:00"))).toBe("urgent");
  });
});

test("loading a notice lists the clocks that it moves or settles", () => {
  const clock = startClock(CLOCK_RULES.T06, "2026-12-02");
  const after = workCalendar([
    ...HOLIDAYS,
    { year: 2027, source: "test", off: [["2027-01-01", "2027-01-03"]], work: [] },
  ]);
  const [change] = recompute([clock, startClock(CLOCK_RULES.T11, "2026-09-01")], calendar, after, today);
  expect(change).toMatchObject({
    wasDueOn: "2027-01-01",
    sentence: { dueOn: "2027-01-04", provisional: false },
  });
});

describe("the rules", () => {
  test.each(CLOCK_CODES)("%s is a row that agrees with its code", (code) => {
    const rule = CLOCK_RULES[code];
    expect(rule.code).toBe(code);
    if (!rule.verified) expect(rule.consequence).toBe("warn");
  });
  test("every clock that a stage names can run, except the appraisal's", () => {
    const named = new Set(STAGES.flatMap((stage) => CLOCKS_OF[stage]));
    for (const code of named) expect(CLOCK_RULES[code].length, code).not.toBeNull();
  });
  test("the mediation period follows regime, intake and procedure", () => {
    const of = {
      regime: "POST_FILING",
      intake: "LAWSUIT",
      procedure: "ordinary",
      medicalCommittee: false,
    } as const;
    expect(mediationRule(of).code).toBe("T07");
    expect(mediationRule({ ...of, procedure: "summary" }).code).toBe("T08");
    expect(mediationRule({ ...of, regime: "PRE_FILING" }).code).toBe("T06");
    expect(mediationRule({ ...of, intake: "SELF_APPLIED", medicalCommittee: true }).code).toBe("T09");
    expect(trialRule("smallClaim").code).toBe("T18");
    expect(trialRule("summary").code).toBe("T19");
    expect(trialRule("ordinaryPanel").code).toBe("T20");
  });
});
