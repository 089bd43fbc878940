import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, isOutcomeUnknown, openDatabase, pgFailure, schema } from "#db/client";
import { type EmbeddedServer, startEmbedded } from "#db/embedded";
import { APP_ROLE, migrateDatabase } from "#db/migrate";

/*
 * The driver's faults when a connection dies (docs/decisions/003): a dead transaction's statements landing in another
 * request's, a crash of the process, calls that never answer. Run on a server of its own, with fsync as in service.
 */
const ROUNDS = Number(process.env.CHAOS_ROUNDS ?? 400);
const COURTS = ["bj0107", "bj0106", "bj0105"];
const now = DateTime.fromISO("2026-11-23T01:30:00Z");

let dir: string;
let server: EmbeddedServer;
let db: Database;
let owner: postgres.Sql;
let appUrl: string;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), "tiaosu-chaos-"));
  server = await startEmbedded(dir, { settings: { log_min_messages: "panic" } });
  const first = postgres(server.url("postgres"), { max: 1 });
  await first`create database chaos`;
  await first.end();
  await migrateDatabase(server.url("chaos"), "chaos");
  appUrl = `postgres://${APP_ROLE}:chaos@127.0.0.1:${server.port}/chaos`;
  db = await openDatabase(appUrl, { max: 8 });
  owner = postgres(server.url("chaos"), { max: 1, onnotice: () => {} });
});

afterAll(async () => {
  await db.close();
  await owner.end({ timeout: 2 });
  await server.stop("fast");
  rmSync(dir, { recursive: true, force: true });
});

const codes = new Map<string, number>();
type Tally = { acked: string[]; unknown: string[]; failed: number; strange: unknown[] };

/** One transaction of three rows under one idempotency key; a third of them throw on purpose before the end. */
async function attempt(key: string, court: string, throws: boolean): Promise<void> {
  await db.withCourt(court, async (tx) => {
    const row = (part: string) => ({
      courtId: court,
      actorId: key,
      verb: part,
      key,
      requestHash: court,
      createdAt: now,
    });
    await tx.insert(schema.idempotencyKeys).values(row("one"));
    await tx.execute(sql`select pg_sleep(0.001)`);
    await tx.insert(schema.idempotencyKeys).values(row("two"));
    if (throws) throw new Error("on purpose");
    await tx.insert(schema.idempotencyKeys).values(row("three"));
  });
}

async function storm(rounds: number, kill: (running: () => boolean) => Promise<void>): Promise<Tally> {
  const tally: Tally = { acked: [], unknown: [], failed: 0, strange: [] };
  let left = rounds;
  const killer = kill(() => left > 0);
  const worker = async () => {
    while (left > 0) {
      left--;
      const key = uuidv7();
      const court = COURTS[left % COURTS.length] as string;
      const throws = left % 3 === 0;
      let answer: "pending" | "done" = "pending";
      const hung = new Promise<never>((_, reject) => {
        const timer = setTimeout(() => answer === "pending" && reject(new Error("hung")), 20_000);
        timer.unref();
      });
      try {
        await Promise.race([attempt(key, court, throws), hung]);
        tally.acked.push(key);
      } catch (error) {
        if ((error as Error).message === "on purpose") tally.failed++;
        else if (isOutcomeUnknown(error)) {
          tally.unknown.push(key);
          codes.set(pgFailure(error)?.code ?? "?", (codes.get(pgFailure(error)?.code ?? "?") ?? 0) + 1);
        } else tally.strange.push(error);
      }
      answer = "done";
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await killer;
  return tally;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function judge(tally: Tally): Promise<void> {
  expect(tally.strange.map((e) => pgFailure(e)?.code ?? String(e))).toEqual([]);
  const rows = await owner<{ key: string; parts: number; courts: number; mine: boolean }[]>`
    select key, count(*)::int as parts, count(distinct court_id)::int as courts, bool_and(court_id = request_hash) as mine
    from idempotency_keys group by key`;
  const found = new Map(rows.map((r) => [r.key, r]));
  expect(rows.filter((r) => r.parts !== 3)).toEqual([]);
  expect(rows.filter((r) => r.courts !== 1 || !r.mine)).toEqual([]);
  expect(tally.acked.filter((key) => !found.has(key))).toEqual([]);
  for (const key of tally.unknown) {
    const written = found.has(key);
    const seen = await Promise.all(
      COURTS.map((court) =>
        db.withCourt(court, (tx) =>
          tx
            .select({ verb: schema.idempotencyKeys.verb })
            .from(schema.idempotencyKeys)
            .where(and(eq(schema.idempotencyKeys.courtId, court), eq(schema.idempotencyKeys.key, key))),
        ),
      ),
    );
    expect(seen.flat()).toHaveLength(written ? 3 : 0);
  }
}

it("survives backends killed every 25 ms: no crash, no hang, no torn transaction, nothing acknowledged lost", async () => {
  const tally = await storm(ROUNDS, async (running) => {
    while (running()) {
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = ${APP_ROLE} and datname = 'chaos' order by random() limit 1`;
      await pause(25);
    }
  });
  expect(tally.acked.length).toBeGreaterThan(ROUNDS / 4);
  expect(codes.has("57P01"), "an error of a dead connection reached a stranger's query").toBe(false);
  await judge(tally);
});

it("survives immediate restarts of the server under load", async () => {
  const tally = await storm(Math.ceil(ROUNDS / 2), async (running) => {
    for (let i = 0; i < 3 && running(); i++) {
      await pause(150);
      await owner.end({ timeout: 0 });
      await server.stop("immediate");
      server = await startEmbedded(dir, {
        settings: { log_min_messages: "panic", port: String(server.port) },
      });
      owner = postgres(server.url("chaos"), { max: 1, onnotice: () => {} });
    }
  });
  await judge(tally);
  expect(await db.withCourt("bj0107", async () => "whole")).toBe("whole");
});
