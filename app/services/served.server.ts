import { and, eq, isNull } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { partiesOfCase } from "./case-head.server";
import { pressing, turnClocks } from "./clocks.server";
import type { CaseRow, Command } from "./command.server";

export const SERVICE_WAYS = ["inPerson", "electronic", "post", "agent", "left", "publicNotice"] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

export type Service = {
  readonly documentId: string;
  readonly partyId: string;
  readonly how: ServiceWay;
  /** Court day, YYYY-MM-DD. */
  readonly servedOn: string;
};

/** Has the ruling of confirmation reached every party, as entered? Asked only while the case stands confirmed. */
export async function rulingServed(tx: Tx, row: CaseRow): Promise<boolean> {
  if (row.stage !== "confirmed") return false;
  const d = schema.decisions;
  const rulings = await tx
    .select({ servedAt: d.servedAt })
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.caseId, row.id), eq(d.kind, "confirm")));
  return rulings.length > 0 && rulings.every((one) => one.servedAt !== null);
}

/**
 * Enters that a document reached a party on a court day. When it has reached all, the decision counts as served, and the
 * time for objecting to a confirmation (T14) starts with the last day of receipt (INT 372) and not before; wherever the
 * case stands by then, short of closed. Entering a party a second time changes nothing.
 */
export async function keepService(
  command: Command<unknown>,
  row: CaseRow,
  served: Service,
): Promise<{ complete: boolean }> {
  const { tx, courtId, now, today } = command;
  const s = schema.services;
  await tx
    .insert(s)
    .values({ courtId, id: uuidv7(), caseId: row.id, ...served, recordedAt: now })
    .onConflictDoNothing();
  const all = await tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.documentId, served.documentId)));
  const parties = await partiesOfCase(tx, courtId, row.id);
  if (!parties.every((party) => all.some((one) => one.partyId === party.id))) return { complete: false };
  const last = all
    .map((one) => one.servedOn)
    .sort()
    .at(-1) as string;
  const d = schema.decisions;
  const decided = await tx
    .update(d)
    .set({ servedAt: DateTime.fromISO(last, { zone: "Asia/Shanghai" }) })
    .where(and(eq(d.courtId, courtId), eq(d.documentId, served.documentId), isNull(d.servedAt)))
    .returning({ kind: d.kind });
  const isOpen = row.stage !== "closed" && row.stage !== "archived";
  if (isOpen && decided.some((one) => one.kind === "confirm")) {
    await turnClocks(
      tx,
      row,
      { starts: ["T14"], stops: ["T14"] },
      { startOn: last, today, endedAt: now, choices: command.settings.clocks },
    );
    await tx
      .update(schema.cases)
      .set(await pressing(tx, courtId, row.id))
      .where(and(eq(schema.cases.courtId, courtId), eq(schema.cases.id, row.id)));
  }
  return { complete: true };
}
