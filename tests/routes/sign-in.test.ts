import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import { action as choose } from "~/routes/choose-role/route";
import { action as enter } from "~/routes/sign-in/route";
import { action as leave } from "~/routes/sign-out/route";
import { hashPassword } from "~/services/sign-in.server";
import { MORNING, type TestCourt, useCourt } from "../services/court";
import { trailOf } from "../services/trail";

/* In by the door, into a role, out again: what the forms do is on record once, whichever way it went. */
const court = useCourt();
const id = uuidv7();
let c: TestCourt;

beforeAll(async () => {
  c = court();
  const passwordHash = await hashPassword("right-password");
  await c.db.withDirectory(async (tx) => {
    await tx
      .insert(schema.people)
      .values({ id, login: "two", name: "两院", passwordHash, createdAt: MORNING });
    for (const [courtId, role] of [
      ["bj0106", "mediator"],
      ["bj0107", "clerk"],
    ] as const)
      await tx
        .insert(schema.grants)
        .values({ id: uuidv7(), personId: id, courtId, role, validFrom: MORNING });
  });
});

type Action = (args: never) => Promise<unknown>;
type Left = { status: number; to: string; cookie: string };

async function send(action: Action, form: Record<string, string>, cookie = ""): Promise<Left> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  const request = new Request("http://127.0.0.1:3000/", {
    method: "POST",
    headers: { Cookie: cookie, "Accept-Language": "zh-CN" },
    body,
  });
  const context = { deps: c.deps, demo: false, cspNonce: "", address: "10.0.0.1" };
  const answer = await action({ request, params: {}, context } as never).catch((thrown: unknown) => thrown);
  if (answer instanceof Response)
    return {
      status: answer.status,
      to: answer.headers.get("Location") ?? "",
      cookie: answer.headers.get("Set-Cookie")?.split(";")[0] ?? "",
    };
  if (answer instanceof Error) throw answer;
  const { init } = answer as { init: { status: number } };
  return { status: init.status, to: "", cookie: "" };
}

it("each step of the way in and out is on record once, in its court", async () => {
  expect(await send(enter, { login: "two", password: "wrong" })).toMatchObject({ status: 409, cookie: "" });
  const waiting = await send(enter, { login: "two", password: "right-password" });
  expect(waiting).toMatchObject({ status: 303, to: "/choose-role" });
  const refused = await send(choose, { grant: "bj0106:clerk" }, waiting.cookie);
  expect(refused).toMatchObject({ status: 409, cookie: "" });
  const taken = await send(choose, { grant: "bj0107:clerk" }, waiting.cookie);
  expect(taken).toMatchObject({ status: 303, to: "/" });
  expect(await send(choose, { grant: "bj0107:clerk" }, waiting.cookie)).toMatchObject({ status: 409 });
  await send(leave, {}, taken.cookie);
  await send(leave, { everywhere: "yes" }, taken.cookie);
  const again = await send(enter, { login: "two", password: "right-password" });
  await send(leave, { everywhere: "yes" }, again.cookie);
  const verbs = async (courtId: string) => (await trailOf(c, courtId)).map((row) => row.verb);
  expect(await verbs("bj0106")).toEqual(["sign-in-failed", "sign-in", "sign-in", "sign-out-everywhere"]);
  expect(await verbs("bj0107")).toEqual(["choose-role", "sign-out"]);
});
