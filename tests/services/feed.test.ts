import { expect, it } from "vitest";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { fetchFeed } from "~/services/feeds.server";
import { feedQuery, roomFeedQuery } from "~/services/queries-feeds.server";
import { ask } from "~/services/query.server";
import { renewFeed, revokeFeed } from "~/services/renew-feed.server";
import { renewRoomFeed, revokeRoomFeed } from "~/services/renew-room-feed.server";
import { issueToken } from "~/services/tokens.server";
import { verifyRecords } from "~/services/verify-records.server";
import { actorIn, MORNING, type TestCourt, useCourt } from "./court";
import { addPerson, book, COURT, castOf, does } from "./journey";
import { withoutRecord } from "./trail";

/* The address of a calendar is a secret: who may have one, what it opens, and when it stops. */
const court = useCourt();

const secretOf = (address: string) => /\/feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";

const feedBytes = async (deps: TestCourt["deps"], secret: string) =>
  (await fetchFeed(deps, secret, "ics", ""))?.bytes ?? null;
const EMPTY = /^BEGIN:VCALENDAR(?![\s\S]*BEGIN:VEVENT)/;

async function renewed(c: TestCourt, userId: string, key?: string): Promise<string> {
  const made = await execute(
    c.deps,
    actorIn(COURT, "mediator", { userId }),
    renewFeed,
    {},
    key ? { idempotencyKey: key } : {},
  );
  if (!made.ok) throw new Error(made.refusal);
  return secretOf(made.address);
}

it("a new address shows the person's own sessions without a name, and ends the one before", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const first = await renewed(c, cast.mediatorId);
  const text = String(await feedBytes(c.deps, first));
  expect(text).toContain("BEGIN:VEVENT");
  expect(text).not.toMatch(/王某某|张某某|物业/);
  const second = await renewed(c, cast.mediatorId);
  expect(String(await feedBytes(c.deps, first))).toMatch(EMPTY);
  expect(String(await feedBytes(c.deps, second))).toContain("BEGIN:VEVENT");
  // A program that still asks sees an empty calendar for a month, then nothing.
  c.clock.set(MORNING.plus({ days: 29 }));
  expect(String(await feedBytes(c.deps, first))).toMatch(EMPTY);
  c.clock.set(MORNING.plus({ days: 31 }));
  expect(await feedBytes(c.deps, first)).toBeNull();
  c.clock.set(MORNING);
  const other = await renewed(c, await addPerson(c, "mediator", "孙调解"));
  expect(String(await feedBytes(c.deps, other))).not.toContain("BEGIN:VEVENT");
});

it("the change and its record stand in one transaction, and the secret in neither the record nor a kept answer", async () => {
  const c = court();
  const userId = await addPerson(c, "mediator", "吴调解");
  const first = await renewed(c, userId);
  const rows = () =>
    c.owner<
      { data: { tokenId: string; revoked: string[] } }[]
    >`select data from records where verb = 'renew-feed' and actor_id = ${userId} order by seq`;
  expect(await rows()).toHaveLength(1);
  // Where the record cannot be written, the address stays as it was.
  await withoutRecord(c, "renew-feed", () => renewed(c, userId));
  expect(await feedBytes(c.deps, first)).not.toBeNull();
  // A lost answer cannot be given again: the same key makes an address that works.
  const second = await renewed(c, userId, "one-key");
  const third = await renewed(c, userId, "one-key");
  expect(third).not.toBe(second);
  expect(String(await feedBytes(c.deps, second))).toMatch(EMPTY);
  expect(await feedBytes(c.deps, third)).not.toBeNull();
  const kept = await c.owner`select 1 from idempotency_keys where verb = 'renew-feed'`;
  expect(kept).toEqual([]);
  const said = await rows();
  expect(said).toHaveLength(3);
  expect(said[2]?.data.revoked).toEqual([said[1]?.data.tokenId]);
  expect(JSON.stringify(said)).not.toContain(third);
  expect((await verifyRecords(c.deps)).broken).toBeNull();
});

it("nobody without the ability gets an address, and no other token opens a calendar", async () => {
  const c = court();
  for (const role of ["finance", "auditor"] as const)
    await expect(execute(c.deps, actorIn(COURT, role), renewFeed, {})).rejects.toBeInstanceOf(Forbidden);
  const userId = await addPerson(c, "mediator", "郑调解");
  const secret = await renewed(c, userId);
  const bearer = await issueToken(c.deps, COURT, { personId: userId, role: "mediator" }, 30);
  const elsewhere = secret.replace(COURT, "bj0106");
  for (const wrong of [`${secret}x`, elsewhere, bearer, `${COURT}-`, COURT, "", "x".repeat(500)])
    expect(await feedBytes(c.deps, wrong), wrong).toBeNull();
  expect(await feedBytes(c.deps, secret)).not.toBeNull();
});

it("an address ends with its time, with the person's account, and with his last role in the court", async () => {
  const c = court();
  const userId = await addPerson(c, "mediator", "冯调解");
  const secret = await renewed(c, userId);
  c.clock.set(MORNING.plus({ years: 2, days: 1 }));
  expect(await feedBytes(c.deps, secret)).toBeNull();
  c.clock.set(MORNING);
  await c.owner`update people set disabled_at = now() where id = ${userId}`;
  expect(await feedBytes(c.deps, secret)).toBeNull();
  await c.owner`update people set disabled_at = null where id = ${userId}`;
  expect(await feedBytes(c.deps, secret)).not.toBeNull();
  await c.owner`update grants set valid_to = '2026-11-01' where person_id = ${userId}`;
  expect(await feedBytes(c.deps, secret)).toBeNull();
});

