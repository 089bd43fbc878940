import { beforeAll, expect, it } from "vitest";
import { actorOfToken, issueToken } from "~/services/tokens.server";
import { verifyRecords } from "~/services/verify-records.server";
import { type TestCourt, useCourt } from "./court";
import { addPerson, type Cast, COURT, castOf } from "./journey";
import { trailOf, withoutRecord } from "./trail";

/* Bearer tokens: who was given one is on record, the token itself nowhere. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;

beforeAll(async () => {
  c = court();
  cast = await castOf(c);
});

const forParty = () => ({ caseId: cast.caseId, partyId: cast.claimantId, side: "claimant" as const });
const issued = () => trailOf(c, COURT, "issue-token");
const kept = () =>
  c.owner<{ id: string }[]>`select id from tokens where purpose = 'api' order by created_at, id`;

it("a person's token is on the command line's chain, a side's on its case's", async () => {
  const token = await issueToken(c.deps, COURT, { personId: cast.mediatorId, role: "mediator" }, 30);
  const side = await issueToken(c.deps, COURT, forParty(), 1);
  expect(await actorOfToken(c.deps, token)).toMatchObject({ kind: "user", role: "mediator" });
  expect(await actorOfToken(c.deps, side)).toMatchObject({ kind: "party", side: "claimant" });
  const [first, second] = (await kept()).map((row) => row.id);
  const rows = await issued();
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual(
    expect.objectContaining({
      chain: "actor:command-line",
      actor_kind: "job",
      data: { tokenId: first, days: 30, personId: cast.mediatorId, role: "mediator" },
    }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      chain: `case:${cast.caseId}`,
      data: { tokenId: second, days: 1, partyId: cast.claimantId, side: "claimant" },
    }),
  );
  const said = JSON.stringify(rows);
  for (const secret of [token, side]) expect(said).not.toContain(secret);
  expect((await verifyRecords(c.deps)).broken).toBeNull();
});

it("where the record cannot be written there is no token", async () => {
  const before = await kept();
  await withoutRecord(c, "issue-token", () =>
    issueToken(c.deps, COURT, { personId: cast.mediatorId, role: "mediator" }, 30),
  );
  await withoutRecord(c, "issue-token", () => issueToken(c.deps, COURT, forParty(), 30));
  expect(await kept()).toEqual(before);
});

it("a case of another court cannot be given a token here", async () => {
  const before = await kept();
  await expect(issueToken(c.deps, "bj0106", forParty(), 1)).rejects.toThrow();
  expect(await kept()).toEqual(before);
});

it("a token ends with its time and with the person's account", async () => {
  const personId = await addPerson(c, "clerk", "钱书记");
  const token = await issueToken(c.deps, COURT, { personId, role: "clerk" }, 1);
  expect(await actorOfToken(c.deps, token)).not.toBeNull();
  await c.owner`update people set disabled_at = now() where id = ${personId}`;
  expect(await actorOfToken(c.deps, token)).toBeNull();
  await c.owner`update people set disabled_at = null where id = ${personId}`;
  c.clock.advance({ days: 2 });
  expect(await actorOfToken(c.deps, token)).toBeNull();
});
