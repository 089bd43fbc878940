import { beforeEach, expect, it } from "vitest";
import { action } from "~/routes/api.v1.inbound-sms/route";
import { bookSession } from "~/services/book-session.server";
import { sessionPeopleQuery } from "~/services/queries-session-people.server";
import { ask } from "~/services/query.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { addResource, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf, does } from "./journey";

/* What comes back by text message: one digit is an answer, everything else is read by a person. */
const court = useCourt();
const SECRET = "shared-with-the-gateway";
let c: TestCourt;
let cast: Cast;
let number: string;
let n = 0;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  number = `1380000${String(++n).padStart(4, "0")}`;
  await addContactPoint(c, {
    caseId: cast.caseId,
    partyId: cast.respondentId,
    kind: "mobile",
    value: number,
  });
  await books(cast.caseId, 1);
});

async function books(caseId: string, day: number) {
  await does(c, cast.mediator, bookSession, {
    caseIds: [caseId],
    startAt: MORNING.startOf("day").plus({ days: day, hours: 10 }).toISO() ?? "",
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  await drainCourt(c.deps, COURT);
}

async function sends(text: string, from = number, id = `m-${n}-${text}`, secret = SECRET) {
  const request = new Request("http://127.0.0.1:3000/api/v1/inbound-sms", {
    method: "POST",
    headers: { "SMS-Secret": secret, "Content-Type": "application/json" },
    body: JSON.stringify({ id, from, text }),
  });
  const context = { deps: { ...c.deps, smsSecret: SECRET }, demo: true, cspNonce: "", address: "" };
  const answer = (await action({ request, params: {}, context } as never)) as Response;
  return { status: answer.status, outcome: ((await answer.json()) as { outcome?: string }).outcome };
}
const replyNow = async () =>
  (
    await c.owner<{ reply: string; how: string | null }[]>`
      select reply, reply_how as how from invitations where recipient_id = ${cast.respondentId} order by created_at`
  ).map((one) => `${one.reply} ${one.how}`);

it("hears one digit as the answer of whoever is invited", async () => {
  expect(await sends("2")).toEqual({ status: 200, outcome: "replied" });
  expect(await replyNow()).toEqual(["declined sms"]);
  expect(await sends("能到。", `+86${number}`)).toEqual({ status: 200, outcome: "replied" });
  expect(await replyNow()).toEqual(["accepted sms"]);
  expect((await sends("2")).outcome).toBe("replied");
  expect(await replyNow()).toEqual(["accepted sms"]);
  const [session] = await c.owner<{ id: string }[]>`
    select session_id as id from invitations where recipient_id = ${cast.respondentId}`;
  const page = await ask(c.deps, cast.mediator, sessionPeopleQuery, {
    caseId: cast.caseId,
    sessionId: session?.id ?? "",
  });
  if (!page.ok) throw new Error(page.refusal);
  const [answer] = page.coming
    .flatMap((one) => one.answers)
    .filter((one) => one.recipientId === cast.respondentId);
  expect(answer).toMatchObject({
    reply: "accepted",
    how: "sms",
    earlier: [{ reply: "declined", how: "sms" }],
  });
});

it("puts before a person what it cannot take: other words, and one digit from somebody of two sessions", async () => {
  expect((await sends("能不能改到下午？")).outcome).toBe("unmatched");
  const other = await caseInMediation(c, {
    mediatorId: cast.mediator.userId,
    respondentResource: await addResource(c, "party"),
  });
  const [party] = await c.owner<{ id: string }[]>`
    select id from parties where case_id = ${other} and side = 'respondent'`;
  await addContactPoint(c, { caseId: other, partyId: party?.id ?? "", kind: "mobile", value: number });
  await books(other, 2);
  expect((await sends("1")).outcome).toBe("unmatched");
  expect(await replyNow()).toEqual(["needsAction null"]);
  const tasks = await c.owner<{ why: string }[]>`select data->>'why' as why from tasks
    where kind = 'unmatchedMail' and data->>'inboundId' in (select id::text from inbound_messages
    where message_id like ${`m-${n}-%`}) order by opened_at, id`;
  expect(tasks.map((one) => one.why)).toEqual(["otherWords", "severalSessions"]);
});

it("is deaf to strangers: an unknown number, and whoever is not the gateway", async () => {
  expect(await sends("1", "13999999999")).toEqual({ status: 200, outcome: "unmatched" });
  // Kept and put before a person of one court, whichever comes first.
  const whys = [];
  for (const courtId of ["bj0106", "bj0107"])
    for (const row of await c.db.withCourt(courtId, (tx) => tx.query.tasks.findMany()))
      if (row.data.why === "unknownNumber") whys.push(row.kind);
  expect(whys).toEqual(["unmatchedMail"]);
  expect((await sends("1", number, "x", "guess")).status).toBe(401);
  expect((await sends("1", "12345")).status).toBe(422);
  expect(await replyNow()).toEqual(["needsAction null"]);
});
