import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { action } from "~/routes/_staff.court-scheduling/route";
import { seedCourt } from "~/services/demo/seed-court.server";
import { settingsOn } from "~/services/settings.server";
import { startSignIn } from "~/services/sign-in.server";
import { MORNING, type TestCourt, useCourt } from "../services/court";

/* The form of the scheduling rules: what is blank is refused at its field, what is filled in is set. */
const court = useCourt();
let c: TestCourt;
const WEIGHTS = ["dayLater", "residentDay", "contiguous", "partyPreference", "batchContiguity"];
const weights = (value: string) => Object.fromEntries(WEIGHTS.map((one) => [`rankingWeights.${one}`, value]));

beforeAll(async () => {
  c = court();
  await seedCourt(c.deps, c.fresh.ownerUrl, MORNING.minus({ years: 1 }));
});

async function send(form: Record<string, string>) {
  const signed = await startSignIn(c.deps, { login: "administrator", password: DEMO_PASSWORD }, "127.0.0.1");
  if (!signed.ok) throw new Error(signed.refusal);
  const body = new FormData();
  for (const [name, value] of Object.entries({ _key: uuidv7(), validFrom: "2026-12-01", ...form }))
    body.set(name, value);
  const headers = { Cookie: `signIn=${signed.secret}; lang=zh-CN` };
  const request = new Request("http://127.0.0.1:3000/court-scheduling", { method: "POST", headers, body });
  return action({
    request,
    params: {},
    context: { deps: c.deps, demo: true, cspNonce: "", address: "" },
  } as never);
}

it("refuses blanks at their fields, even where a whole group is blank", async () => {
  const answer = await send({ sessionMinutes: " ", ...weights("") });
  if (!("data" in answer)) throw new Error("not refused");
  expect(Object.keys(answer.data.fields).sort()).toEqual(
    [...WEIGHTS.map((one) => `rankingWeights.${one}`), "sessionMinutes"].sort(),
  );
});

it("sets what was filled in, from the day on that was chosen", async () => {
  const answer = await send({ sessionMinutes: "75", timeWay: "offer", ...weights("5") });
  expect(answer).toBeInstanceOf(Response);
  const on = (day: string) => c.db.withCourt("bj0107", (tx) => settingsOn(tx, "bj0107", day));
  expect(await on("2026-12-01")).toMatchObject({ sessionMinutes: 75, timeWay: "offer" });
  expect((await on("2026-12-01")).rankingWeights.dayLater).toBe(5);
  expect((await on("2026-11-30")).sessionMinutes).toBe(90);
});

it("takes back with its button what is set for a later day, once for the same key", async () => {
  await send({ validFrom: "2027-03-01", sessionMinutes: "105" });
  const clear = { intent: "clear", rule: "sessionMinutes", validFrom: "2027-03-01", _key: uuidv7() };
  for (const answer of [await send(clear), await send(clear)]) {
    if (!(answer instanceof Response)) throw new Error("refused");
    expect(answer.headers.get("Location")).toBe("/court-scheduling?done=cleared");
  }
  const after = await c.db.withCourt("bj0107", (tx) => settingsOn(tx, "bj0107", "2027-03-01"));
  expect(after.sessionMinutes).toBe(75);
  expect(await send({ ...clear, _key: uuidv7() })).toMatchObject({ init: { status: 409 } });
});
