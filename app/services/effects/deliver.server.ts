import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { OutgoingMail } from "~/adapters/mail.server";
import type { OutgoingSms, SmsSender } from "~/adapters/sms.server";
import { maskEmail, maskPhone } from "~/domain/intake/mask";
import type { Deps } from "../deps.server";
import { postKey } from "../post.server";

type About = {
  readonly courtId: string;
  readonly caseId: string;
  readonly invitationId?: string | undefined;
  readonly noticeId: string;
  readonly contactPointId?: string | null;
};
type Row = typeof schema.deliveries.$inferSelect;
type Answer =
  | { readonly accepted: true; readonly messageId: string }
  | {
      readonly accepted: false;
      readonly permanent: boolean;
      readonly code: string;
      readonly messageId?: string;
    };

const rowOf = (deps: Deps, about: About, of: Pick<Row, "channel" | "key" | "addressMasked" | "status">) => ({
  courtId: about.courtId,
  id: uuidv7(),
  caseId: about.caseId,
  invitationId: about.invitationId ?? null,
  noticeId: about.noticeId,
  contactPointId: about.contactPointId ?? null,
  queuedAt: deps.clock.now(),
  ...of,
});

/**
 * Keeps delivery truth for a notice that has no address to go to. No record of its own, here and below: the act that
 * owed the message stands on the record, and this table is what became of it, kept by the same key.
 */
export async function noAddress(deps: Deps, about: About, key: string): Promise<void> {
  const row = rowOf(deps, about, { channel: "mail", key, addressMasked: "", status: "noAddress" });
  await deps.db.withCourt(about.courtId, (tx) =>
    tx.insert(schema.deliveries).values(row).onConflictDoNothing(),
  );
}

/**
 * Sends a message once: its key stands in `deliveries` before it goes and is marked when it went, so that a worker that
 * dies in between is taken over without a second message to somebody who has it (same key, same revision).
 * @throws where the next server did not take it but may later.
 */
async function deliver(
  deps: Deps,
  about: About,
  of: Pick<Row, "channel" | "key" | "addressMasked">,
  send: (row: Row) => Promise<Answer>,
): Promise<void> {
  const { courtId } = about;
  const d = schema.deliveries;
  const same = and(eq(d.courtId, courtId), eq(d.key, of.key));
  const row = await deps.db.withCourt(courtId, async (tx) => {
    await tx
      .insert(d)
      .values(rowOf(deps, about, { ...of, status: "queued" }))
      .onConflictDoNothing();
    const [found] = await tx.select().from(d).where(same);
    return found;
  });
  if (row?.status !== "queued") return;
  const answer = await send(row);
  const now = deps.clock.now();
  const outcome = answer.accepted
    ? { status: "sent" as const, messageId: answer.messageId, sentAt: now, changedAt: now, detail: null }
    : {
        status: answer.permanent ? ("failed" as const) : ("queued" as const),
        messageId: answer.messageId ?? null,
        detail: answer.code,
        changedAt: now,
      };
  await deps.db.withCourt(courtId, (tx) =>
    tx
      .update(d)
      .set({ ...outcome, attempts: row.attempts + 1 })
      .where(same),
  );
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
