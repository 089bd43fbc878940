import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { NoticeFacts, NoticeKind } from "#db/schema/correspondence";
import type { OutgoingMail } from "~/adapters/mail.server";
import { maskName } from "~/domain/intake/mask";
import type { SendingChannel } from "~/domain/notices/channels";
import { noticeCode } from "~/domain/notices/notice-code";
import type { Deps } from "../deps.server";
import { place } from "../personal.server";
import { type Addressee, type Court, caseMailbox } from "./addressees.server";
import { deliverMail, deliverSms, noAddress, openDelivery } from "./deliver.server";
import { letterHtml } from "./letter.server";

/** The words of a notice; every channel says the same. */
export type Wording = {
  readonly subject: string;
  /** Paragraphs; a line that is nothing but a link becomes one. */
  readonly lines: readonly string[];
  /** Complete without its link; none for staff. */
  readonly sms?: string;
  /** What of the text differs from message to message, for a gateway that keeps the rest as a template. */
  readonly smsParams?: Readonly<Record<string, string>>;
  /** For the recipient's address, which no other object may name. */
  readonly calendar?: (address: string) => NonNullable<OutgoingMail["calendar"]>;
};

export type Notice = {
  /** The same for every attempt; another revision is another notice. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly courtId: string;
  readonly caseId: string;
  readonly invitationId?: string;
  readonly sequence?: number;
  readonly to: Addressee;
  /** What the page on which codes are checked shows of it. */
  readonly facts: NoticeFacts;
  /** `code` proves it, as it is kept (writtenCode for print). */
  readonly words: (code: string) => Wording;
};

type NoticeRow = typeof schema.notices.$inferSelect;

/** Keeps the notice once: what was said to whom, sealed, and the code by which anybody can check it. */
async function keepNotice(
  deps: Deps,
  notice: Notice,
): Promise<{ row: Pick<NoticeRow, "id" | "code">; wording: Wording }> {
  const { courtId, to } = notice;
  const code = noticeCode(deps.secrets.blindIndex("notice code", `${courtId}:${notice.key}`));
  const t = schema.notices;
  const known = and(eq(t.courtId, courtId), eq(t.key, notice.key));
  const [earlier] = await deps.db.withCourt(courtId, (tx) =>
    tx.select({ id: t.id, code: t.code }).from(t).where(known),
  );
  const row = earlier ?? { id: uuidv7(), code };
  const wording = notice.words(row.code);
  if (!earlier) {
    const sealed = deps.secrets.seal(wording.lines.join("\n\n"), place("notices", "sealed", row.id));
    await deps.db.withCourt(courtId, async (tx) => {
      await tx.insert(schema.noticeCodes).values({ code, courtId }).onConflictDoNothing();
      await tx
        .insert(t)
        .values({
          courtId,
          id: row.id,
          caseId: notice.caseId,
          invitationId: notice.invitationId ?? null,
          sequence: notice.sequence ?? 0,
          kind: notice.kind,
          code,
          recipientKind: to.kind,
          recipientId: to.id,
          recipientMasked: maskName(to.name),
          locale: to.locale,
          facts: notice.facts,
          sealed,
          byId: "notices",
          key: notice.key,
          createdAt: deps.clock.now(),
        })
        .onConflictDoNothing();
    });
  }
  return { row, wording };
}

/** Sends a notice by every channel on which its recipient is reached; the same notice twice goes once. */
export async function postNotice(deps: Deps, court: Pick<Court, "name">, notice: Notice): Promise<void> {
  const { to, key } = notice;
  const { row, wording } = await keepNotice(deps, notice);
  const post = { deps, court, notice, row, wording, key };
  // Each way is tried, whatever became of the other.
  const [mail, sms] = [await settled(byMail(post)), await settled(bySms(post))];
  if (!to.mail && !(to.mobile && wording.sms && deps.sms)) await noAddress(deps, about(post), key);
  for (const one of [mail, sms]) if (one) throw one.failure;
}

/** Sends it once more by one way, as a delivery of its own; `round` tells it from those before. */
export async function postAgain(
  deps: Deps,
  court: Pick<Court, "name">,
  notice: Notice,
  { channel, round }: { channel: SendingChannel; round: string },
): Promise<void> {
  const { row, wording } = await keepNotice(deps, notice);
  const post = { deps, court, notice, row, wording, key: `${notice.key}:${round}` };
  const { to, courtId } = notice;
  if (channel === "mail" && to.mail) await byMail(post);
  else if (channel === "sms" && to.mobile) await bySms(post);
  else if (channel !== "paper") await noAddress(deps, about(post), post.key);
  else
    await deps.db.withCourt(courtId, (tx) =>
      openDelivery(tx, deps, about(post), {
        channel: "paper",
        key: paperKey(notice.key),
        addressMasked: "",
        status: "queued",
      }),
    );
}

/** A notice has one letter; a second one is the same letter printed again. */
export const paperKey = (noticeKey: string): string => `${noticeKey}:paper`;

type Post = {
  readonly deps: Deps;
  readonly court: Pick<Court, "name">;
  readonly notice: Notice;
  readonly row: Pick<NoticeRow, "id">;
  readonly wording: Wording;
  /** Of the delivery. */
  readonly key: string;
};

const settled = (work: Promise<void>): Promise<{ failure: unknown } | null> =>
  work.then(
    () => null,
    (failure: unknown) => ({ failure }),
  );

const about = ({ notice, row }: Post, contactPointId?: string | null) => ({
  courtId: notice.courtId,
  caseId: notice.caseId,
  invitationId: notice.invitationId,
  noticeId: row.id,
  contactPointId: contactPointId ?? null,
});

async function byMail(post: Post): Promise<void> {
  const { deps, court, notice, wording, key } = post;
  const { to, courtId, caseId } = notice;
  if (!to.mail) return;
  await deliverMail(deps, about(post, to.mail.contactPointId), {
    key,
    to: { name: to.name, address: to.mail.address },
    from: caseMailbox(deps, court.name, courtId, caseId),
    subject: wording.subject,
    text: `${wording.lines.join("\n\n")}\n`,
    html: letterHtml(wording.lines, to.locale),
    ...(wording.calendar && { calendar: wording.calendar(to.mail.address) }),
  });
}

async function bySms(post: Post): Promise<void> {
  const { deps, notice, wording, key } = post;
  const { mobile } = notice.to;
  if (!mobile || !wording.sms || !deps.sms) return;
  const message = {
    key,
    to: mobile.address,
    text: wording.sms,
    template: `${notice.kind === "other" ? "case.notice" : `session.${notice.kind}`}.${notice.to.locale}`,
    params: wording.smsParams ?? {},
  };
  await deliverSms(deps, deps.sms, about(post, mobile.contactPointId), message);
}
