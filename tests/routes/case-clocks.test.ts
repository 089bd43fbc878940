import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { schema } from "#db/client";
import { DEMO_PASSWORD } from "#db/seed/staff";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import type { FormAnswer } from "~/routes/_staff/refusal.server";
import { action, loader } from "~/routes/_staff.cases_.$id_.clocks/route";
import { personId, seedCourt } from "~/services/demo/seed-court.server";
import { startSignIn } from "~/services/sign-in.server";
import { caseInMediation, MORNING, type TestCourt, useCourt } from "../services/court";

/* The page of a case's limits: who may open it, what each finds there, and what its two forms do. */
const court = useCourt();
let c: TestCourt;
let caseId: string;
let clockId: string;

beforeAll(async () => {
  c = court();
  await seedCourt(c.deps, c.fresh.ownerUrl, MORNING.minus({ years: 1 }));
});

beforeEach(async () => {
  caseId = await caseInMediation(c, { mediatorId: personId("mediator") });
  await addClock("T07", "2026-11-24");
  clockId = await addClock("T19", "2027-02-02");
});

/** A limit that began on 2026-11-02. */
async function addClock(rule: ClockCode, dueOn: string): Promise<string> {
  const id = uuidv7();
  const { length, unit } = CLOCK_RULES[rule];
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.clocks).values({
      courtId: "bj0107",
      id,
      caseId,
      rule,
      startOn: "2026-11-02",
      length: length ?? 0,
      unit,
      extensions: [],
      exclusions: [],
      suspensions: [],
      dueOn,
      provisional: false,
      calendarVersion: 1,
    }),
  );
  return id;
}

async function argsFor(login: string, form?: Record<string, string>) {
  const signed = await startSignIn(c.deps, { login, password: DEMO_PASSWORD }, "127.0.0.1");
  if (!signed.ok) throw new Error(signed.refusal);
  const body = new FormData();
  for (const [name, value] of Object.entries({ _key: uuidv7(), clockId, ...form })) body.set(name, value);
  const headers = { Cookie: `signIn=${signed.secret}; lang=zh-CN` };
  const url = `http://127.0.0.1:3000/cases/${caseId}/clocks`;
  const request = new Request(url, form ? { method: "POST", headers, body } : { headers });
  const context = { deps: c.deps, demo: true, cspNonce: "", address: "" };
  return { request, params: { id: caseId }, context } as never;
}

const shownTo = async (login: string) => loader(await argsFor(login));

/** Where a form leads, or what it is refused for. */
async function send(login: string, form: Record<string, string>): Promise<string | FormAnswer> {
  const answer = await action(await argsFor(login, form));
  return "data" in answer ? answer.data : String(answer.headers.get("Location"));
}

it("is the desk's and the leader's: who mediates is sent to the case, another court finds nothing", async () => {
  const sent = await shownTo("mediator").catch((thrown: Response) => thrown);
  expect(sent).toMatchObject({ status: 302 });
  expect((sent as Response).headers.get("Location")).toBe(`/cases/${caseId}`);
  await expect(shownTo("ft.coordinator")).rejects.toMatchObject({ status: 404 });
});

it("shows each what is his to do: acts that move a limit, and approvals to the leader alone", async () => {
  const desk = await shownTo("coordinator");
  expect(desk.clocks.map(({ code }) => code)).toEqual(["T07", "T19"]);
  expect(desk.moving.map(({ event }) => event).sort()).toEqual([
    "beginAppraisal",
    "extendMediation",
    "reportSham",
  ]);
  expect(desk.moving.find(({ event }) => event === "extendMediation")?.href).toBe(`/cases/${caseId}/extend`);
  expect(desk.extendable).toEqual([]);
  const leader = await shownTo("leader");
  expect(leader.moving).toEqual([]);
  // What the parties agree to (T07) is no approval.
  expect(leader.extendable).toMatchObject([{ clockId, unit: "month" }]);
});

it("names who answers, by himself and not as whom the rule speaks of", async () => {
  const ownerOf = async () => (await shownTo("coordinator")).clocks.find((one) => one.clockId === clockId);
  expect(await ownerOf()).toMatchObject({ ownerRole: "judge" });
  const stranger = await send("coordinator", { intent: "owner", ownerId: personId("he.weiguo") });
  expect(stranger).toMatchObject({ fields: { ownerId: [expect.any(String)] } });
  const done = await send("coordinator", { intent: "owner", ownerId: personId("leader") });
  expect(done).toBe(`/cases/${caseId}/clocks?done=owner`);
  expect(await ownerOf()).toMatchObject({ owner: { name: "唐承志" }, ownerRole: null });
});

it("enters an approval within the rule, and gives back what was typed where it is not", async () => {
  const approval = { intent: "limit", approvedBy: "president", reason: "案情复杂" };
  const blank = await send("leader", { ...approval, length: " " });
  expect(blank).toMatchObject({ fields: { length: [expect.any(String)] }, values: { reason: "案情复杂" } });
  const tooLong = await send("leader", { ...approval, length: "2" });
  expect(tooLong).toMatchObject({ values: { length: "2" } });
  await expect(send("coordinator", { ...approval, length: "1" })).rejects.toMatchObject({ status: 403 });
  expect(await send("leader", { ...approval, length: "1" })).toBe(`/cases/${caseId}/clocks?done=limit`);
  const extended = (await shownTo("leader")).clocks.find((one) => one.clockId === clockId);
  expect(extended).toMatchObject({ dueOn: "2027-03-02" });
  expect(extended?.words.sentence).toContain("延长 1 个月");
});
