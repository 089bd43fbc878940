import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema } from "#db/client";
import * as page from "~/i18n/session-page";
import { textFor } from "~/i18n/text";
import { addContact } from "~/services/add-contact.server";
import { addressee, caseMailbox } from "~/services/effects/addressees.server";
import { receiveMail } from "~/services/receive-mail.server";
import { ics, mail } from "../services/inbound-messages";
import { enter } from "./keys";
import { button, COURT, go, type Seat } from "./seat";
import type { Site } from "./site";
import { as, does, type ReadyCase, type ReadySide } from "./steps-scheduling";

const MX = "mx.court.example";

/** A side proposes another time from its calendar, and its mail comes in by the court's own mail server. */
export async function proposeByMail(
  site: Site,
  { caseId }: ReadyCase,
  { partyId }: ReadySide,
  startAt: DateTime,
): Promise<string> {
  const { deps } = site;
  const contact = { kind: "email", value: `${partyId}@party.example` };
  await does(site, as("clerk", "clerk"), addContact, { caseId, partyId, ...contact });
  const i = schema.invitations;
  const found = await deps.db.withCourt(COURT, async (tx) => {
    const [invitation] = await tx
      .select()
      .from(i)
      .where(and(eq(i.courtId, COURT), eq(i.recipientId, partyId), eq(i.method, "REQUEST")));
    return invitation && { invitation, to: await addressee(tx, deps, invitation) };
  });
  if (!found?.to.mail) throw new Error("the side has no mailbox");
  const stamp = (at: DateTime) => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
  const of = {
    uid: found.invitation.uid,
    sequence: found.invitation.sequence,
    address: found.to.mail.address,
    mailbox: caseMailbox(deps, "", COURT, found.invitation.caseId).address,
    start: stamp(startAt),
    end: stamp(startAt.plus({ minutes: 45 })),
  };
  const raw = mail(of, ics(of, { method: "COUNTER" }), {
    headers: [`Authentication-Results: ${MX}; dmarc=pass header.from=party.example`],
  });
  const taken = await receiveMail(deps, COURT, Buffer.from(raw), { source: "api", trusted: MX });
  if (!taken.ok || taken.outcome !== "counter") throw new Error(JSON.stringify(taken));
  return found.invitation.sessionId;
}

/** The mediator finds it on the session's page and takes it. */
export async function acceptProposal(seat: Seat, sessionId: string): Promise<void> {
  await go(seat, `/sessions/${sessionId}`);
  await enter(seat, button(seat, textFor(seat.locale, page)("proposal.accept")), /done=acceptCounter/);
}
