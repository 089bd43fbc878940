import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import type { OutgoingMail } from "~/adapters/mail.server";
import type { OutgoingSms, SmsSender } from "~/adapters/sms.server";
import { maskEmail, maskPhone } from "~/domain/intake/mask";
import { afterFailure } from "../delivery-failed.server";
import { keepStep, markDelivery } from "../delivery-state.server";
import type { Deps } from "../deps.server";
import { postKey } from "../post.server";
import { Postponed } from "./job.server";

export type About = {
  readonly courtId: string;
  readonly caseId: string;
  readonly invitationId?: string | undefined;
  readonly noticeId: string;
  readonly contactPointId?: string | null;
};
type Row = typeof schema.deliveries.$inferSelect;
type Fresh = Pick<Row, "channel" | "key" | "addressMasked" | "status">;
type Answer =
  | { readonly accepted: true; readonly messageId: string }
  | {
      readonly accepted: false;
      readonly permanent: boolean;
      readonly code: string;
      readonly messageId?: string;
      readonly retryAfterSeconds?: number;
    };

/** Whoever stands in the events for what the worker did. */
const JOB = "notices";

/** Keeps a delivery once by its key, with its first event; what stands there already is left as it is. */
export async function openDelivery(tx: Tx, deps: Deps, about: About, of: Fresh, byId = JOB): Promise<void> {
  const { courtId, caseId, noticeId } = about;
  const at = deps.clock.now();
  const [row] = await tx
    .insert(schema.deliveries)
    .values({
      courtId,
      id: uuidv7(),
      caseId,
      invitationId: about.invitationId ?? null,
      noticeId,
      contactPointId: about.contactPointId ?? null,
      queuedAt: at,
      ...of,
    })
    .onConflictDoNothing()
    .returning({ id: schema.deliveries.id });
  if (row) await keepStep(tx, { courtId, id: row.id, status: of.status, at, byId });
}

/**
 * Keeps delivery truth for a notice that has no address to go to. No record of its own, here and below: the act that
 * owed the message stands on the record, and this table is what became of it, kept by the same key.
 */
export async function noAddress(deps: Deps, about: About, key: string): Promise<void> {
  await deps.db.withCourt(about.courtId, (tx) =>
    openDelivery(tx, deps, about, { channel: "mail", key, addressMasked: "", status: "noAddress" }),
  );
}

/**
 * Sends a message once: its key stands in `deliveries` before it goes and is marked when it went, so that a worker that
 * dies in between is taken over without a second message to somebody who has it (same key, same revision).
 * @throws where the next server did not take it but may later; Postponed where it was not even asked.
 */
async function deliver(
  deps: Deps,
  about: About,
  of: Omit<Fresh, "status">,
  send: (row: Row) => Promise<Answer>,
): Promise<void> {
  const { courtId } = about;
  const d = schema.deliveries;
  const same = and(eq(d.courtId, courtId), eq(d.key, of.key));
  const row = await deps.db.withCourt(courtId, async (tx) => {
    await openDelivery(tx, deps, about, { ...of, status: "queued" });
    const [found] = await tx.select().from(d).where(same);
    return found;
  });
  if (row?.status !== "queued") return;
  const answer = await send(row);
  const at = deps.clock.now();
  if (!answer.accepted && answer.retryAfterSeconds)
    throw new Postponed(at.plus({ seconds: answer.retryAfterSeconds }));
  const status = answer.accepted ? "sent" : answer.permanent ? "failed" : "queued";
  await deps.db.withCourt(courtId, async (tx) => {
    await markDelivery(
      tx,
      { courtId, id: row.id, status, at, byId: JOB, detail: answer.accepted ? null : answer.code },
      {
        attempts: row.attempts + 1,
        messageId: answer.messageId ?? null,
        ...(answer.accepted && { sentAt: at }),
      },
    );
    if (!answer.accepted && answer.permanent)
      await afterFailure(tx, row, { code: answer.code, permanent: true, now: at });
  });
  if (!answer.accepted && !answer.permanent) throw new Error(`${of.channel} not accepted: ${answer.code}`);
}

export const deliverMail = (deps: Deps, about: About, message: Omit<OutgoingMail, "at">): Promise<void> =>
  deliver(
    deps,
    about,
    { channel: "mail", key: message.key, addressMasked: maskEmail(message.to.address) },
    (row) => deps.mailer.send({ ...message, key: postKey(about.courtId, message.key), at: row.queuedAt }),
  );

export const deliverSms = (
  deps: Deps,
  gateway: SmsSender,
  about: About,
  message: OutgoingSms,
): Promise<void> =>
  deliver(
    deps,
    about,
    { channel: "sms", key: `${message.key}:sms`, addressMasked: maskPhone(message.to) },
    () => gateway.send({ ...message, key: postKey(about.courtId, `${message.key}:sms`) }),
  );
