import { and, eq, isNull } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { MailboxFault } from "~/domain/notices/mailbox-faults";
import { allCourts } from "./all-courts.server";
import type { Deps } from "./deps.server";
import { inboundActor } from "./inbound-actor.server";
import { actorIdOf, record } from "./record.server";
import { closeTask, openTask } from "./tasks.server";

const KIND = "mailboxDown";

/** The outages that somebody is told of in a court and that are not over. */
async function openOutages(tx: Tx, courtId: string): Promise<string[]> {
  const t = schema.tasks;
  const rows = await tx
    .select({ key: t.key })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.kind, KIND), isNull(t.doneAt)));
  return rows.map((row) => row.key);
}

/** Tells every court, whose answers all lie in the one mailbox; an outage that a court knows of is told once. */
export async function tellOutage(deps: Deps, fault: MailboxFault): Promise<void> {
  const now = deps.clock.now();
  for (const courtId of await allCourts(deps))
    await deps.db.withCourt(courtId, async (tx) => {
      if ((await openOutages(tx, courtId)).length) return;
      await openTask(tx, {
        courtId,
        kind: KIND,
        key: `${KIND}:${now.toMillis()}`,
        data: { code: fault },
        openedAt: now,
      });
      await record(tx, inboundActor(courtId), now, { verb: "read-mailbox", data: { fault } });
    });
}

/** The mailbox can be read again: what was told of it is settled. */
export async function tellRecovery(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  for (const courtId of await allCourts(deps)) {
    const actor = inboundActor(courtId);
    await deps.db.withCourt(courtId, async (tx) => {
      const keys = await openOutages(tx, courtId);
      for (const key of keys)
        await closeTask(tx, { courtId, key, now, byId: actorIdOf(actor), outcome: "works" });
      if (keys.length) await record(tx, actor, now, { verb: "read-mailbox", data: { fault: null } });
    });
  }
}
