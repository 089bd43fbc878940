import { beforeEach, expect, it } from "vitest";
import { caseOf } from "~/routes/_staff.cases_.$id/case.server";
import { loader as home } from "~/routes/p.$token._index/route";
import { action, loader } from "~/routes/p.$token.times/route";
import { addContact } from "~/services/add-contact.server";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import { chooseTimes } from "~/services/choose-times.server";
import { offerTimes } from "~/services/offer-times.server";
import { partyLink } from "~/services/party-links.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { offerQuery } from "~/services/queries-offers.server";
import { partyPageQuery } from "~/services/queries-party.server";
import { recordsQuery } from "~/services/queries-records.server";
import { ask } from "~/services/query.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, MORNING, type TestCourt, useCourt } from "../services/court";
import { type Cast, COURT, castOf, does, refuses } from "../services/journey";

/* A side answers the offered times behind its bare link, and never learns what the other side answered. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let slots: readonly string[];
const tokens = { claimant: "", respondent: "" };
type Side = keyof typeof tokens;

const at = (days: number) => ({
  startAt: MORNING.plus({ days }).toISO() as string,
  minutes: 90,
  mode: "onsite" as const,
  roomId: cast.roomId,
});

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  ({ slots } = await does(c, cast.mediator, offerTimes, {
    caseId: cast.caseId,
    slots: [at(1), at(2), at(3)],
  }));
  for (const side of ["claimant", "respondent"] as const) {
    const link = await partyLink(c.deps, COURT, {
      caseId: cast.caseId,
      partyId: side === "claimant" ? cast.claimantId : cast.respondentId,
      side,
    });
    tokens[side] = link.slice(link.lastIndexOf("/") + 1);
  }
});

const context = () => ({ deps: c.deps, demo: true, cspNonce: "", address: "" });
type Loader = typeof loader | typeof home;
async function read<Of extends Loader>(of: Of, side: Side): Promise<Awaited<ReturnType<Of>>> {
  const request = new Request("http://127.0.0.1:3000/p/x");
  const args = { request, params: { token: tokens[side] }, context: context() };
  return (await of(args as never)) as Awaited<ReturnType<Of>>;
}
const offerOf = async (side: Side) => (await read(loader, side)).offer;

async function post(side: Side, answer: "suit" | "none", choices: readonly string[] = [], reason = "") {
  const body = new FormData();
  body.set("answer", answer);
  body.set("reason", reason);
  for (const choice of choices) body.append("choices", choice);
  const request = new Request("http://127.0.0.1:3000/p/x", { method: "POST", body });
  return (await action({
    request,
    params: { token: tokens[side] },
    context: context(),
  } as never)) as Response;
}
async function answers(side: Side, answer: "suit" | "none", choices: readonly string[] = [], reason = "") {
  const done = await post(side, answer, choices, reason);
  expect([done.status, done.headers.get("Location")]).toEqual([
    303,
    `/p/${tokens[side]}/times?told=${answer}`,
  ]);
}
const answersKept = async () =>
  (await c.owner`select 1 from records where case_id = ${cast.caseId} and verb = 'choose-times'`).length;
const keptTimes = async () =>
  (
    await c.owner`select b.status, to_char(lower(o.during) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
      from occupancies o join bookings b on b.court_id = o.court_id and b.id = o.booking_id
      where o.released_at is null and o.resource_id = ${cast.roomId} and b.by_id = ${cast.mediator.userId}
      order by lower(o.during)`
  ).map((row) => [row.status, row.at]);
const staffSees = async (actor = cast.mediator) => {
  const page = await ask(c.deps, actor, casePageQuery, { caseId: cast.caseId });
  if (!page.ok) throw new Error(page.refusal);
  return page;
};

it("shows the times and places, waits for this side, and says so on its first page and in its list", async () => {
  const { offer, court: where } = await read(loader, "claimant");
  expect(offer).toMatchObject({ status: "open", chosen: null, booked: null });
  expect(offer?.until).toBe("2026-11-26T01:30:00.000Z");
  expect(offer?.slots).toHaveLength(3);
  expect(offer?.slots[0]).toMatchObject({
    startAt: "2026-11-24T01:30:00.000Z",
    endAt: "2026-11-24T03:00:00.000Z",
    mode: "onsite",
    room: { name: "第一调解室", place: "一层东侧" },
    isOver: false,
  });
  expect(where.phone).toBe("010-00000107");
  expect((await read(home, "claimant")).offered).toMatchObject({ isAnswered: false });
  const list = await ask(c.deps, cast.claimant, partyPageQuery, { caseId: cast.caseId });
  expect(list).toMatchObject({ ok: true, todos: [{ code: "chooseTimes" }] });
  await answers("claimant", "suit", slots.slice(0, 1));
  expect((await read(home, "claimant")).offered).toMatchObject({ isAnswered: true });
  const waiting = await ask(c.deps, cast.claimant, partyPageQuery, { caseId: cast.caseId });
  expect(waiting).toMatchObject({ ok: true, todos: [{ code: "waitForOthers" }] });
});

it("the first time that suits both is booked at once, and both sides' pages lead to the session", async () => {
  await answers("claimant", "suit", [slots[0] as string, slots[1] as string]);
  expect((await staffSees()).offer).toMatchObject({ waitingFor: [{ side: "respondent" }] });
  await answers("respondent", "suit", [slots[1] as string, slots[2] as string]);
  const [session] = (await staffSees()).sessions;
  const sessionId = session?.sessionId ?? "";
  for (const side of ["claimant", "respondent"] as const)
    expect(await offerOf(side)).toMatchObject({
      status: "booked",
      booked: { startAt: "2026-11-25T01:30:00.000Z", room: { name: "第一调解室" } },
    });
  expect((await read(home, "claimant")).next?.sessionId).toBe(sessionId);
  expect((await read(home, "claimant")).offered).toBeNull();
  expect((await post("claimant", "none")).status).toBe(409);
  expect((await staffSees()).offer).toBeNull();
  expect(await keptTimes()).toEqual([["booked", "2026-11-25 01:30"]]);
  await does(c, cast.mediator, cancelSession, { sessionId, reason: "调解员生病" });
  expect((await offerOf("claimant"))?.status).toBe("withdrawn");
});

it("a time that is only kept for a while books nothing yet", async () => {
  await does(c, cast.mediator, bookSession, { caseIds: [cast.caseId], ...at(4), hold: true });
  expect((await offerOf("claimant"))?.status).toBe("open");
});

it("no common time: staff are told to offer again, and both sides are asked anew", async () => {
  await answers("claimant", "suit", slots.slice(0, 1));
  await answers("respondent", "none", [], "只有周末可以");
  const seen = (await staffSees()).offer;
  expect(seen?.slots.some((slot) => slot.suitsAll)).toBe(false);
  expect(seen).toMatchObject({ waitingFor: [], sides: [{ words: null }, { words: "只有周末可以" }] });
  await does(c, cast.mediator, offerTimes, { caseId: cast.caseId, slots: [at(4)] });
  for (const side of ["claimant", "respondent"] as const)
    expect(await offerOf(side)).toMatchObject({ status: "open", chosen: null, slots: [{ isOver: false }] });
  expect(await (await post("claimant", "suit", slots.slice(0, 1))).json()).toMatchObject({
    fieldId: "choices",
    choices: slots.slice(0, 1),
  });
});

it("never tells a side whether or what the other side answered", async () => {
  const before = [await read(loader, "claimant"), await read(home, "claimant")];
  const list = async () =>
    JSON.stringify(await ask(c.deps, cast.claimant, partyPageQuery, { caseId: cast.caseId }));
  const listBefore = await list();
  await answers("respondent", "none", [], "不想见对方");
  expect([await read(loader, "claimant"), await read(home, "claimant")]).toEqual(before);
  expect(await list()).toBe(listBefore);
  await answers("respondent", "suit", slots.slice(1));
  expect([await read(loader, "claimant"), await read(home, "claimant")]).toEqual(before);
  expect(JSON.stringify(before)).not.toMatch(/张某某|李调解|物业/);
});

it("takes a changed answer and the words of it alone; the same again does nothing twice", async () => {
  await answers("claimant", "none", [], "出差");
  await answers("claimant", "none", [], "出差");
  await answers("claimant", "none");
  expect(await answersKept()).toBe(1);
  await Promise.all([1, 2, 3].map(() => answers("claimant", "suit", slots.slice(0, 2))));
  expect(await answersKept()).toBe(2);
  expect((await offerOf("claimant"))?.chosen).toEqual(slots.slice(0, 2));
  expect((await staffSees()).offer?.sides[0]?.words).toBeNull();
  await answers("claimant", "suit", slots.slice(1, 2));
  expect((await offerOf("claimant"))?.chosen).toEqual(slots.slice(1, 2));
  const trail = await c.owner`select data::text as data from records where case_id = ${cast.caseId}`;
  expect(JSON.stringify(trail)).not.toContain("出差");
});

it("says at the field what is wrong, and keeps what was entered", async () => {
  const bare = await post("claimant", "suit");
  expect(bare.status).toBe(422);
  expect(await bare.json()).toMatchObject({ fieldId: "choices", message: expect.stringContaining("请勾选") });
  const long = await post("claimant", "none", [], "长".repeat(301));
  expect(await long.json()).toMatchObject({ fieldId: "reason", reason: "长".repeat(301) });
  c.clock.set(MORNING.plus({ days: 1 }));
  const gone = await post("claimant", "suit", slots.slice(0, 2));
  expect(gone.status).toBe(409);
  expect(await gone.json()).toMatchObject({ fieldId: "choices" });
  expect((await offerOf("claimant"))?.slots.map((slot) => slot.isOver)).toEqual([true, false, false]);
  expect(await answersKept()).toBe(0);
});

it("closes when its time is over, when the case halts, and asks nobody who was offered nothing", async () => {
  await c.owner`update cases set suspended_at = now() where id = ${cast.caseId}`;
  expect((await offerOf("claimant"))?.status).toBe("withdrawn");
  await c.owner`update cases set suspended_at = null, stage = 'failed' where id = ${cast.caseId}`;
  expect((await offerOf("claimant"))?.status).toBe("withdrawn");
  expect((await staffSees()).offer).toBeNull();
  await c.owner`update cases set stage = 'mediation' where id = ${cast.caseId}`;
  c.clock.set(MORNING.plus({ days: 3 }));
  expect((await offerOf("claimant"))?.status).toBe("expired");
  expect((await staffSees()).offer).toMatchObject({ isOpen: false, waitingFor: [{}, {}] });
  const late = await post("claimant", "none");
  expect(late.status).toBe(409);
  expect(await late.json()).toMatchObject({ message: expect.stringContaining("已经结束"), fieldId: null });
  const other = await castOf(c);
  const link = await partyLink(c.deps, COURT, {
    caseId: other.caseId,
    partyId: other.claimantId,
    side: "claimant",
  });
  tokens.claimant = link.slice(link.lastIndexOf("/") + 1);
  expect(await offerOf("claimant")).toBeNull();
});

it("shows what a side refused to the mediator and the coordinator alone", async () => {
  await answers("claimant", "suit", slots.slice(0, 1));
  await answers("respondent", "none", [], "不想见对方");
  for (const actor of [cast.mediator, cast.coordinator]) {
    const { offer } = await staffSees(actor);
    expect(offer).toMatchObject({ seesChoices: true, slots: [{ suits: [{ side: "claimant" }] }, {}, {}] });
    expect(JSON.stringify(offer)).toContain("不想见对方");
  }
  const orgManager = actorIn(COURT, "orgManager", { orgIds: [cast.orgId] });
  for (const actor of [actorIn(COURT, "clerk"), orgManager, cast.courtClerk]) {
    const asked = await ask(c.deps, actor, offerQuery, { caseId: cast.caseId });
    for (const offer of [asked.ok ? asked.offer : null, (await staffSees(actor)).offer]) {
      expect(offer?.sides.map((side) => side.answeredAt !== null)).toEqual([true, true]);
      expect(offer?.slots.map((slot) => slot.suits)).toEqual([[], [], []]);
      expect(JSON.stringify(offer)).not.toContain("不想见对方");
    }
  }
});

it("the trail says that a side chose, and when, not what", async () => {
  await answers("claimant", "suit", slots.slice(0, 1));
  const leader = actorIn(COURT, "leader");
  const trail = await ask(c.deps, leader, recordsQuery, {});
  const { timeline } = await staffSees(leader);
  for (const seen of [JSON.stringify(trail), JSON.stringify(timeline)]) {
    expect(seen).toContain("choose-times");
    expect(seen).not.toContain("choices");
  }
});

it("is a thing to do for parties only: no button of staff leads there", async () => {
  const { chances } = await caseOf(c.deps, cast.mediator, "zh-CN", cast.caseId);
  expect(chances.find((one) => one.event === "answerTime")).toMatchObject({ href: null });
  expect(chances.some((one) => one.href?.includes("times"))).toBe(false);
});

it("the letter that announces the times leads to them; an answer is the case's own side's", async () => {
  const { caseId, claimantId: partyId } = cast;
  await does(c, cast.mediator, addContact, { caseId, partyId, kind: "email", value: "zhang@mail.example" });
  await does(c, cast.mediator, offerTimes, { caseId, slots: [at(4)] });
  await drainCourt(c.deps, COURT);
  const letters = await c.owner`select body from demo_messages`;
  expect(JSON.stringify(letters)).toContain(`/p/${tokens.claimant}/times`);
  await refuses(c, cast.claimant, chooseTimes, { caseId, choices: slots.slice(0, 1) }, "slotUnknown");
});
