import { eq, inArray, lt, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { Secrets } from "~/adapters/secrets.server";

/*
 * Failed tries per account and per address. These counters leave no record of their own: they hold keyed hashes, belong
 * to no court and fade within the hour. What a court has to know of a failure is written by startSignIn beside them.
 */

const FREE_TRIES = 4;
const LONGEST_DELAY_SECONDS = 900;
const QUIET_HOURS = 1;

/** The counters of one try: always the account's first, so that tries side by side lock in one order. */
export type ThrottleKeys = readonly [account: Buffer, address: Buffer];

export const throttleKeys = (secrets: Secrets, login: string, address: string): ThrottleKeys => [
  secrets.blindIndex("sign-in account", login.toLowerCase()),
  secrets.blindIndex("sign-in address", address),
];

/** Seconds to wait before the next try, of the account or of the address, whichever is longer. */
export async function delayOf(tx: Tx, keys: readonly Buffer[], now: DateTime): Promise<number> {
  const t = schema.signInFailures;
  const rows = await tx
    .select({ until: t.blockedUntil })
    .from(t)
    .where(inArray(t.key, [...keys]));
  return Math.max(0, ...rows.map((row) => (row.until ? row.until.diff(now, "seconds").seconds : 0)));
}

/** Counts one try for a key; after so many free ones in an hour the next must wait, each time twice as long. */
export async function countTry(
  tx: Tx,
  key: Buffer,
  now: DateTime,
  freeTries: number = FREE_TRIES,
): Promise<number> {
  const t = schema.signInFailures;
  const [row] = await tx
    .insert(t)
    .values({ key, failures: 1, lastAt: now })
    .onConflictDoUpdate({
      target: t.key,
      set: {
        failures: sql`case when ${t.lastAt} < ${now.minus({ hours: QUIET_HOURS }).toISO()}::timestamptz then 1 else ${t.failures} + 1 end`,
        lastAt: now,
      },
    })
    .returning({ failures: t.failures });
  const failures = row?.failures ?? 0;
  const over = failures - freeTries;
  if (over >= 0) {
    const seconds = Math.min(2 ** over, LONGEST_DELAY_SECONDS);
    await tx
      .update(t)
      .set({ blockedUntil: now.plus({ seconds }) })
      .where(eq(t.key, key));
  }
  return failures;
}

/** Counts a failure for both; returns the account's number of failures in a row. */
export async function countFailure(tx: Tx, [account, address]: ThrottleKeys, now: DateTime): Promise<number> {
  const failures = await countTry(tx, account, now);
  await countTry(tx, address, now);
  return failures;
}

/** After a right password: returns how many failures of the account went before. */
export async function forgive(tx: Tx, [account, address]: ThrottleKeys): Promise<number> {
  const t = schema.signInFailures;
  const [gone] = await tx.delete(t).where(eq(t.key, account)).returning({ failures: t.failures });
  await tx.delete(t).where(eq(t.key, address));
  return gone?.failures ?? 0;
}

/**
 * Drops counters that a next failure would begin anew anyway: or every name that somebody invents keeps a row for ever.
 * One that is just being counted is left to the next round, so that nobody at the door waits for this.
 */
export async function dropFaded(tx: Tx, now: DateTime): Promise<void> {
  const t = schema.signInFailures;
  const faded = tx
    .select({ key: t.key })
    .from(t)
    .where(lt(t.lastAt, now.minus({ hours: QUIET_HOURS })))
    .for("update", { skipLocked: true });
  await tx.delete(t).where(inArray(t.key, faded));
}
