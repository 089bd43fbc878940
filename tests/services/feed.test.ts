import { expect, it } from "vitest";
import { execute, Forbidden } from "~/services/command.server";
import { feedBytes } from "~/services/feeds.server";
import { renewFeed } from "~/services/renew-feed.server";
import { issueToken } from "~/services/tokens.server";
import { verifyRecords } from "~/services/verify-records.server";
import { actorIn, MORNING, type TestCourt, useCourt } from "./court";
import { addPerson, book, COURT, castOf } from "./journey";
import { withoutRecord } from "./trail";

/* The address of a calendar is a secret: who may have one, what it opens, and when it stops. */
const court = useCourt();

const secretOf = (address: string) => /\/feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";

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
  expect(await feedBytes(c.deps, first)).toBeNull();
  expect(String(await feedBytes(c.deps, second))).toContain("BEGIN:VEVENT");
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
  expect(await feedBytes(c.deps, second)).toBeNull();
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
