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
  await c.owner`create table refused_verbs (verb text not null)`;
  await c.owner`insert into refused_verbs values (${verb})`;
  // The role that writes may not read this table, so the function does as its owner.
  await c.owner`create function refuse_record() returns trigger language plpgsql security definer as
    $$ begin
      if exists (select 1 from refused_verbs r where r.verb = new.verb) then raise exception 'no record'; end if;
      return new;
    end $$`;
  await c.owner`create trigger refuse_record before insert on records for each row execute function refuse_record()`;
  try {
    await expect(act()).rejects.toThrow();
  } finally {
    await c.owner`drop trigger refuse_record on records`;
    await c.owner`drop function refuse_record()`;
    await c.owner`drop table refused_verbs`;
  }
}
