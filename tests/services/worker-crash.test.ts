import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { SMTPServer } from "smtp-server";
import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeAll, expect, it } from "vitest";
import { schema } from "#db/client";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { place } from "~/services/personal.server";
import {
  actorIn,
  addResource,
  addRoom,
  caseInMediation,
  MORNING,
  SECRET,
  type TestCourt,
  useCourt,
} from "./court";

/*
 * The worker dies by kill -9 again and again between the booking's commit and its mail. No invitation is lost; the
 * mailbox holds each revision once. An SMTP server may be handed a message twice, at most once per death, and then
 * with the same Message-ID, by which mailboxes know it.
 */
const CASES = 20;
const KILLS = 5;
const court = useCourt();
let c: TestCourt;
const children: ChildProcess[] = [];

beforeAll(() => {
  c = court();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** Books sessions for as many cases, with a mail address for each natural party. */
async function bookMany(): Promise<number> {
  let invited = 0;
  for (let n = 0; n < CASES; n++) {
    const mediatorId = await addResource(c, "mediator");
    const caseId = await caseInMediation(c, {
      mediatorId,
      claimantResource: await addResource(c, "party"),
      respondentResource: await addResource(c, "party"),
    });
    await c.db.withCourt("bj0107", async (tx) => {
      const parties = await tx.query.parties.findMany({ where: (p, { eq }) => eq(p.caseId, caseId) });
      for (const party of parties) {
        const id = uuidv7();
        const address = `${party.side}${n}@mail.example`;
        await tx.insert(schema.contactPoints).values({
          courtId: "bj0107",
          id,
          caseId,
          partyId: party.id,
          kind: "email",
          sealed: c.deps.secrets.seal(address, place("contact_points", "sealed", id)),
          index: c.deps.secrets.blindIndex("email", address),
          masked: "x",
        });
        invited++;
      }
    });
    const answer = await execute(c.deps, actorIn("bj0107", "mediator", { userId: mediatorId }), bookSession, {
      caseIds: [caseId],
      startAt: MORNING.plus({ days: 1 }).set({ hour: 9, minute: 0 }).toISO(),
      minutes: 60,
      mode: "onsite",
      roomId: await addRoom(c, "bj0107", "室"),
    });
    expect(answer).toMatchObject({ ok: true });
  }
  return invited;
}

function worker(env: Record<string, string>): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [path.resolve("node_modules/tsx/dist/cli.mjs"), path.resolve("tests/services/worker.child.ts")],
    {
      env: { ...process.env, APP_URL: c.fresh.appUrl, NOW: c.clock.now().toISO() as string, SECRET, ...env },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    },
  );
  children.push(child);
  return new Promise((resolve) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("ready") && resolve(child));
  });
}

const killGroup = (child: ChildProcess) => {
  try {
    process.kill(-(child.pid as number), "SIGKILL");
  } catch {
    // gone already
  }
};

async function killAgainAndAgain(env: Record<string, string>, sent: () => Promise<number>): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill++) {
    const child = await worker(env);
    const wanted = (await sent()) + 2;
    while ((await sent()) < wanted && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    killGroup(child);
    // What the dead one had claimed comes back when its lease ends; tests do not wait a minute for it.
    await c.owner`update outbox set leased_until = null where done_at is null`;
  }
  const last = await worker(env);
  await new Promise<void>((resolve) => {
    last.stdout?.on("data", (chunk) => String(chunk).includes("idle") && resolve());
  });
  killGroup(last);
}

it("loses no invitation and keeps each revision once in the mailbox", async () => {
  const invited = await bookMany();
  const sent = async () => Number((await c.owner`select count(*)::int as n from demo_messages`)[0]?.n);
  await killAgainAndAgain({}, sent);
  const messages = await c.owner<
    { to: string; n: number }[]
  >`select "to", count(*)::int as n from demo_messages where body ? 'calendar' group by "to"`;
  expect(messages).toHaveLength(invited);
  expect(messages.filter((one) => one.n !== 1)).toEqual([]);
});

it("hands an SMTP server no message twice but for the one in flight at each death, under the same Message-ID", async () => {
  await c.owner`delete from outbox`;
  const invited = await bookMany();
  const got: { to: string; id: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (chunk) => {
        text += String(chunk);
      });
      stream.on("end", () => {
        got.push({
          to: session.envelope.rcptTo.map((one) => one.address).join(),
          id: /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? "",
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () =>
      resolve((listening.address() as { port: number }).port),
    );
  });
  await killAgainAndAgain({ SMTP_URL: `smtp://127.0.0.1:${port}` }, async () => got.length);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const ids = new Set(got.filter((one) => one.to.endsWith("@mail.example")).map((one) => one.id));
  expect(ids.size).toBe(invited);
  expect(got.every((one) => !one.to.includes(","))).toBe(true);
  expect(got.length - ids.size).toBeLessThanOrEqual(KILLS);
});
