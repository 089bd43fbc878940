import { and, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { nextChannel, SENDING, type SendingChannel } from "~/domain/notices/channels";
import { writtenCode } from "~/domain/notices/notice-code";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import type { Deps } from "../deps.server";
import { place } from "../personal.server";
import { addressee, type Court, caseAndCourt } from "./addressees.server";
import { type Handler, textOf } from "./job.server";
import { type Notice, postAgain } from "./post-notice.server";
import { type Invitation, sessionCard } from "./session-card.server";
import { sessionNotice } from "./session-notice.server";

type NoticeRow = typeof schema.notices.$inferSelect;
type Rebuilt = { readonly court: Pick<Court, "name">; readonly notice: Notice };

async function kept(tx: Tx, courtId: string, noticeId: string) {
  const n = schema.notices;
  const i = schema.invitations;
  const d = schema.deliveries;
  const [row] = await tx
    .select({ notice: n, invitation: i })
    .from(n)
    .leftJoin(i, and(eq(i.courtId, n.courtId), eq(i.id, n.invitationId)))
    .where(and(eq(n.courtId, courtId), eq(n.id, noticeId)));
  const deliveries = await tx
    .select({ channel: d.channel })
    .from(d)
    .where(and(eq(d.courtId, courtId), eq(d.noticeId, noticeId)));
  return row ? { ...row, tried: deliveries.map((one) => one.channel) } : null;
}

/** A notice about a session, as long as nothing newer has replaced it and the session is still to come. */
async function ofSession(deps: Deps, row: NoticeRow, invitation: Invitation): Promise<Rebuilt | null> {
  if (invitation.sequence !== row.sequence) return null;
  const { courtId, sessionId, caseId } = invitation;
  const card = await deps.db.withCourt(courtId, (tx) => sessionCard(tx, courtId, sessionId, caseId));
  if (card.startAt <= (deps.clock.now().toUTC().toISO() ?? "")) return null;
  return sessionNotice(deps, invitation, row.kind === "reminder" ? row.key : undefined);
}

/** Any other notice says what it said: its kept text, to whoever was its recipient. */
async function asKept(deps: Deps, row: NoticeRow, caseId: string): Promise<Rebuilt | null> {
  const { courtId, recipientKind, recipientId } = row;
  if (recipientKind === "staff") return null;
  const { to, court } = await deps.db.withCourt(courtId, async (tx) => ({
    to: await addressee(tx, deps, { courtId, recipientKind, recipientId }),
    court: (await caseAndCourt(tx, courtId, caseId)).court,
  }));
  const lines = deps.secrets.openText(row.sealed, place("notices", "sealed", row.id)).split("\n\n");
  const t = textFor(row.locale, notices);
  const names = { court: row.locale === "en" ? court.nameEn : court.shortName, number: row.facts.number };
  const proof = { code: writtenCode(row.code), phone: court.phone };
  const words = () => ({
    subject: t("subjectNotice", names),
    lines,
    // The greeting comes first; what the notice is about stands in the line after it.
    sms: t("sms", { ...names, ...proof, what: lines[1] ?? "" }),
    smsParams: { ...names, ...proof, what: lines[1] ?? "" },
  });
  const { key, kind, facts } = row;
  return { court, notice: { key, kind, courtId, caseId, to, facts, words } };
}

/** Sends a notice once more, by the way that was asked for or by the next one; one that is overtaken stays unsent. */
export const sendAgain: Handler = async (deps, job) => {
  const { courtId } = job;
  const found = await deps.db.withCourt(courtId, (tx) => kept(tx, courtId, textOf(job, "noticeId")));
  if (!found) return;
  const { notice: row, invitation, tried } = found;
  const again = invitation
    ? await ofSession(deps, row, invitation)
    : await asKept(deps, row, textOf(job, "caseId"));
  if (!again?.notice.to.party) return;
  const { to } = again.notice;
  const asked = SENDING.find((one) => one === job.payload.channel);
  const channel: SendingChannel | null =
    asked ?? nextChannel({ tried, canText: to.mobile !== null && deps.sms !== null });
  if (channel) await postAgain(deps, again.court, again.notice, { channel, round: textOf(job, "round") });
};
