import { answerLink } from "../answer-links.server";
import type { Deps } from "../deps.server";
import { partyLink } from "../party-links.server";
import { type Addressee, addressee, type Court, caseMailbox } from "./addressees.server";
import type { Notice } from "./post-notice.server";
import { type Invitation, kindOf, type SessionCard, sessionCard, toldBefore } from "./session-card.server";
import { type Links, sessionCalendar, sessionFacts, sessionWording } from "./session-letter.server";
import { verifyPage } from "./verify-page.server";

export type SessionNotice = {
  readonly card: SessionCard;
  readonly court: Pick<Court, "name">;
  readonly to: Addressee;
  readonly notice: Notice;
};

export const revisionKey = (of: Pick<Invitation, "id" | "sequence">) => `invitation:${of.id}:${of.sequence}`;

/** What asks nothing leads nowhere but to where codes are checked. */
async function linksFor(
  deps: Deps,
  invitation: Invitation,
  { party }: Pick<Addressee, "party">,
  { endAt }: Pick<SessionCard, "endAt">,
): Promise<Links> {
  const { courtId, caseId } = invitation;
  const verify = verifyPage(deps);
  if (invitation.method === "CANCEL") return { answer: null, own: null, verify };
  if (!party) return { answer: `${deps.publicUrl}/cases/${caseId}`, own: null, verify };
  return {
    answer: await answerLink(deps, invitation, { party, endAt }),
    own: await partyLink(deps, courtId, { caseId, partyId: party.id, side: party.side }),
    verify,
  };
}

/** One recipient's revision of a session as a notice; or with a key of its own a reminder, which is no calendar object. */
export async function sessionNotice(
  deps: Deps,
  invitation: Invitation,
  reminderKey?: string,
): Promise<SessionNotice> {
  const { courtId, sessionId, caseId } = invitation;
  const key = reminderKey ?? revisionKey(invitation);
  const { card, to, before } = await deps.db.withCourt(courtId, async (tx) => ({
    card: await sessionCard(tx, courtId, sessionId, caseId),
    to: await addressee(tx, deps, invitation),
    before: await toldBefore(tx, invitation, key),
  }));
  const links = await linksFor(deps, invitation, to, card);
  const kind = reminderKey ? ("reminder" as const) : kindOf(invitation, card, before);
  const organizer = caseMailbox(deps, card.court.name, courtId, caseId);
  const notice: Notice = {
    key,
    kind,
    courtId,
    caseId,
    invitationId: invitation.id,
    sequence: invitation.sequence,
    to,
    facts: sessionFacts(card, to),
    words: (code) => {
      const wording = sessionWording({ card, to, kind, before, links }, code);
      if (reminderKey) return wording;
      return {
        ...wording,
        calendar: sessionCalendar({ card, to, invitation, organizer, links }, wording.lines),
      };
    },
  };
  return { card, court: card.court, to, notice };
}
