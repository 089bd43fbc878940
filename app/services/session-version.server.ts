import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { type Refusal, refuse } from "~/domain/result";
import type { Command } from "./command.server";
import { iso } from "./iso.server";

/** The version of the session that the page was made from; without it nothing is compared. */
export const seenVersion = z.coerce.number().int().min(0).optional();

/** What has been done to the session since a version, oldest first: `<verb> <instant>`. */
async function changesSince(
  { tx, courtId, cases }: Command<unknown>,
  sessionId: string,
  version: number,
): Promise<string[]> {
  const r = schema.records;
  const rows = await tx
    .select({ verb: r.verb, at: r.at })
    .from(r)
    .where(
      and(
        eq(r.courtId, courtId),
        inArray(
          r.chain,
          cases.map((row) => `case:${row.id}`),
        ),
        sql`${r.data}->>'sessionId' = ${sessionId}`,
        sql`(${r.data}->>'version')::int > ${version}`,
      ),
    )
    .orderBy(r.at, r.seq);
  return [...new Set(rows.map((row) => `${row.verb} ${iso(row.at)}`))];
}

/**
 * Locks the session against everybody who looks at it with the same intent, and refuses a page that shows an older one,
 * saying what was done to it meanwhile. Null: go on.
 */
export async function staleSession(
  command: Command<unknown>,
  sessionId: string,
  seen: number | undefined,
): Promise<Refusal | null> {
  const s = schema.sessions;
  const [session] = await command.tx
    .select({ version: s.version })
    .from(s)
    .where(and(eq(s.courtId, command.courtId), eq(s.id, sessionId)))
    .for("update");
  if (seen === undefined || !session || session.version === seen) return null;
  const changes = await changesSince(command, sessionId, seen);
  return refuse("staleVersion", { params: { changes, version: session.version } });
}

/** Counts a change of the session; the number goes into the record, so that a stale page can be told of it. */
export async function nextVersion(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  sessionId: string,
): Promise<number> {
  const s = schema.sessions;
  const [session] = await tx
    .update(s)
    .set({ version: sql`${s.version} + 1` })
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)))
    .returning({ version: s.version });
  return session?.version ?? 0;
}
