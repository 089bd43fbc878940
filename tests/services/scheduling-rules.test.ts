import { expect, it } from "vitest";
import { clearSchedulingRule } from "~/services/clear-scheduling-rule.server";
import { schedulingRulesQuery } from "~/services/queries-scheduling-rules.server";
import { ask } from "~/services/query.server";
import { setSchedulingRules } from "~/services/set-scheduling-rules.server";
import { settingsOn } from "~/services/settings.server";
import { actorIn, useCourt } from "./court";
import { done, refused } from "./desk";

/* 2026-11-23 is today. */
const court = useCourt();
const administrator = actorIn("bj0107", "administrator");
const on = (day: string, id = "bj0107") => court().db.withCourt(id, (tx) => settingsOn(tx, id, day));
const set = (input: object) => done(court(), administrator, setSchedulingRules, input);

it("holds from its day on: today at once, a later day not yet, and the next change ends it", async () => {
  await set({ validFrom: "2026-11-23", sessionMinutes: "60", timeWay: "offer" });
  expect(await on("2026-11-22")).toMatchObject({ sessionMinutes: 90, timeWay: "notify" });
  expect(await on("2026-11-23")).toMatchObject({ sessionMinutes: 60, timeWay: "offer", holdMinutes: 30 });
  await set({ validFrom: "2027-01-01", sessionMinutes: 120 });
  expect((await on("2026-12-31")).sessionMinutes).toBe(60);
  expect((await on("2027-01-01")).sessionMinutes).toBe(120);
  // Between the two: it holds until the one that was set for January.
  await set({ validFrom: "2026-12-01", sessionMinutes: 75 });
  const seen = ["2026-11-30", "2026-12-01", "2026-12-31", "2027-01-01"].map(
    async (day) => (await on(day)).sessionMinutes,
  );
  expect(await Promise.all(seen)).toEqual([60, 75, 75, 120]);
  await set({ validFrom: "2026-12-01", sessionMinutes: 80 });
  const rows = await court().owner`select valid_from, valid_to from court_settings
    where court_id = 'bj0107' and key = 'sessionMinutes' order by valid_from`;
  expect(rows.map((row) => [row.valid_from, row.valid_to])).toEqual([
    ["2026-11-23", "2026-12-01"],
    ["2026-12-01", "2027-01-01"],
    ["2027-01-01", null],
  ]);
  expect((await on("2026-12-01")).sessionMinutes).toBe(80);
  expect(
    await ask(court().deps, administrator, schedulingRulesQuery, { validFrom: "2026-12-05" }),
  ).toMatchObject({
    on: "2026-12-05",
    rules: { sessionMinutes: 80 },
    toCome: [
      { rule: "sessionMinutes", validFrom: "2026-12-01" },
      { rule: "sessionMinutes", validFrom: "2027-01-01" },
    ],
  });
});

it("takes back what is set for a later day: what holds before goes on, until the next that is set", async () => {
  const clear = { rule: "sessionMinutes", validFrom: "2026-12-01" };
  await done(court(), administrator, clearSchedulingRule, clear);
  expect((await on("2026-12-31")).sessionMinutes).toBe(60);
  expect((await on("2027-01-01")).sessionMinutes).toBe(120);
  expect(await ask(court().deps, administrator, schedulingRulesQuery, {})).toMatchObject({
    toCome: [{ rule: "sessionMinutes", validFrom: "2027-01-01" }],
  });
  await done(court(), administrator, clearSchedulingRule, { ...clear, validFrom: "2027-01-01" });
  expect((await on("2027-06-01")).sessionMinutes).toBe(60);
  const records = await court()
    .owner`select data from records where verb = 'clear-scheduling-rule' order by seq`;
  expect(records.map((row) => row.data)).toMatchObject([clear, { ...clear, validFrom: "2027-01-01" }]);
  // What holds today is changed, not taken back; and nothing is set for that day in February.
  const refusal = async (validFrom: string) =>
    refused(court(), administrator, clearSchedulingRule, { ...clear, validFrom });
  expect(await refusal("2026-11-23")).toMatchObject({ fields: { validFrom: ["inPast"] } });
  expect(await refusal("2027-02-01")).toMatchObject({ refusal: "notFound" });
});

it("writes and records what changed, and nothing else", async () => {
  const weights = { ...(await on("2026-11-23")).rankingWeights, residentDay: 40 };
  const same = { sessionMinutes: 60, timeWay: "offer" };
  expect(await set({ validFrom: "2026-11-23", ...same, rankingWeights: weights })).toMatchObject({
    changed: ["rankingWeights"],
  });
  expect((await on("2026-11-23")).rankingWeights).toEqual(weights);
  const [row] = await court().owner`select data from records where verb = 'set-scheduling-rules'
    and data::text like '%residentDay%'`;
  expect(row?.data.changed).toEqual([expect.stringMatching(/^rankingWeights .*"residentDay":40/)]);
});

it("says at its field what is wrong", async () => {
  const fields = async (input: object) =>
    (await refused(court(), administrator, setSchedulingRules, { validFrom: "2026-11-23", ...input })).fields;
  expect(await fields({ sessionMinutes: "5", horizonDays: "93", holdMinutes: "" })).toEqual({
    sessionMinutes: ["tooLow"],
    horizonDays: ["tooHigh"],
    holdMinutes: ["required"],
  });
  expect(await fields({ slotStepMinutes: "半小时", timeWay: "either" })).toEqual({
    slotStepMinutes: ["invalid"],
    timeWay: ["notChosen"],
  });
  expect(
    await fields({
      rankingWeights: {
        dayLater: -1001,
        residentDay: "",
        contiguous: 1,
        partyPreference: 1,
        batchContiguity: 1,
      },
    }),
  ).toEqual({ "rankingWeights.dayLater": ["tooLow"], "rankingWeights.residentDay": ["required"] });
  expect(await fields({ validFrom: "2026-11-22" })).toEqual({ validFrom: ["inPast"] });
});
