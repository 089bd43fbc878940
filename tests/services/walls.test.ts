import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { openDatabase, pgFailure, schema } from "#db/client";
import { asCourtId } from "~/domain/ids";
import { record } from "~/services/record.server";
import { verifyRecords } from "~/services/verify-records.server";
import { addResource, caseInMediation, type TestCourt, useCourt } from "./court";

const court = useCourt();
let c: TestCourt;
let mediatorId: string;
let caseId: string;

beforeAll(async () => {
  c = court();
  mediatorId = await addResource(c, "mediator");
  caseId = await caseInMediation(c, { mediatorId });
});

/** Tables that come before a court is known, or belong to the installation; docs of the shard plan. */
const REFERENCE = [
  "courts",
  "people",
  "grants",
  "sign_ins",
  "sign_in_failures",
  "tokens",
  "notice_codes",
  "clock_offset",
];
const BY_HOME = ["occupancies", "resources"];

it("court_id (or the resource's home) leads every key, unique key, foreign key and exclusion constraint", async () => {
  const keys = await c.owner<{ table: string; constraint: string; columns: string[] }[]>`
    select t.relname as table, k.conname as constraint,
      array(select a.attname from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.n order by o)::text[] as columns
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and k.contype in ('p', 'u', 'f', 'x')`;
  const uniques = await c.owner<{ table: string; constraint: string; columns: string[] }[]>`
    select t.relname as table, i.relname as constraint,
      array(select coalesce(a.attname, '?') from unnest(x.indkey::int[]) with ordinality u(n, o) left join pg_attribute a on a.attrelid = t.oid and a.attnum = u.n order by o)::text[] as columns
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and x.indisunique`;
  const all = [...keys, ...uniques].filter((key) => !REFERENCE.includes(key.table));
  expect(all.length).toBeGreaterThan(60);
  const parse = (columns: string[] | string) =>
    Array.isArray(columns) ? columns : columns.replace(/[{}]/g, "").split(",");
  const wrong = all.filter(
    (key) => parse(key.columns)[0] !== (BY_HOME.includes(key.table) ? "home_id" : "court_id"),
  );
  expect(wrong.map((key) => `${key.table}.${key.constraint}`)).toEqual([]);
});

it("every table with a court_id has row-level security forced, but for the few reference tables", async () => {
  const open = await c.owner<{ table: string }[]>`
    select t.relname as table from pg_class t join pg_namespace n on n.oid = t.relnamespace
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'court_id' and not a.attisdropped
    where n.nspname = 'public' and t.relkind = 'r' and not (t.relrowsecurity and t.relforcerowsecurity)`;
  expect(open.map((row) => row.table).sort()).toEqual(["grants", "notice_codes", "sign_ins", "tokens"]);
});

it("another court sees no row and can write none, even without a WHERE", async () => {
  const seen = await c.db.withCourt("bj0106", (tx) => tx.select({ id: schema.cases.id }).from(schema.cases));
  expect(seen).toEqual([]);
  const changed = await c.db.withCourt("bj0106", (tx) =>
    tx
      .update(schema.cases)
      .set({ facts: "x" })
      .where(eq(schema.cases.id, caseId))
      .returning({ id: schema.cases.id }),
  );
  expect(changed).toEqual([]);
  const foreign = c.db.withCourt("bj0106", (tx) =>
    tx.insert(schema.courtClosures).values({ courtId: "bj0107", on: "2026-12-01", open: false, name: "x" }),
  );
  await expect(foreign).rejects.toSatisfy((error) => pgFailure(error)?.code === "42501");
  const directory = await c.db.withDirectory((tx) => tx.select({ id: schema.cases.id }).from(schema.cases));
  expect(directory).toEqual([]);
});

it("refuses a role that could step over the walls", async () => {
  await expect(openDatabase(c.fresh.ownerUrl, { max: 1 })).rejects.toThrow(/could read across courts/);
});

it("records can be neither changed nor deleted, and a row altered by hand is found", async () => {
  const actor = { kind: "job", courtId: asCourtId("bj0107"), name: "test" } as const;
  for (let n = 0; n < 5; n++) {
    await c.db.withCourt("bj0107", (tx) =>
      record(tx, actor, c.clock.now(), { verb: "test", caseId, data: { n } }),
    );
  }
  await c.db.withCourt("bj0107", (tx) => record(tx, actor, c.clock.now(), { verb: "test-actor" }));
  expect(await verifyRecords(c.deps)).toMatchObject({ broken: null, rows: 6, chains: 2 });
  await expect(c.owner`update records set verb = 'other' where chain = ${`case:${caseId}`}`).rejects.toThrow(
    /append-only/,
  );
  await expect(c.owner`delete from records`).rejects.toThrow(/append-only/);
  const byApp = c.db.withCourt("bj0107", (tx) => tx.update(schema.records).set({ verb: "other" }));
  await expect(byApp).rejects.toSatisfy((error) => pgFailure(error)?.code === "42501");

  // What only the owner of the database could do, with the trigger off:
  await c.owner`alter table records disable trigger records_append_only`;
  await c.owner`update records set data = '{"n":99}' where chain = ${`case:${caseId}`} and seq = 3`;
  expect((await verifyRecords(c.deps)).broken).toEqual({
    courtId: "bj0107",
    chain: `case:${caseId}`,
    seq: 3,
    why: "hash",
  });
  await c.owner`update records set data = '{"n":2}' where chain = ${`case:${caseId}`} and seq = 3`;
  expect((await verifyRecords(c.deps)).broken).toBeNull();
  await c.owner`delete from records where chain = ${`case:${caseId}`} and seq = 5`;
  expect((await verifyRecords(c.deps)).broken).toMatchObject({ chain: `case:${caseId}`, why: "head" });
  await c.owner`alter table records enable trigger records_append_only`;
});

it("the definer functions tell bare ranges and lock only what exists", async () => {
  const { sql } = await import("drizzle-orm");
  const missing = c.db.withCourt("bj0107", (tx) =>
    tx.execute(sql`select lock_resources(array[${mediatorId}]::text[], array[${uuidv7()}]::uuid[])`),
  );
  await expect(missing).rejects.toSatisfy((error) => pgFailure(error)?.code === "23503");
  const columns = await c.owner<
    { names: string[] | string }[]
  >`select proargnames::text as names from pg_proc where proname = 'busy'`;
  expect(String(columns[0]?.names)).toBe("{home,resource,during_range,during,hold_until,mine}");
});
