import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { schema, type Tx } from "#db/client";
import type { Deps } from "~/services/deps.server";
import { keepHouse } from "~/services/keep-house.server";
import { chooseGrant, endSignIn, hashPassword, startSignIn, viewerOf } from "~/services/sign-in.server";
import { verifyRecords } from "~/services/verify-records.server";
import { MORNING, type TestCourt, useCourt } from "./court";
import { trailOf, withoutRecord } from "./trail";

/* Every sign-in, choice of a role and sign-out is on record in the transaction that does it; failed tries in short. */
const court = useCourt();
const PASSWORD = "right-password";
let c: TestCourt;
let passwordHash: string;
let made = 0;

beforeAll(async () => {
  c = court();
  passwordHash = await hashPassword(PASSWORD);
});
beforeEach(() => {
  c.clock.advance({ hours: 2 });
});

/** Somebody new with these roles, so that no try of another test counts against him. */
async function person(...grants: (readonly ["bj0106" | "bj0107", "clerk" | "mediator"])[]) {
  const id = uuidv7();
  const login = `person.${++made}`;
  await c.db.withDirectory(async (tx) => {
    await tx
      .insert(schema.people)
      .values({ id, login, name: "赵某某", passwordHash, createdAt: MORNING.minus({ days: 2 }) });
    for (const [courtId, role] of grants)
      await tx
        .insert(schema.grants)
        .values({ id: uuidv7(), personId: id, courtId, role, validFrom: MORNING.minus({ days: 1 }) });
  });
  return { id, login };
}

const attempt = (login: string, password: string = PASSWORD) =>
  startSignIn(c.deps, { login, password }, `address of ${login}`);

async function signedIn(login: string): Promise<string> {
  const answer = await attempt(login);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.secret;
}

const mine = async (id: string, courtId = "bj0107") =>
  (await trailOf(c, courtId)).filter((row) => row.actor_id === id);
const open = async (id: string) =>
  (await c.owner`select 1 from sign_ins where person_id = ${id} and ended_at is null`).length;
const counted = async (login: string) => {
  const key = c.deps.secrets.blindIndex("sign-in account", login);
  const [row] = await c.owner<
    { failures: number }[]
  >`select failures from sign_in_failures where key = ${key}`;
  return row?.failures ?? 0;
};
const allRecords = async () => [...(await trailOf(c, "bj0107")), ...(await trailOf(c, "bj0106"))];

it("a person with one role signs in and out on his own chain; the failures before stand with it, no secret does", async () => {
  const one = await person(["bj0107", "clerk"]);
  await attempt(one.login, "wrong-password");
  const secret = await signedIn(one.login);
  await endSignIn(c.deps, secret, false);
  await endSignIn(c.deps, secret, false);
  expect(await mine(one.id)).toMatchObject([
    { verb: "sign-in-failed", chain: `actor:${one.id}`, data: { failures: 1 } },
    { verb: "sign-in", chain: `actor:${one.id}`, role: "clerk", data: { chosen: true, failures: 1 } },
    { verb: "sign-out", chain: `actor:${one.id}`, role: "clerk", data: { ended: 1 } },
  ]);
  expect(await mine(one.id, "bj0106")).toEqual([]);
  const said = JSON.stringify(await allRecords());
  for (const hidden of [secret, "wrong-password", PASSWORD, one.login, "赵某某", "address of"])
    expect(said).not.toContain(hidden);
});

it("with roles in several courts it is recorded in the first until one is taken, then in the court that is entered", async () => {
  const two = await person(["bj0107", "clerk"], ["bj0106", "mediator"]);
  const waiting = await signedIn(two.login);
  const first = await chooseGrant(c.deps, waiting, "bj0107", "clerk");
  const other = await signedIn(two.login);
  expect(await chooseGrant(c.deps, first as string, "bj0106", "clerk")).toBeNull();
  await endSignIn(c.deps, first as string, true);
  expect(await viewerOf(c.deps, other)).toBeNull();
  const left = await signedIn(two.login);
  await endSignIn(c.deps, left, false);
  expect((await mine(two.id)).map((row) => [row.verb, row.role, row.data])).toEqual([
    ["choose-role", "clerk", {}],
    ["sign-out-everywhere", "clerk", { ended: 2 }],
  ]);
  expect((await mine(two.id, "bj0106")).map((row) => [row.verb, row.data])).toEqual([
    ["sign-in", { chosen: false, failures: 0 }],
    ["sign-in", { chosen: false, failures: 0 }],
    ["sign-in", { chosen: false, failures: 0 }],
    ["sign-out", { ended: 1 }],
  ]);
});

it("a sign-out is on record in its court even when the role has ended meanwhile", async () => {
  const gone = await person(["bj0107", "clerk"]);
  const secret = await signedIn(gone.login);
  await c.owner`update grants set valid_to = ${c.clock.now().toISO()} where person_id = ${gone.id}`;
  await endSignIn(c.deps, secret, false);
  expect((await mine(gone.id)).map((row) => row.verb)).toEqual(["sign-in", "sign-out"]);
});

