import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { loader as frame } from "~/routes/a.$token/route";
import { action, loader } from "~/routes/a.$token._index/route";
import { loader as calendar } from "~/routes/a.$token.calendar/route";
import { loader as file } from "~/routes/a_.$token.session[.ics]/route";
import { answerLink } from "~/services/answer-links.server";
import { cancelSession } from "~/services/cancel-session.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { MORNING, type TestCourt, useCourt } from "../services/court";
import { book, type Cast, COURT, castOf, does } from "../services/journey";

/* The page behind an answer link: looking changes nothing, a post answers once, and a dead link says what to do. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let sessionId: string;
const tokens = { claimant: "", respondent: "" };
type Side = keyof typeof tokens;
const NOBODYS = "bj0107-nobodynobodynobodynobodynobody";

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  const startAt = MORNING.startOf("day").plus({ days: 7, hours: 14 });
  sessionId = await book(c, cast, startAt.toISO() as string);
  const endAt = startAt.plus({ hours: 1 }).toUTC().toISO() as string;
  for (const side of ["claimant", "respondent"] as const) {
    const id = side === "claimant" ? cast.claimantId : cast.respondentId;
    const [invitation] = await c.db.withCourt(COURT, (tx) =>
      tx.query.invitations.findMany({ where: (i, { eq }) => eq(i.recipientId, id) }),
    );
    if (!invitation) throw new Error("no invitation");
    const address = await answerLink(c.deps, invitation, { party: { id, side }, endAt });
    tokens[side] = address?.split("/a/")[1] ?? "";
  }
});

const context = () => ({ deps: c.deps, demo: true, cspNonce: "", address: "10.0.0.7" });
const argsOf = (token: string, init?: RequestInit) =>
  ({
    request: new Request("http://127.0.0.1:3000/a/x", init),
    params: { token },
    context: context(),
  }) as never;
const page = (side: Side) => loader(argsOf(tokens[side]));
async function post(token: string, fields: Record<string, string>, language = "zh-CN"): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ sequence: "0", formKey: uuidv7(), ...fields }))
    body.set(name, value);
  const init = { method: "POST", body, headers: { "Accept-Language": language } };
  return action(argsOf(token, init)).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
}
const lives = () => Promise.all([loader, frame, calendar, file].map((one) => one(argsOf(tokens.respondent))));
const written = async () => {
  const [row] = await c.owner<{ records: number; replies: number; tokens: string; tries: number }[]>`
    select (select count(*)::int from records) as records,
      (select count(*)::int from invitation_replies) as replies,
      (select count(*)::int from sign_in_failures) as tries,
      (select string_agg(t::text, '' order by t.id) from tokens t) as tokens`;
  return row;
};

it("a scanner that looks a hundred times at everything changes nothing, and then a person answers", async () => {
  const before = await written();
  for (let n = 0; n < 50; n++) {
    await lives();
    await loader(argsOf(tokens.respondent, { method: "HEAD" }));
  }
  expect(await written()).toEqual(before);
  const done = await post(tokens.respondent, { reply: "accepted" });
  expect([done.status, done.headers.get("Location")]).toEqual([303, `/a/${tokens.respondent}?told=accepted`]);
  expect((await page("respondent")).session.reply).toBe("accepted");
  expect((await page("claimant")).others).toBe("coming");
});

it("shows time, place and mediator of one session, and nothing that lies behind the second secret", async () => {
  await c.owner`update sessions set join_url = 'https://meet.example/CANARY-join' where id = ${sessionId}`;
  await c.owner`update parties set zone = 'America/New_York' where id = ${cast.respondentId}`;
  const shown = await page("respondent");
  expect(shown).toMatchObject({
    registrationNo: expect.stringMatching(/^T-2026-/),
    court: { phone: "010-00000107" },
    session: {
      sessionId,
      startAt: "2026-11-30T06:00:00.000Z",
      room: { name: "第一调解室" },
      canAnswer: true,
    },
    others: "waiting",
    zone: "America/New_York",
  });
  const text = JSON.stringify(shown);
  for (const secret of ["CANARY", "张某某", "王某某", "民初", "物业费"]) expect(text).not.toContain(secret);
  const ics = await (await file(argsOf(tokens.respondent))).text();
  expect(ics).toContain("DTSTART:20261130T060000Z");
  expect(ics).not.toMatch(/ATTENDEE|张某某|王某某/);
});

it("a dead link is 404 with the court to call, whatever it died of; one of no court names none", async () => {
  const dead = async (token: string) => {
    const answers = [];
    for (const of of [loader, frame, calendar, file, action]) {
      const body = of === action ? { method: "POST", body: new FormData() } : {};
      const thrown = await of(argsOf(token, body)).catch((one: unknown) => one);
      if (!(thrown instanceof Response)) throw new Error(`${token} opened`);
      answers.push([thrown.status, await thrown.text()]);
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    return answers[0];
  };
  const unknown = await dead(NOBODYS);
  expect(unknown).toEqual([404, expect.stringContaining("010-00000107")]);
  await does(c, cast.mediator, cancelSession, { sessionId, reason: "当事人住院" });
  expect(await dead(tokens.respondent)).toEqual(unknown);
  c.clock.set(MORNING.plus({ days: 30 }));
  expect(await dead(tokens.claimant)).toEqual(unknown);
  for (const token of ["", "x", "zz9999-nobodynobodynobodynobody"])
    expect(await dead(token)).toEqual([404, JSON.stringify({ court: null })]);
});

it("fifty equal posts leave one answer; who goes on is asked to wait, in his language, and the answer stands", async () => {
  const fields = { reply: "declined", formKey: uuidv7() };
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(tokens.respondent, fields)));
  const statuses = new Set(answers.map((one) => one.status));
  expect(statuses.has(303)).toBe(true);
  expect([...statuses].filter((one) => ![303, 429].includes(one))).toEqual([]);
  const kept = await c.owner`select 1 from invitation_replies r join invitations i on i.id = r.invitation_id
    where i.session_id = ${sessionId}`;
  expect(kept).toHaveLength(1);
  for (const [language, words] of [
    ["zh-CN", /^答复得太频繁。请等 \d+ 秒/],
    ["en", /^Too many answers in a row. Wait \d+ seconds?\./],
  ] as const) {
    const slowed = await post(tokens.respondent, { reply: "accepted" }, language);
    expect(slowed.status).toBe(429);
    expect(Number(slowed.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await slowed.json()).message).toMatch(words);
  }
  expect((await page("respondent")).session.reply).toBe("declined");
  expect((await post(tokens.claimant, { reply: "accepted" })).status).toBe(303);
});

it("says what is wrong with an answer that cannot be taken, and keeps the reason that was typed", async () => {
  const odd = await post(tokens.respondent, { reply: "perhaps", reason: "要上班" });
  expect([odd.status, (await odd.json()).reason]).toEqual([422, "要上班"]);
  const startAt = MORNING.startOf("day").plus({ days: 8, hours: 14 }).toISO() as string;
  const to = { startAt, minutes: 60, mode: "onsite" as const, roomId: cast.roomId, reason: "改期" };
  await does(c, cast.mediator, rescheduleSession, { sessionId, ...to });
  const old = await post(tokens.respondent, { reply: "accepted" }, "en");
  expect([old.status, (await old.json()).message]).toEqual([
    409,
    expect.stringContaining("have just changed"),
  ]);
  expect((await post(tokens.respondent, { reply: "accepted", sequence: "1" })).status).toBe(303);
});
