import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { SettingName, Settings } from "./settings.server";

const t = schema.courtSettings;

/** Makes two changes of one court's settings follow each other. Taken after the locks of cases, before `record`. */
export async function lockSettings(tx: Tx, courtId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('court settings'), hashtext(${courtId}))`);
}

/**
 * Puts a value in from a day on (YYYY-MM-DD, court time). What held there ends; what was set for a later day stays and
 * takes over then; what was set for the same day is replaced.
 */
export async function putSetting<K extends SettingName>(
  tx: Tx,
  courtId: string,
  key: K,
  validFrom: string,
  value: Settings[K],
): Promise<void> {
  const own = and(eq(t.courtId, courtId), eq(t.key, key));
  const [next] = await tx
    .select({ on: t.validFrom })
    .from(t)
    .where(and(own, gt(t.validFrom, validFrom)))
    .orderBy(asc(t.validFrom))
    .limit(1);
  const validTo = next?.on ?? null;
  await tx
    .update(t)
    .set({ validTo: validFrom })
    .where(and(own, lt(t.validFrom, validFrom), or(isNull(t.validTo), gt(t.validTo, validFrom))));
  await tx
    .insert(t)
    .values({ courtId, key, validFrom, validTo, value })
    .onConflictDoUpdate({ target: [t.courtId, t.key, t.validFrom], set: { value, validTo } });
}

/**
 * Takes back what is set from a day on (YYYY-MM-DD): what held before it goes on, until the next that was set or until
 * further notice. Answers whether anything was set for that day.
 */
export async function dropSetting(tx: Tx, courtId: string, key: SettingName, validFrom: string) {
  const own = and(eq(t.courtId, courtId), eq(t.key, key));
  const [gone] = await tx
    .delete(t)
    .where(and(own, eq(t.validFrom, validFrom)))
    .returning({ validTo: t.validTo });
  if (!gone) return false;
  await tx
    .update(t)
    .set({ validTo: gone.validTo })
    .where(and(own, eq(t.validTo, validFrom)));
  return true;
}
