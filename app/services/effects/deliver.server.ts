import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { OutgoingMail } from "~/adapters/mail.server";
import { maskEmail } from "~/domain/intake/mask";
import type { Deps } from "../deps.server";
import { mailKey } from "../post.server";

type About = { courtId: string; caseId: string; invitationId?: string };

/**
 * Keeps delivery truth for a message that has no address to go to. No record of its own, here and below: the act that
 * owed the message stands on the record, and this table is what became of it, kept by the same key.
 */
export async function noAddress(deps: Deps, about: About, key: string): Promise<void> {
  await deps.db.withCourt(about.courtId, (tx) =>
    tx
      .insert(schema.deliveries)
      .values({
        courtId: about.courtId,
        id: uuidv7(),
        caseId: about.caseId,
        invitationId: about.invitationId ?? null,
        channel: "mail",
        key,
        addressMasked: "",
        status: "noAddress",
        queuedAt: deps.clock.now(),
      })
      .onConflictDoNothing(),
  );
}

/**
 * Sends one mail once: its key stands in `deliveries` before it goes and is marked when it went, so that a worker that
 * dies in between is taken over without a second message to a mailbox that has it (same Message-ID, same revision).
 */
export async function deliverMail(
  deps: Deps,
  about: About,
  message: Omit<OutgoingMail, "key" | "at"> & { key: string },
): Promise<void> {
  const { courtId } = about;
  const now = deps.clock.now();
  const d = schema.deliveries;
  const same = and(eq(d.courtId, courtId), eq(d.key, message.key));
  const row = await deps.db.withCourt(courtId, async (tx) => {
    await tx
      .insert(d)
      .values({
        courtId,
        id: uuidv7(),
        caseId: about.caseId,
        invitationId: about.invitationId ?? null,
        channel: "mail",
        key: message.key,
        addressMasked: maskEmail(message.to.address),
        status: "queued",
        queuedAt: now,
      })
      .onConflictDoNothing();
    const [found] = await tx.select().from(d).where(same);
    return found;
  });
  if (!row || row.status === "sent") return;
  const answer = await deps.mailer.send({ ...message, key: mailKey(courtId, message.key), at: row.queuedAt });
  const outcome = answer.accepted
    ? {
        status: "sent" as const,
        messageId: answer.messageId,
        sentAt: deps.clock.now(),
        attempts: row.attempts + 1,
        detail: null,
      }
    : {
        status: answer.permanent ? ("failed" as const) : ("queued" as const),
        messageId: answer.messageId,
        attempts: row.attempts + 1,
        detail: answer.code,
      };
  await deps.db.withCourt(courtId, (tx) => tx.update(d).set(outcome).where(same));
  if (!answer.accepted && !answer.permanent) throw new Error(`mail not accepted: ${answer.code}`);
}
