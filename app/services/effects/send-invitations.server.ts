import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import type { Deps } from "../deps.server";
import { partyLink } from "../party-links.server";
import { addressee, caseMailbox } from "./addressees.server";
import { type Handler, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";
import { type Invitation, kindOf, sessionCard, toldBefore } from "./session-card.server";
import { sessionCalendar, sessionFacts, sessionWording } from "./session-letter.server";
import { verifyPage } from "./verify-page.server";

/** One recipient's revision of a session, as a notice. */
async function tell(deps: Deps, invitation: Invitation): Promise<void> {
  const { courtId, sessionId, caseId } = invitation;
  const key = `invitation:${invitation.id}:${invitation.sequence}`;
  const { card, to, before } = await deps.db.withCourt(courtId, async (tx) => ({
    card: await sessionCard(tx, courtId, sessionId, caseId),
    to: await addressee(tx, deps, invitation),
    before: await toldBefore(tx, invitation, key),
  }));
  const answer = to.party
    ? await partyLink(deps, courtId, { caseId, partyId: to.party.id, side: to.party.side })
    : `${deps.publicUrl}/cases/${caseId}`;
  const kind = kindOf(invitation, card, before);
  const links = { answer: invitation.method === "CANCEL" ? null : answer, verify: verifyPage(deps) };
  const organizer = caseMailbox(deps, card.court.name, courtId, caseId);
  await postNotice(deps, card.court, {
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
      return {
        ...wording,
        calendar: sessionCalendar({ card, to, invitation, organizer, links }, wording.lines),
      };
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
  for (const invitation of owed) await tell(deps, invitation);
};
