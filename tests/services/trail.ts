import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { TestCourt } from "./court";

export type TrailRow = {
  readonly chain: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly role: string;
  readonly verb: string;
  readonly data: Record<string, unknown>;
};

/** A court's record, oldest first, as that court itself reads it. */
export async function trailOf(c: TestCourt, courtId: string, verb?: string): Promise<TrailRow[]> {
  const rows = await c.db.withCourt(courtId, (tx) =>
    tx.execute<TrailRow>(
      sql`select chain, actor_kind, actor_id, role, verb, data from records
        where ${verb ? sql`verb = ${verb}` : sql`true`} order by at, chain, seq`,
    ),
  );
  return [...rows];
}

/** Does an act whose record the database refuses: it must fail, and the caller looks what it left. */
export async function withoutRecord(c: TestCourt, verb: string, act: () => Promise<unknown>): Promise<void> {
  await c.owner.unsafe(`create function refuse_record() returns trigger language plpgsql as
    $$ begin raise exception 'no record'; end $$`);
  await c.owner.unsafe(`create trigger refuse_record before insert on records for each row
    when (new.verb = '${verb}') execute function refuse_record()`);
  try {
    await expect(act()).rejects.toThrow();
  } finally {
    await c.owner`drop trigger refuse_record on records`;
    await c.owner`drop function refuse_record()`;
  }
}