it("where the record cannot be written nothing happened", async () => {
  const two = await person(["bj0107", "clerk"], ["bj0106", "mediator"]);
  await attempt(two.login, "wrong");
  await withoutRecord(c, "sign-in", () => attempt(two.login));
  expect([await open(two.id), await counted(two.login)]).toEqual([0, 1]);
  const secret = await signedIn(two.login);
  await withoutRecord(c, "choose-role", () => chooseGrant(c.deps, secret, "bj0107", "clerk"));
  expect(await open(two.id)).toBe(1);
  expect((await viewerOf(c.deps, secret))?.actor).toBeNull();
  for (const [verb, everywhere] of [
    ["sign-out", false],
    ["sign-out-everywhere", true],
  ] as const) {
    await withoutRecord(c, verb, () => endSignIn(c.deps, secret, everywhere));
    expect(await viewerOf(c.deps, secret), verb).not.toBeNull();
  }
  const one = await person(["bj0107", "clerk"]);
  await withoutRecord(c, "sign-in-failed", () => attempt(one.login, "wrong"));
  expect(await counted(one.login)).toBe(0);
  expect(await mine(one.id)).toEqual([]);
});

it("a run of failures leaves a record at each doubling, and a try during the delay none", async () => {
  const one = await person(["bj0107", "clerk"]);
  for (let n = 0; n < 20; n++) {
    c.clock.advance({ minutes: 16 });
    expect(await attempt(one.login, "wrong")).toMatchObject({ refusal: "signInFailed" });
    if (n > 4) expect(await attempt(one.login)).toMatchObject({ refusal: "tooManyTries" });
  }
  expect((await mine(one.id)).map((row) => row.data.failures)).toEqual([1, 2, 4, 8, 16]);
});

it("tries sent side by side are no way around the delay, for the counters or for the record", async () => {
  const one = await person(["bj0107", "clerk"]);
  const answers = await Promise.all(Array.from({ length: 60 }, () => attempt(one.login, "wrong")));
  const judged = answers.filter((answer) => !answer.ok && answer.refusal === "signInFailed").length;
  expect(judged).toBeLessThan(20);
  expect(await counted(one.login)).toBe(judged);
  expect((await mine(one.id)).length).toBeLessThanOrEqual(5);
});

it("a name that nobody has, one that is closed and one without a role leave nothing but a counter, and that fades", async () => {
  const closed = await person(["bj0107", "clerk"]);
  await c.owner`update people set disabled_at = now() where id = ${closed.id}`;
  const nowhere = await person();
  const chains = () => c.owner`select court_id, actor_id from actor_chains order by 1, 2`;
  const [before, chainsBefore] = [await allRecords(), await chains()];
  for (const login of ["nobody.at.all", closed.login, nowhere.login])
    for (let n = 0; n < 3; n++)
      expect(await attempt(login, "wrong")).toEqual({ ok: false, refusal: "signInFailed" });
  expect(await attempt(nowhere.login)).toMatchObject({ ok: true, grants: [] });
  expect(await allRecords()).toEqual(before);
  expect(await chains()).toEqual(chainsBefore);
  expect(await counted("nobody.at.all")).toBe(3);
  await keepHouse(c.deps, "bj0107");
  expect(await counted("nobody.at.all")).toBe(3);
  c.clock.advance({ minutes: 61 });
  await keepHouse(c.deps, "bj0107");
  expect(await c.owner`select 1 from sign_in_failures`).toEqual([]);
});

/** What is asked of the database during an act, in order; by name, for the values differ. */
async function askedDuring(act: (deps: Deps) => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const watched = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          asked.push(String(name));
          return Reflect.apply(value, target, given);
        };
      },
    });
  const { db } = c.deps;
  await act({
    ...c.deps,
    db: {
      ...db,
      withCourt: (courtId, work) => db.withCourt(courtId, (tx) => work(watched(tx))),
      withDirectory: (work) => db.withDirectory((tx) => work(watched(tx))),
    },
  });
  return asked;
}

it("a try in nobody's name asks of the database what one in somebody's does, so that time tells nothing", async () => {
  const one = await person(["bj0107", "clerk"]);
  const attemptAs = (login: string) => (deps: Deps) =>
    startSignIn(deps, { login, password: "wrong" }, `address of ${login}`);
  for (let n = 1; n <= 4; n++) {
    const known = await askedDuring(attemptAs(one.login));
    expect(known).toEqual(await askedDuring(attemptAs("nobody.in.time")));
    // A record with all that belongs to it is one statement.
    expect(known.length, `failure ${n}`).toBeGreaterThan(n === 3 ? 5 : 10);
  }
  expect(await mine(one.id)).toHaveLength(3);
});

it("choosing a role again and again does not outlast the eight hours", async () => {
  const two = await person(["bj0107", "clerk"], ["bj0106", "mediator"]);
  let secret = await signedIn(two.login);
  for (let n = 0; n < 12; n++) {
    c.clock.advance({ minutes: 45 });
    secret = (await chooseGrant(c.deps, secret, "bj0107", "clerk")) ?? secret;
  }
  expect(await viewerOf(c.deps, secret)).toBeNull();
});

it("all of it leaves chains that verify", async () => {
  expect(await verifyRecords(c.deps)).toMatchObject({ broken: null });
});
