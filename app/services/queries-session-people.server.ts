import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { partiesOfCase } from "./case-head.server";
import { NotFound } from "./command.server";
import { repliesOf } from "./invitation-replies.server";
import { isoOrNull } from "./iso.server";
import { lawyersBeside } from "./lawyers-beside.server";
import { query } from "./query.server";
import { caseIdsOfSession } from "./session-cases.server";
import { participantsOf, peopleOfSession, recipientIn } from "./session-people.server";
import { sessionPlaced } from "./session-row.server";

const idText = z.string().uuid("idMalformed");

/**
 * Who is to come to a session and what each has answered; who of its cases was excused; and lawyers of the roster who
 * could join this once, whoever is free then first. Without `resourceId`: an organisation that is told but whose time is
 * nobody's. `version` is what a change made from this page names. Instants ISO in UTC.
 * @throws NotFound (404) where the session is not one of the case
 */
export const sessionPeopleQuery = query({
  name: "session-people",
  ability: "book-session",
  input: z.object({ caseId: idText, sessionId: idText }),
  run: async (question) => {
    const { tx, courtId, input, theCase } = question;
    const { session, booking } = await sessionPlaced(tx, courtId, input.sessionId);
    const caseIds = await caseIdsOfSession(tx, courtId, session.id);
    if (!caseIds.includes(theCase().id)) throw new NotFound("session");
    const c = schema.cases;
    const cases = await tx
      .select()
      .from(c)
      .where(and(eq(c.courtId, courtId), inArray(c.id, caseIds)));
    const own = await participantsOf(tx, courtId, cases);
    const coming = await peopleOfSession(tx, courtId, cases, session.id);
    const comes = new Set(coming.map((one) => one.resourceId));
    const i = schema.invitations;
    const invitations = await tx
      .select()
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.sessionId, session.id)));
    const replies = await repliesOf(question, invitations);
    const answersOf = (recipientIds: readonly string[]) =>
      invitations
        .filter((each) => recipientIds.includes(each.recipientId) && each.method === "REQUEST")
        .map((each) => ({
          caseId: each.caseId,
          recipientId: each.recipientId,
          number: cases.find((row) => row.id === each.caseId)?.caseNo ?? null,
          reply: each.reply,
          how: each.replyHow,
          repliedAt: isoOrNull(each.repliedAt),
          /** What was answered before to this revision, the newest first. */
          earlier: replies
            .filter((one) => one.invitationId === each.id && one.sequence === each.sequence)
            .slice(1)
            .map(({ reply, how, at }) => ({ reply, how, at })),
        }));
    const idsOf = (one: (typeof own)[number]) => [
      one.recipientId,
      ...caseIds.map((id) => recipientIn(one, id).recipientId),
    ];
    const shown = (one: (typeof own)[number]) => ({
      resourceId: one.resourceId,
      kind: one.recipientKind,
      name: one.label,
      nameEn: one.labelEn,
      answers: answersOf(idsOf(one)),
    });
    // An organisation without an agent has no time that could be claimed, yet it is invited and answers.
    const known = new Set([...own, ...coming].flatMap(idsOf));
    const parties = (await Promise.all(caseIds.map((id) => partiesOfCase(tx, courtId, id)))).flat();
    const timeless = parties
      .filter((party) => !known.has(party.id) && answersOf([party.id]).length > 0)
      .map(({ id, name }) => ({
        resourceId: null,
        kind: "party" as const,
        name,
        nameEn: "",
        answers: answersOf([id]),
      }));
    return {
      version: session.version,
      isOn: session.status === "planned" && booking?.status === "booked",
      coming: [...coming.map(shown), ...timeless],
      excused: own.filter((one) => !comes.has(one.resourceId)).map(shown),
      lawyers: await lawyersBeside(question, booking?.during ?? null, comes),
    };
  },
});
