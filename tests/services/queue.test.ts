import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import { assignMediator } from "~/services/assign-mediator.server";
import { Forbidden } from "~/services/command.server";
import { clocksQuery } from "~/services/queries-clocks.server";
import { queueQuery } from "~/services/queries-queue.server";
import { dailyReportQuery } from "~/services/queries-report.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { findCaseQuery } from "~/services/queries-search.server";
import { ask } from "~/services/query.server";
import { registerCase } from "~/services/register-case.server";
import { setTeam } from "~/services/set-team.server";
import { actorIn, MORNING, useCourt } from "./court";
import { addMember, atConsent, atSelecting, caseOf, clerk, coordinator, done, registered } from "./desk";
import { dispute, person, residentId } from "./invented";

const court = useCourt();
const queue = async (input: object, actor = coordinator) => {
  const answer = await ask(court().deps, actor, queueQuery, input);
  if (!answer.ok) throw new Error("queue");
  return answer;
};
const found = async (text: string, actor = coordinator) => {
  const answer = await ask(court().deps, actor, findCaseQuery, { text });
  if (!answer.ok) throw new Error("find");
  return answer.found.map((one) => one.caseId);
};
let ids: { submitted: string[]; consent: string; selecting: string; delegated: string };
let mediatorId: string;

beforeAll(async () => {
  const c = court();
  mediatorId = await addMember(c);
  const submitted: string[] = [];
  for (let n = 1; n <= 28; n++) submitted.push(await registered(c, n));
  const delegated = await atSelecting(c, 43);
  await done(c, coordinator, assignMediator, { caseId: delegated, mediatorId });
  ids = { submitted, consent: await atConsent(c, 41), selecting: await atSelecting(c, 42), delegated };
});

it("counts its tabs and pages by days left without losing or repeating a case", async () => {
  const first = await queue({});
  expect(first.counts).toMatchObject({
    all: 31,
    intake: 28,
    consent: 1,
    toAssign: 1,
    toAccept: 1,
    toBook: 0,
    overdue: 0,
    closed: 0,
  });
  expect(first.rows).toHaveLength(25);
  expect(first.next).not.toBeNull();
  const second = await queue({ after: first.next });
  expect(second.rows).toHaveLength(6);
  expect(second.next).toBeNull();
  const all = [...first.rows, ...second.rows];
  expect(new Set(all.map((row) => row.caseId)).size).toBe(31);
  const due = all.map((row) => row.due?.on ?? "9999");
  expect(due).toEqual([...due].sort());
  expect(all.find((row) => row.caseId === ids.delegated)).toMatchObject({
    mediatorName: "周某某",
    due: { rule: "T04", on: "2026-11-26", daysLeft: 3, tone: "soon" },
    sides: { claimant: "agreed", respondent: "agreed" },
  });
});

it("filters by what stands in the URL, and forgives what is malformed there", async () => {
  expect((await queue({ tab: "toAssign" })).rows.map((row) => row.caseId)).toEqual([ids.selecting]);
  expect((await queue({ stage: ["consent", "selecting"] })).total).toBe(2);
  expect((await queue({ stage: "consent" })).total).toBe(1);
  expect((await queue({ mediatorId })).rows.map((row) => row.caseId)).toEqual([ids.delegated]);
  expect((await queue({ cause: "108.1" })).total).toBe(0);
  expect((await queue({ dueWithin: "3" })).total).toBe(3);
  expect((await queue({ from: "2026-11-24" })).total).toBe(0);
  expect((await queue({ from: "2026-11-23", until: "2026-11-23" })).total).toBe(31);
  expect(
    (await queue({ tab: "nonsense", dueWithin: "soon", stage: "nowhere", mediatorId: "x", after: "?" }))
      .total,
  ).toBe(31);
});

it("shows what is late once its day is over", async () => {
  const c = court();
  c.clock.set(MORNING.plus({ days: 5 }));
  const late = await queue({ tab: "overdue" });
  expect(late.rows.map((row) => row.caseId).sort()).toEqual(
    [ids.consent, ids.selecting, ids.delegated].sort(),
  );
  expect(late.rows.every((row) => row.due?.tone === "over")).toBe(true);
  c.clock.set(MORNING);
});

