import { v5 as uuidv5 } from "uuid";
import { schema, type Tx } from "#db/client";
import type { RecordEntry } from "./record.server";

const PLANNED = "1f0c1f6e-6f1c-4c57-9a2e-5d8f2f6f3b10";

/** Deeds that follow from one that was recorded: each stands once by its key, however often it is planned. */
export async function planDeeds(
  tx: Tx,
  courtId: string,
  deeds: readonly Required<NonNullable<RecordEntry["effects"]>[number]>[],
): Promise<void> {
  if (!deeds.length) return;
  await tx
    .insert(schema.outbox)
    .values(deeds.map((one) => ({ ...one, courtId, id: uuidv5(`${courtId}:${one.key}`, PLANNED) })))
    .onConflictDoNothing();
}
