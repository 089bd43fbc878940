import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { addressee, caseMailbox } from "./addressees.server";
import { type Handler, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";
import { sessionCard } from "./session-card.server";
import { sessionCalendar, sessionFacts, sessionWording } from "./session-letter.server";
import { verifyPage } from "./verify-page.server";

/** Tells whoever proposed another time that the session stays where it is (iTIP DECLINECOUNTER). */
export const declineCounter: Handler = async (deps, job) => {
  const { courtId } = job;
  const i = schema.invitations;
  const found = await deps.db.withCourt(courtId, async (tx) => {
    const [invitation] = await tx
      .select()
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.id, textOf(job, "invitationId"))));
    // Meanwhile cancelled: he has been told that.
    if (invitation?.method !== "REQUEST") return null;
    const { sessionId, caseId } = invitation;
    return {
      invitation,
      card: await sessionCard(tx, courtId, sessionId, caseId),
      to: await addressee(tx, deps, invitation),
    };
  });
  if (!found) return;
  const { invitation, card, to } = found;
  const { caseId } = invitation;
  const links = { answer: null, own: null, verify: verifyPage(deps) };
  const organizer = caseMailbox(deps, card.court.name, courtId, caseId);
  await postNotice(deps, card.court, {
    key: `declineCounter:${textOf(job, "proposalId")}`,
    kind: "other",
    courtId,
    caseId,
    invitationId: invitation.id,
    sequence: invitation.sequence,
    to,
    facts: sessionFacts(card, to),
    words: (code) => {
      const wording = sessionWording({ card, to, kind: "declined", before: null, links }, code);
      const declining = { ...invitation, method: "DECLINECOUNTER" as const, updatedAt: deps.clock.now() };
      return {
        ...wording,
        calendar: sessionCalendar({ card, to, invitation: declining, organizer, links }, wording.lines),
      };
    },
  });
};
