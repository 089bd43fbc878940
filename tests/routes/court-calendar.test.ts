import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { action, loader } from "~/routes/_staff.court-calendar/route";
import { seedCourt } from "~/services/demo/seed-court.server";
import { startSignIn } from "~/services/sign-in.server";
import { MORNING, type TestCourt, useCourt } from "../services/court";
import { addMember, inMediation } from "../services/desk";

/* The administrator loads 2027: by file, by paste and by hand, sees what it changes, and applies it. */
const court = useCourt();
let c: TestCourt;
let caseId: string;

beforeAll(async () => {
  c = court();
  await seedCourt(c.deps, c.fresh.ownerUrl, MORNING.minus({ years: 1 }));
  c.clock.set(MORNING.set({ month: 12, day: 17 }));
  const mediatorId = await addMember(c, { name: "跨年" });
  caseId = await inMediation(c, 701, mediatorId);
});

type Work = (args: never) => Promise<unknown>;
async function call(login: string, work: Work, form?: Record<string, string | File>): Promise<unknown> {
  const signed = await startSignIn(c.deps, { login, password: DEMO_PASSWORD }, "127.0.0.1");
  if (!signed.ok) throw new Error(signed.refusal);
  const headers = { Cookie: `signIn=${signed.secret}; lang=zh-CN` };
  const body = new FormData();
  for (const [name, value] of Object.entries({ _key: uuidv7(), ...form })) body.set(name, value);
  const url = "http://127.0.0.1:3000/court-calendar";
  const request = new Request(url, form ? { method: "POST", headers, body } : { headers });
  return work({
    request,
    params: {},
    context: { deps: c.deps, demo: true, cspNonce: "", address: "" },
  } as never);
}
type Answer = Awaited<ReturnType<typeof action>>;
const send = (form: Record<string, string | File>, login = "administrator") =>
  call(login, action, form) as Promise<Answer>;
const shown = async (login = "administrator") =>
  (await call(login, loader)) as Awaited<ReturnType<typeof loader>>;
const dueOn = async () => (await c.owner`select due_on::text from cases where id = ${caseId}`)[0]?.due_on;

const days = ["2027-01-01", "2027-01-02", "2027-01-03"].map((date) => ({
  name: "元旦",
  date,
  isOffDay: true,
}));
const JSON_2027 = JSON.stringify({ year: 2027, papers: ["https://www.gov.cn/2027"], days });

it("says at its row what is wrong, and keeps what was typed", async () => {
  const lines = "2027-01-01 休 元旦\n2027-01-02 假 元旦";
  const answer = await send({ intent: "preview-year", lines, year: "2027" });
  if (!("data" in answer)) throw new Error("not refused");
  expect(answer.init?.status).toBe(422);
  expect(answer.data.fields).toEqual({ json: [expect.stringMatching(/^第 2 行 · /)] });
  expect(answer.data.values.lines?.split(/\r?\n/)).toEqual(lines.split("\n"));
});

it("shows the effects of an uploaded year, changes nothing, then applies just that", async () => {
  const file = new File([JSON_2027], "2027.json", { type: "application/json" });
  const seen = await send({ intent: "preview-year", file });
  if (!("change" in seen)) throw new Error("refused");
  const { change } = seen;
  expect(change).toMatchObject({
    year: 2027,
    isApplied: false,
    sends: { intent: "apply-year", version: "1" },
  });
  expect(change.clocks).toContainEqual(
    expect.objectContaining({ caseId, name: "委托调解期限", wasDueOn: "2027-01-01", dueOn: "2027-01-04" }),
  );
  expect(await dueOn()).toBe("2027-01-01");
  expect((await shown()).years).toHaveLength(2);

  const applied = await send({ ...change.sends });
  if (!("change" in applied)) throw new Error("refused");
  expect(applied.change).toMatchObject({ version: 2, isApplied: true, clocks: change.clocks });
  expect(await dueOn()).toBe("2027-01-04");
  const page = await shown();
  expect(page.years.at(-1)).toMatchObject({ year: 2027, version: 2, source: "https://www.gov.cn/2027" });
  expect(page.changes[0]).toMatchObject({ version: 2, year: 2027, by: "曹维新" });
  expect(await send({ ...change.sends })).toMatchObject({
    data: { message: expect.stringContaining("工作日历") },
  });
});

it("sets a day of the court's own and takes it back, and lets others read only", async () => {
  const seen = await send({ intent: "preview-own", on: "2027-01-04", open: "false", name: "搬迁" });
  if (!("change" in seen)) throw new Error("refused");
  await send({ ...seen.change.sends });
  expect(await dueOn()).toBe("2027-01-05");
  expect((await shown()).closures).toEqual([{ on: "2027-01-04", open: false, name: "搬迁", isPast: false }]);
  const back = await send({ intent: "preview-clear", on: "2027-01-04" });
  if (!("change" in back)) throw new Error("refused");
  await send({ ...back.change.sends });
  expect(await dueOn()).toBe("2027-01-04");
  expect(await shown("coordinator")).toMatchObject({ version: 4, mayLoad: false });
  await expect(send({ intent: "preview-year", json: JSON_2027 }, "coordinator")).rejects.toMatchObject({
    status: 403,
  });
});

it("does once what is sent twice under the same key: a year, a day of the court's own, and taking it back", async () => {
  const twice = async (form: Record<string, string>) => {
    const before = (await shown()).changes.length;
    const sent = { ...form, _key: uuidv7() };
    const [first, second] = [await send(sent), await send(sent)];
    expect(first).toMatchObject({ change: { isApplied: true } });
    expect(second).toEqual(first);
    expect((await shown()).changes).toHaveLength(before + 1);
  };
  const version = async () => String((await shown()).version);
  const json = JSON.stringify({ year: 2028, papers: [], days: [{ ...days[0], date: "2028-01-03" }] });
  await twice({ intent: "apply-year", json, version: await version() });
  const own = { on: "2027-02-01", open: "false", name: "盘点" };
  await twice({ intent: "apply-own", ...own, version: await version() });
  await twice({ intent: "apply-clear", on: own.on, version: await version() });
});

it("previews a season of hours at its spans, then sets what it showed", async () => {
  const season = {
    validFrom: "2027-06-01",
    validTo: "2027-09-01",
    "h.1.1.from": "9:00",
    "h.1.1.to": "11:30",
  };
  const wrong = await send({
    intent: "preview-hours",
    ...season,
    "h.2.2.from": "14:00",
    "h.2.2.to": "13:00",
  });
  if (!("data" in wrong)) throw new Error("not refused");
  expect(Object.keys(wrong.data.fields)).toEqual(["h.2.2.to"]);
  const seen = await send({ intent: "preview-hours", ...season });
  if (!("change" in seen)) throw new Error("refused");
  expect((await shown()).hours).toHaveLength(1);
  await send({ ...seen.change.sends });
  expect((await shown()).hours).toMatchObject([
    { validTo: "2027-06-01" },
    { validFrom: "2027-06-01", hours: [{ weekday: 1, fromMinute: 540, toMinute: 690 }] },
    { validFrom: "2027-09-01" },
  ]);
});

it("takes back a coming season after showing what that leaves outside", async () => {
  const seen = await send({ intent: "preview-season", validFrom: "2027-06-01" });
  if (!("change" in seen)) throw new Error("refused");
  expect(seen.change).toMatchObject({
    isApplied: false,
    hours: { from: "2027-06-01", to: "2027-09-01", isCleared: true },
  });
  expect((await shown()).hours).toHaveLength(3);
  await send({ ...seen.change.sends });
  expect((await shown()).hours).toHaveLength(1);
});
