import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import { chooseGrant, endSignIn, hashPassword, startSignIn, viewerOf } from "~/services/sign-in.server";
import { MORNING, type TestCourt, useCourt } from "./court";

const court = useCourt();
let c: TestCourt;
const one = uuidv7();
const two = uuidv7();

beforeAll(async () => {
  c = court();
  const passwordHash = await hashPassword("right-password");
  await c.db.withDirectory(async (tx) => {
    for (const [id, login] of [
      [one, "one"],
      [two, "two"],
    ] as const) {
      await tx.insert(schema.people).values({ id, login, name: login, passwordHash, createdAt: MORNING });
    }
    const since = MORNING.minus({ days: 1 });
    const grant = (personId: string, courtId: string, role: "clerk" | "mediator") => ({
      id: uuidv7(),
      personId,
      courtId,
      role,
      validFrom: since,
    });
    await tx
      .insert(schema.grants)
      .values([
        grant(one, "bj0107", "clerk"),
        grant(two, "bj0107", "clerk"),
        grant(two, "bj0106", "mediator"),
      ]);
  });
});

const signIn = (login: string, password: string, address = "127.0.0.1") =>
  startSignIn(c.deps, { login, password }, address);

it("signs a person with one grant straight in, whatever the case of the login", async () => {
  const answer = await signIn("ONE", "right-password");
  expect(answer).toMatchObject({ ok: true, chosen: { courtId: "bj0107", role: "clerk" } });
  const viewer = answer.ok ? await viewerOf(c.deps, answer.secret) : null;
  expect(viewer?.actor).toMatchObject({ kind: "user", courtId: "bj0107", role: "clerk" });
});

it("asks a person of several courts to choose, and gives a new secret for the choice", async () => {
  const answer = await signIn("two", "right-password");
  if (!answer.ok) throw new Error("refused");
  expect((await viewerOf(c.deps, answer.secret))?.actor).toBeNull();
  const chosen = await chooseGrant(c.deps, answer.secret, "bj0106", "mediator");
  expect(chosen).not.toBe(answer.secret);
  expect(await viewerOf(c.deps, answer.secret)).toBeNull();
  expect((await viewerOf(c.deps, chosen as string))?.actor?.role).toBe("mediator");
  expect(await chooseGrant(c.deps, chosen as string, "bj0106", "clerk")).toBeNull();
});

it("answers a wrong password and an unknown name alike, and delays more with each failure", async () => {
  expect(await signIn("nobody", "x", "10.0.0.1")).toEqual(await signIn("one", "wrong", "10.0.0.2"));
  for (let n = 0; n < 4; n++) await signIn("one", "wrong", "10.0.0.3");
  const blocked = await signIn("one", "right-password", "10.0.0.3");
  expect(blocked).toMatchObject({ ok: false, refusal: "tooManyTries" });
  const first = blocked.ok ? 0 : Number(blocked.params?.seconds);
  c.clock.advance({ seconds: first + 1 });
  await signIn("one", "wrong", "10.0.0.3");
  const again = await signIn("one", "right-password", "10.0.0.3");
  expect(again.ok ? 0 : Number(again.params?.seconds)).toBeGreaterThan(first);
  c.clock.advance({ minutes: 20 });
  expect((await signIn("one", "right-password", "10.0.0.3")).ok).toBe(true);
});

it("ends with sign-out everywhere, when idle, after eight hours, and with the grant", async () => {
  const open = async () => {
    const answer = await signIn("one", "right-password");
    if (!answer.ok) throw new Error(answer.refusal);
    return answer.secret;
  };
  const [first, second] = [await open(), await open()];
  await endSignIn(c.deps, first, true);
  expect(await viewerOf(c.deps, second)).toBeNull();
  const idle = await open();
  c.clock.advance({ minutes: 61 });
  expect(await viewerOf(c.deps, idle)).toBeNull();
  const busy = await open();
  for (let n = 0; n < 10; n++) {
    c.clock.advance({ minutes: 50 });
    await viewerOf(c.deps, busy);
  }
  expect(await viewerOf(c.deps, busy)).toBeNull();
  const revoked = await open();
  await c.owner`update grants set valid_to = ${c.clock.now().toISO()} where person_id = ${one}`;
  expect((await viewerOf(c.deps, revoked))?.actor).toBeNull();
});
