import { beforeEach, expect, it } from "vitest";
import { openLink, partyLink, readLink } from "~/services/party-links.server";
import { verifyRecords } from "~/services/verify-records.server";
import { MORNING, type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf } from "./journey";
import { trailOf, withoutRecord } from "./trail";

/* The link of a side and its second secret: who got one, who opened it, who tried, all in the transaction that does it. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  await c.owner`update parties set id_masked = '110***********002X' where id = ${cast.claimantId}`;
});

const give = async () => {
  const address = await partyLink(c.deps, COURT, {
    caseId: cast.caseId,
    partyId: cast.claimantId,
    side: "claimant",
  });
  return address.slice(address.lastIndexOf("/") + 1);
};
const stateOf = async (token: string) => {
  const state = await readLink(c.deps, token);
  if (!state) throw new Error("no such link");
  return state;
};
const onCase = async () =>
  (await trailOf(c, COURT, "send-party-link")).filter((row) => row.chain === `case:${cast.caseId}`);
const byParty = async () => (await trailOf(c, COURT)).filter((row) => row.actor_id === cast.claimantId);
const tokens = () =>
  c.owner<{ failures: number; revoked: boolean }[]>`
    select failures, revoked_at is not null as revoked from tokens
    where purpose = 'party' and subject->>'partyId' = ${cast.claimantId} order by created_at`;

it("giving a link, and giving it longer, is on the case's record; the notices of one day are one giving", async () => {
  const token = await give();
  c.clock.advance({ hours: 3 });
  expect(await give()).toBe(token);
  expect(await onCase()).toHaveLength(1);
  c.clock.advance({ days: 3 });
  expect(await give()).toBe(token);
  const { tokenId } = await stateOf(token);
  expect(await onCase()).toMatchObject([
    { actor_kind: "job", actor_id: "notices", data: { partyId: cast.claimantId, tokenId, revoked: [] } },
    { data: { tokenId } },
  ]);
  expect(JSON.stringify(await trailOf(c, COURT))).not.toContain(token);
  c.clock.advance({ days: 59 });
  expect(await readLink(c.deps, token)).not.toBeNull();
});

it("opens for fifteen minutes with the second secret, and says so on the party's chain without it", async () => {
  const token = await give();
  expect(await openLink(c.deps, await stateOf(token), "0021")).toMatchObject({ refusal: "secretWrong" });
  expect(await openLink(c.deps, await stateOf(token), " 002x ")).toEqual({ ok: true });
  const { opened, tokenId } = await stateOf(token);
  expect(opened).toBe(true);
  const said = { tokenId, caseId: cast.caseId, failures: 1 };
  expect(await byParty()).toMatchObject([
    { verb: "open-party-link-failed", chain: `actor:${cast.claimantId}`, role: "party", data: said },
    { verb: "open-party-link", chain: `actor:${cast.claimantId}`, role: "party", data: said },
  ]);
  expect(JSON.stringify(await trailOf(c, COURT))).not.toMatch(/002x|0021/i);
  c.clock.advance({ minutes: 16 });
  expect((await stateOf(token)).opened).toBe(false);
});

it("five wrong answers close it and write no more; the next notice brings another and ends the closed one", async () => {
  const token = await give();
  for (let n = 0; n < 5; n++) await openLink(c.deps, await stateOf(token), "1111");
  for (const answer of ["1111", "002X"])
    expect(await openLink(c.deps, await stateOf(token), answer)).toMatchObject({ refusal: "tooManyTries" });
  expect((await byParty()).map((row) => row.data.failures)).toEqual([1, 2, 3, 4, 5]);
  const closed = await stateOf(token);
  const next = await give();
  expect(next).not.toBe(token);
  expect(await readLink(c.deps, token)).toBeNull();
  expect(await openLink(c.deps, await stateOf(next), "002X")).toEqual({ ok: true });
  expect((await onCase()).at(-1)?.data.revoked).toEqual([closed.tokenId]);
  expect(await give()).toBe(next);
});

it("a party without an identity number on file opens nothing, not even with nothing", async () => {
  const token = await give();
  for (const masked of [null, ""]) {
    await c.owner`update parties set id_masked = ${masked} where id = ${cast.claimantId}`;
    expect(await openLink(c.deps, await stateOf(token), "")).toMatchObject({ refusal: "secretWrong" });
  }
});

it("where the record cannot be written, nothing is given, opened, counted or ended", async () => {
  await withoutRecord(c, "send-party-link", give);
  expect(await tokens()).toEqual([]);
  const token = await give();
  await withoutRecord(c, "open-party-link-failed", async () =>
    openLink(c.deps, await stateOf(token), "1111"),
  );
  expect(await tokens()).toEqual([{ failures: 0, revoked: false }]);
  await withoutRecord(c, "open-party-link", async () => openLink(c.deps, await stateOf(token), "002X"));
  expect((await stateOf(token)).opened).toBe(false);
  for (let n = 0; n < 5; n++) await openLink(c.deps, await stateOf(token), "1111");
  await withoutRecord(c, "send-party-link", give);
  expect(await tokens()).toEqual([{ failures: 5, revoked: false }]);
});

it("two notices at the same moment give the same link", async () => {
  const given = await Promise.all(Array.from({ length: 6 }, give));
  expect(new Set(given).size).toBe(1);
  expect(await tokens()).toHaveLength(1);
  expect((await verifyRecords(c.deps)).broken).toBeNull();
});
