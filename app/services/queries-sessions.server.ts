import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { can } from "~/domain/policy/can";
import { agreementView } from "./agreement-view.server";
import { caseHead } from "./case-head.server";
import { namesOfPeople } from "./case-people.server";
import { chancesOf } from "./chances.server";
import { clocksView } from "./clocks-view.server";
import { type CaseRow, Forbidden, NotFound } from "./command.server";
import { openProposals } from "./counter-proposals.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { factsOf } from "./facts.server";
import { factsView } from "./facts-view.server";
import { iso, isoOrNull } from "./iso.server";
import { isInCircle } from "./mediation-circle.server";
import { type Question, query } from "./query.server";
import { relationsTo } from "./relations.server";
import { sessionPlaced } from "./session-row.server";

type At = Question<{ sessionId: string }>;

async function sessionShown({ tx, courtId, input }: At) {
  const { session, booking, room } = await sessionPlaced(tx, courtId, input.sessionId);
  const names = await namesOfPeople(tx, courtId, [
    session.mediatorId,
    ...(session.lawyerId ? [session.lawyerId] : []),
  ]);
  return {
    sessionId: session.id,
    status: session.status,
    mode: session.mode,
    bookingStatus: booking?.status ?? null,
    startAt: booking ? iso(booking.during.start) : null,
    endAt: booking ? iso(booking.during.end) : null,
    holdUntil: isoOrNull(booking?.holdUntil),
    openedAt: isoOrNull(session.openedAt),
    endedAt: isoOrNull(session.endedAt),
    room: room
      ? { id: room.id, name: room.name, nameEn: room.nameEn, place: room.place, placeEn: room.placeEn }
      : null,
    mediator: names.get(session.mediatorId) ?? null,
    lawyer: session.lawyerId ? (names.get(session.lawyerId) ?? null) : null,
  };
}

/** One case of the session: who came, what each said to the invitation, facts, terms, papers. */
async function caseShown(
  question: At,
  row: CaseRow,
  link: { outcome: string | null; nextStep: string | null },
) {
  const { tx, courtId, actor, input } = question;
  const head = await caseHead(tx, row);
  const a = schema.attendances;
  const attendances = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, courtId), eq(a.sessionId, input.sessionId), eq(a.caseId, row.id)));
  const i = schema.invitations;
  const replies = await tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.sessionId, input.sessionId), eq(i.caseId, row.id)));
  // The clerk who keeps the record reads no reasons, and only what is signed: he serves the judge too.
  const inCircle = isInCircle(actor);
  const agreement = await agreementView(tx, row, head);
  const own = { ...question, relations: await relationsTo(tx, actor, row) };
  return {
    caseId: row.id,
    registrationNo: row.registrationNo,
    caseNo: row.caseNo,
    stage: row.stage,
    cause: { zh: head.cause.zh, en: head.cause.en },
    amountFen: row.amountFen,
    claims: row.claims,
    orgId: row.orgId,
    orgName: head.org?.name ?? null,
    outcome: link.outcome,
    nextStep: link.nextStep,
    parties: head.parties.map((party) => {
      const came = attendances.find((one) => one.partyId === party.id);
      const ids = [party.id, ...party.agents.map((agent) => agent.id)];
      return {
        partyId: party.id,
        side: party.side,
        name: party.name,
        kind: party.kind,
        idMasked: party.idMasked,
        needs: party.needs,
        agents: party.agents.map(({ id, name, unit, authority }) => ({ agentId: id, name, unit, authority })),
        attendance: came
          ? {
              status: came.status,
              identityChecked: came.identityChecked,
              agentId: came.agentId,
              arrivedAt: isoOrNull(came.arrivedAt),
            }
          : null,
        replies: replies
          .filter((one) => ids.includes(one.recipientId))
          .map((one) => ({
            recipientId: one.recipientId,
            recipientKind: one.recipientKind,
            reply: one.reply,
            reason: inCircle ? one.replyReason : null,
            how: one.replyHow,
            repliedAt: isoOrNull(one.repliedAt),
          })),
      };
    }),
    facts: (await factsView(tx, row, head)).filter((fact) => inCircle || fact.undisputed),
    agreement: inCircle || agreement?.effectiveAt ? agreement : null,
    documents: (await readableDocuments(tx, actor, row)).map(documentShown),
    clocks: await clocksView(question, row),
    next: chancesOf(own, await factsOf(question, row)),
  };
}

/**
 * The mediator's page of one session, with the cases of it that the reader may see: each keeps its own secrecy. What is
 * only proposed in it is for the mediation alone. Instants ISO in UTC.
 * @throws NotFound (404) for a session that does not serve the case, Forbidden (403) for whoever was not in the room
 */
export const sessionPageQuery = query({
  name: "session-page",
  ability: "view-case",
  input: z.object({ caseId: z.string().uuid("idMalformed"), sessionId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, actor, courtId, input } = question;
    const role = actor.kind === "user" ? actor.role : null;
    // The clerk who keeps the minutes sits in the room.
    if (actor.kind === "party" || (!isInCircle(actor) && role !== "courtClerk" && role !== "judgeAssistant"))
      throw new Forbidden("session-page");
    const sc = schema.sessionCases;
    const c = schema.cases;
    const links = await tx
      .select({ row: c, outcome: sc.outcome, nextStep: sc.nextStep })
      .from(sc)
      .innerJoin(c, and(eq(c.courtId, sc.courtId), eq(c.id, sc.caseId)))
      .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, input.sessionId)))
      .orderBy(asc(sc.ordinal));
    if (!links.some((one) => one.row.id === question.theCase().id)) throw new NotFound("session");
    const cases = [];
    for (const link of links)
      if (can(actor, "view-case", await relationsTo(tx, actor, link.row)).ok)
        cases.push(await caseShown(question, link.row, link));
    // What somebody proposes, and why, is for whoever leads the session.
    const proposals = isInCircle(actor) ? await openProposals(question, input.sessionId) : [];
    return { session: await sessionShown(question), cases, proposals };
  },
});
