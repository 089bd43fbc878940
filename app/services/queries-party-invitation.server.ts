import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { Forbidden, NotFound } from "./command.server";
import { ownSessions } from "./party-sessions.server";
import { query } from "./query.server";

/**
 * One invitation as its recipient sees it behind an answer link: when and where, who mediates, his own answer, and of the
 * other side only whether everybody invited for it has said that it will come. Anything else it may have said is
 * "waiting": a refusal is the mediator's to know.
 * @throws NotFound (404) for another's invitation, and where the session is over or will not take place
 */
export const partyInvitationQuery = query({
  name: "party-invitation",
  ability: "view-case",
  input: z.object({ caseId: idText, invitationId: idText }),
  run: async (question) => {
    const { tx, actor, courtId, input, now } = question;
    if (actor.kind !== "party") throw new Forbidden("party-invitation");
    const row = question.theCase();
    const parties = await partiesOfCase(tx, courtId, row.id);
    const partyOf = new Map(
      parties.flatMap((party) => [party, ...party.agents].map((one) => [one.id, party] as const)),
    );
    const i = schema.invitations;
    const [mine] = await tx
      .select()
      .from(i)
      .where(
        and(
          eq(i.courtId, courtId),
          eq(i.id, input.invitationId),
          eq(i.caseId, row.id),
          eq(i.method, "REQUEST"),
        ),
      );
    if (!mine || partyOf.get(mine.recipientId)?.id !== actor.partyId) throw new NotFound("party-invitation");
    const sessions = await ownSessions(question, row, actor.partyId, [mine.recipientId]);
    const session = sessions.find((one) => one.sessionId === mine.sessionId);
    if (!session || session.isOver) throw new NotFound("party-invitation");
    const asked = await tx
      .select({ recipientId: i.recipientId, reply: i.reply })
      .from(i)
      .where(
        and(
          eq(i.courtId, courtId),
          eq(i.sessionId, mine.sessionId),
          eq(i.caseId, row.id),
          eq(i.method, "REQUEST"),
        ),
      );
    const others = asked.filter(({ recipientId }) => {
      const side = partyOf.get(recipientId)?.side;
      return side !== undefined && side !== actor.side;
    });
    const isComing = others.length > 0 && others.every((one) => one.reply === "accepted");
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    if (!court) throw new Error("the case's court is gone");
    const { replyReason, video: _behindTheSecret, invited: _sure, ...shown } = session;
    return {
      registrationNo: row.registrationNo,
      court: { name: court.name, nameEn: court.nameEn, address: court.address, phone: court.phone },
      sequence: mine.sequence,
      session: {
        ...shown,
        hasReason: replyReason !== null,
        /** Until this party's part begins it may change its mind. */
        canAnswer: session.startAt > (now.toUTC().toISO() ?? ""),
      },
      others: isComing ? ("coming" as const) : ("waiting" as const),
      zone: partyOf.get(mine.recipientId)?.zone ?? null,
    };
  },
});