it("shows each role its own: all, mine, my team's", async () => {
  const c = court();
  const self = actorIn("bj0107", "mediator", { userId: mediatorId });
  expect((await queue({}, self)).rows.map((row) => row.caseId)).toEqual([ids.delegated]);
  expect((await queue({ scope: "all" }, self)).total).toBe(1);
  expect((await queue({ scope: "all" }, actorIn("bj0107", "mediator"))).total).toBe(0);
  expect((await queue({ scope: "all" }, actorIn("bj0106", "coordinator"))).total).toBe(0);
  expect((await queue({ scope: "mine" })).rows.map((row) => row.stage).sort()).toEqual([
    "consent",
    "selecting",
  ]);
  expect((await queue({ scope: "mine" }, clerk)).total).toBe(28);
  const teamId = uuidv7();
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.teams).values({ courtId: "bj0107", id: teamId, name: "一团队", nameEn: "Team 1" }),
  );
  const first = ids.submitted[0] ?? "";
  await done(c, clerk, setTeam, { caseId: first, teamId });
  const judge = actorIn("bj0107", "judge", { teamIds: [teamId] });
  expect((await queue({ scope: "team" }, judge)).rows.map((row) => row.caseId)).toEqual([first]);
  expect((await queue({ scope: "all" }, judge)).total).toBe(1);
  await expect(ask(c.deps, actorIn("bj0107", "administrator"), queueQuery, {})).rejects.toThrow(Forbidden);
});

it("finds a case by number, by two signs of a name, by identity number and by telephone", async () => {
  const c = court();
  const row = await caseOf(c, ids.consent);
  expect(await found(row.registrationNo.toLowerCase())).toEqual([ids.consent]);
  expect(await found("（2026）京0107民初41号")).toEqual([ids.consent]);
  expect(await found(String(Number(row.registrationNo.slice(-6))))).toContain(ids.consent);
  expect(await found("三41")).toEqual([ids.consent]);
  expect(await found("张")).toEqual([]);
  expect(await found("张三")).toHaveLength(20);
  expect(await found(residentId(41).toLowerCase())).toEqual([ids.consent]);
  expect(await found(" 138 0000 0041 ")).toEqual([ids.consent]);
  expect(await found(residentId(41), actorIn("bj0106", "clerk"))).toEqual([]);
  const other = await done(c, clerk, registerCase, {
    ...dispute(60),
    parties: [dispute(60).parties[0], person("respondent", 60, "欧阳若兰")],
  });
  expect(await found("若兰")).toEqual([other.caseId]);
  expect((await queue({ text: "阳若" })).rows.map((one) => one.caseId)).toEqual([other.caseId]);
  expect(await found("兰阳")).toEqual([]);
});

it("counts the day, and every figure that opens a list opens as many cases", async () => {
  const c = court();
  const report = await ask(c.deps, coordinator, dailyReportQuery, {});
  if (!report.ok) throw new Error("report");
  const count = (code: string) => report.figures.find((one) => one.code === code)?.count;
  expect(count("takenIn")).toBe(32);
  expect(count("registered")).toBe(3);
  for (const figure of report.figures)
    if (figure.filter)
      expect([figure.code, (await queue(figure.filter)).total]).toEqual([figure.code, figure.count]);
});

it("lists the roster with what each carries", async () => {
  const c = court();
  const lists = await ask(c.deps, clerk, rosterListsQuery, {});
  if (!lists.ok) throw new Error("roster");
  expect(lists.mediators.map((one) => [one.id, one.openCases])).toEqual([[mediatorId, 1]]);
  expect(lists.causes.length).toBeGreaterThan(40);
});

it("lists the limits that run, the most pressing first, of the cases that the reader may see", async () => {
  const clocks = async (input: object, actor = coordinator) => {
    const answer = await ask(court().deps, actor, clocksQuery, input);
    if (!answer.ok) throw new Error(answer.refusal);
    return answer;
  };
  const all = await clocks({});
  expect(all.total).toBe(all.rows.length);
  expect(all.rows.length).toBeGreaterThan(1);
  expect(all.rows.map((one) => one.dueOn)).toEqual(all.rows.map((one) => one.dueOn).toSorted());
  const own = await clocks({}, actorIn("bj0107", "mediator", { userId: mediatorId }));
  expect([...new Set(own.rows.map((one) => one.caseId))]).toEqual([ids.delegated]);
  expect((await clocks({}, actorIn("bj0107", "mediator"))).total).toBe(0);
  const [first] = all.rows;
  const after = await clocks({ after: `${first?.dueOn}~${first?.clockId}` });
  expect(after.rows.map((one) => one.clockId)).toEqual(all.rows.slice(1).map((one) => one.clockId));
  expect((await clocks({ rule: first?.rule })).rows.every((one) => one.rule === first?.rule)).toBe(true);
  await expect(ask(court().deps, actorIn("bj0107", "administrator"), clocksQuery, {})).rejects.toThrow(
    Forbidden,
  );
});
