import { and, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { invitationFile } from "~/adapters/invitation-file";
import { formatFor } from "~/i18n/format";
import * as notices from "~/i18n/notices";
import { type Text, textFor } from "~/i18n/text";
import type { Deps } from "../deps.server";
import { iso } from "../iso.server";
import { partyLink } from "../party-links.server";
import { arrivalsAt } from "../session-arrivals.server";
import { type Addressee, addressee, caseAndCourt, caseMailbox } from "./addressees.server";
import { deliverMail, noAddress } from "./deliver.server";
import { type Handler, textOf } from "./job.server";
import { letterHtml } from "./letter.server";

type Invitation = typeof schema.invitations.$inferSelect;

/** Everything the message says, read once; nothing of the other side is in it. */
async function sessionCard(tx: Tx, courtId: string, sessionId: string, caseId: string) {
  const s = schema.sessions;
  const b = schema.bookings;
  const [session] = await tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)));
  const bookings = await tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId)))
    .orderBy(b.createdAt);
  const booking = bookings.find((one) => one.status === "booked") ?? bookings.at(-1);
  const { row, court } = await caseAndCourt(tx, courtId, caseId);
  const r = schema.rooms;
  const [room] = session?.roomId
    ? await tx
        .select()
        .from(r)
        .where(and(eq(r.courtId, courtId), eq(r.id, session.roomId)))
    : [];
  const m = schema.rosterMembers;
  const [mediator] = session
    ? await tx
        .select({ name: m.name })
        .from(m)
        .where(and(eq(m.courtId, courtId), eq(m.personId, session.mediatorId)))
    : [];
  if (!session || !booking) throw new Error("the session to be told of is gone");
  return {
    session,
    during: booking.during,
    arrivals: await arrivalsAt(tx, { courtId, sessionId, caseId, during: booking.during }),
    court,
    number: row.registrationNo,
    room: room ?? null,
    mediator: mediator?.name ?? "",
  };
}
type Card = Awaited<ReturnType<typeof sessionCard>>;

function whereWords({ session, court, room }: Card, t: Text<typeof notices.zh>): string {
  if (session.mode === "phone") return t("placePhone", { phone: court.phone });
  if (session.mode === "video" || session.mode === "videoSplit") return t("placeVideo");
  return t("place", { place: session.place ?? `${room?.name ?? ""}，${room?.place ?? ""}` });
}

function lines(card: Card, invitation: Invitation, to: Addressee, link: string | null): string[] {
  const t = textFor("zh-CN", notices);
  const format = formatFor("zh-CN");
  const cancelled = invitation.method === "CANCEL";
  const staff = to.staff;
  const intro = cancelled
    ? t("introCancelled")
    : invitation.sequence > 0
      ? t("introMoved")
      : staff
        ? t("introStaff")
        : t("introInvite");
  const arrival = card.arrivals(to.party?.id ?? null);
  const start = iso(arrival.startAt);
  const end = iso(card.during.end);
  const arrive = arrival.arriveAt < arrival.startAt ? iso(arrival.arriveAt) : null;
  const waiting = arrival.waitingRoom;
  const common = [
    t("greeting", { name: to.name }),
    intro,
    t("when", { when: format.range(start, end) }),
    whereWords(card, t),
    ...(arrive && !cancelled
      ? [
          t("arrive", { at: format.time(arrive) }),
          ...(waiting ? [t("waitIn", { place: `${waiting.name}，${waiting.place}` })] : []),
        ]
      : []),
    t("number", { number: card.number }),
  ];
  const party =
    cancelled || staff ? [] : [t("mediator", { name: card.mediator }), t("bring"), t("absence"), t("answer")];
  return [
    ...common,
    ...party,
    ...(link && !cancelled ? [link] : []),
    t("verify", { phone: card.court.phone }),
    t("address", { address: card.court.address }),
    t("office", { court: card.court.name }),
  ];
}

async function sendOne(deps: Deps, invitation: Invitation): Promise<void> {
  const { courtId, sessionId, caseId } = invitation;
  const { card, to } = await deps.db.withCourt(courtId, async (tx) => ({
    card: await sessionCard(tx, courtId, sessionId, caseId),
    to: await addressee(tx, deps, invitation),
  }));
  const key = `invitation:${invitation.id}:${invitation.sequence}`;
  const about = { courtId, caseId, invitationId: invitation.id };
  if (!to.address) return noAddress(deps, about, key);
  const link = to.party
    ? await partyLink(deps, courtId, { caseId, partyId: to.party.id, side: to.party.side })
    : `${deps.publicUrl}/cases/${caseId}`;
  const t = textFor("zh-CN", notices);
  const text = lines(card, invitation, to, link);
  const cancelled = invitation.method === "CANCEL";
  const organizer = caseMailbox(deps, card.court.name, courtId, caseId);
  const names = { court: card.court.shortName, number: card.number };
  await deliverMail(deps, about, {
    key,
    to: { name: to.name, address: to.address },
    from: organizer,
    subject: cancelled
      ? t("subjectCancelled", names)
      : invitation.sequence > 0
        ? t("subjectMoved", names)
        : t("subjectInvite", names),
    text: `${text.join("\n\n")}\n`,
    html: letterHtml(text),
    calendar: {
      method: invitation.method,
      bytes: invitationFile({
        method: invitation.method,
        uid: invitation.uid,
        sequence: invitation.sequence,
        dtstamp: invitation.updatedAt,
        start: card.arrivals(to.party?.id ?? null).startAt,
        end: card.during.end,
        summary: t("summary", { number: card.number }),
        description: text.join("\n"),
        location:
          card.session.mode === "onsite"
            ? `${card.court.name}${card.room ? ` ${card.room.name} ${card.room.place}` : ""}`
            : (card.session.place ?? card.court.name),
        organizer,
        attendee: { name: to.name, address: to.address },
        url: link,
        status: cancelled ? "CANCELLED" : "CONFIRMED",
      }),
    },
  });
}

/** Tells everybody of this case who is owed the revision; a revision overtaken by a newer one is left to that one. */
export const sendInvitations: Handler = async (deps, job) => {
  const i = schema.invitations;
  const sessionId = job.payload.sessionId;
  if (typeof sessionId !== "string") return;
  const owed = await deps.db.withCourt(job.courtId, (tx) =>
    tx
      .select()
      .from(i)
      .where(
        and(
          eq(i.courtId, job.courtId),
          eq(i.sessionId, sessionId),
          eq(i.caseId, textOf(job, "caseId")),
          eq(i.sequence, Number(job.payload.sequence)),
        ),
      )
      .orderBy(i.id),
  );
  for (const invitation of owed) await sendOne(deps, invitation);
};