it("a feed says as much as its person chose: when, the number and the place, or all that he sees", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const textOf = async (detail: "busy" | "number" | "full") => {
    const { address } = await does(c, cast.mediator, renewFeed, { detail });
    return String(await feedBytes(c.deps, secretOf(address))).replace(/\r\n /g, "");
  };
  const number = /T-\d{4}-\d{6}/;
  const busy = await textOf("busy");
  expect(busy).toContain("SUMMARY:法院安排");
  expect(busy).not.toMatch(number);
  expect(busy).not.toContain("LOCATION");
  const numbered = await textOf("number");
  expect(numbered).toMatch(number);
  expect(numbered).toContain("LOCATION");
  expect(numbered).not.toMatch(/王某某|张某某|物业/);
  expect(await textOf("full")).toMatch(/王某某|张某某|物业/);
});

it("its mark and date come from the sessions, not from the hour at which it is asked", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const secret = await renewed(c, cast.mediatorId);
  const first = await fetchFeed(c.deps, secret, "ics", "");
  c.clock.set(MORNING.plus({ minutes: 90 }));
  const later = await fetchFeed(c.deps, secret, "ics", "");
  c.clock.set(MORNING);
  expect(later?.etag).toBe(first?.etag);
  expect(later?.changedAt.toISO()).toBe(first?.changedAt.toISO());
  const another = await castOf(c);
  await book(c, another);
  const other = await renewed(c, another.mediatorId);
  expect((await fetchFeed(c.deps, other, "ics", ""))?.etag).not.toBe(first?.etag);
});

it("shows its owner which program fetched it last, and when", async () => {
  const c = court();
  const userId = await addPerson(c, "mediator", "褚调解");
  const actor = actorIn(COURT, "mediator", { userId });
  expect(await ask(c.deps, actor, feedQuery, {})).toMatchObject({ feed: null });
  const secret = await renewed(c, userId);
  await fetchFeed(c.deps, secret, "ics", "iOS/18.1 (22B83) dataaccessd/1.0");
  c.clock.set(MORNING.plus({ minutes: 5 }));
  await fetchFeed(c.deps, secret, "ics", "Google-Calendar-Importer");
  await fetchFeed(c.deps, secret, "ics", "Google-Calendar-Importer");
  c.clock.set(MORNING);
  expect(await ask(c.deps, actor, feedQuery, {})).toMatchObject({
    feed: {
      detail: "number",
      fetches: [
        { client: "google", at: "2026-11-23T01:35:00.000Z" },
        { client: "apple", at: "2026-11-23T01:30:00.000Z" },
      ],
    },
  });
  await does(c, actor, revokeFeed, {});
  expect(await ask(c.deps, actor, feedQuery, {})).toMatchObject({ feed: null });
  expect(String(await feedBytes(c.deps, secret))).toMatch(EMPTY);
});

it("a room's feed is its keeper's, names nobody, and ends with his keeping", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const keeperId = await addPerson(c, "coordinator", "卫协调");
  const keeper = actorIn(COURT, "coordinator", { userId: keeperId });
  const { address } = await does(c, keeper, renewRoomFeed, { roomId: cast.roomId, detail: "number" });
  const secret = secretOf(address);
  const text = String(await feedBytes(c.deps, secret)).replace(/\r\n /g, "");
  expect(text).toContain("BEGIN:VEVENT");
  expect(text).not.toMatch(/王某某|张某某|物业|李调解/);
  expect(await ask(c.deps, keeper, roomFeedQuery, { roomId: cast.roomId })).toMatchObject({
    feed: { detail: "number", fetches: [{ client: "other" }] },
  });
  const elsewhere = actorIn("bj0106", "coordinator", { userId: keeperId });
  await expect(ask(c.deps, elsewhere, roomFeedQuery, { roomId: cast.roomId })).rejects.toBeInstanceOf(
    NotFound,
  );
  expect(await ask(c.deps, keeper, roomFeedQuery, { roomId: cast.roomId })).toMatchObject({
    room: { id: cast.roomId, name: "第一调解室" },
  });
  expect(await ask(c.deps, keeper, feedQuery, {})).toMatchObject({ feed: null });
  await expect(execute(c.deps, cast.mediator, renewRoomFeed, { roomId: cast.roomId })).rejects.toBeInstanceOf(
    Forbidden,
  );
  await c.owner`update grants set valid_to = '2026-11-01' where person_id = ${keeperId}`;
  expect(await feedBytes(c.deps, secret)).toBeNull();
  await c.owner`update grants set valid_to = null where person_id = ${keeperId}`;
  await does(c, keeper, revokeRoomFeed, { roomId: cast.roomId });
  expect(String(await feedBytes(c.deps, secret))).toMatch(EMPTY);
});

it("says when its person is taken and nothing else, for programs that ask for free and busy", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const secret = await renewed(c, cast.mediatorId);
  const file = await fetchFeed(c.deps, secret, "ifb", "");
  const text = String(file?.bytes);
  expect(text).toContain("BEGIN:VFREEBUSY");
  expect(text.match(/^FREEBUSY;FBTYPE=BUSY:\d{8}T\d{6}Z\/\d{8}T\d{6}Z\r$/gm)).toHaveLength(1);
  expect(text).not.toMatch(/SUMMARY|ATTENDEE|LOCATION|T-2026-/);
  expect(await fetchFeed(c.deps, `${secret}x`, "ifb", "")).toBeNull();
});
