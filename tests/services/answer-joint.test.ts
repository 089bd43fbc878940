import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { sessionPeopleQuery } from "~/services/queries-session-people.server";
import { ask } from "~/services/query.server";
import { useAnswers } from "./answer-court";
import { addContactPoint } from "./contact-points";
import { addResource, caseInMediation } from "./court";
import { COURT, does } from "./journey";

const { s, drain, inThree, linkOf, says, sees, repliesTo } = useAnswers();

it("whoever is a party of several cases of one session answers for each as what he is there", async () => {
  const [own] = await s.c.owner<{ resource_id: string }[]>`
    select resource_id from parties where id = ${s.cast.claimantId}`;
  const resourceId = own?.resource_id ?? "";
  const second = await caseInMediation(s.c, {
    mediatorId: s.cast.mediatorId,
    claimantResource: resourceId,
    respondentResource: await addResource(s.c, "party"),
  });
  const parties = await s.c.owner<{ id: string; caseId: string }[]>`
    select id, case_id as "caseId" from parties where case_id in (${s.cast.caseId}, ${second}) and side = 'claimant'`;
  const addressOf = (caseId: string) => `${caseId}@mail.example`;
  for (const { id, caseId } of parties)
    await addContactPoint(s.c, { caseId, partyId: id, kind: "email", value: addressOf(caseId) });
  const { sessionId } = await does(s.c, s.cast.mediator, bookSession, {
    caseIds: [s.cast.caseId, second],
    startAt: inThree(),
    minutes: 60,
    mode: "onsite",
    roomId: s.cast.roomId,
  });
  await drain();
  for (const { id, caseId } of parties) {
    const { actor, recipientId } = await linkOf(addressOf(caseId));
    expect([actor.caseId, actor.partyId, recipientId]).toEqual([caseId, id, id]);
    expect((await sees(addressOf(caseId))).session.sessionId).toBe(sessionId);
  }
  expect(await says(addressOf(second), "accepted")).toMatchObject({ ok: true });
  expect((await repliesTo(sessionId)).map((one) => one.recipient)).toEqual(
    parties.filter((one) => one.caseId === second).map((one) => one.id),
  );
  const people = await ask(s.deps, s.cast.mediator, sessionPeopleQuery, {
    caseId: s.cast.caseId,
    sessionId,
  });
  if (!people.ok) throw new Error(people.refusal);
  const answers = people.coming.find((one) => one.resourceId === resourceId)?.answers ?? [];
  expect(answers.map((one) => [one.caseId, one.reply]).sort()).toEqual(
    [
      [s.cast.caseId, "needsAction"],
      [second, "accepted"],
    ].sort(),
  );
  // Let off, he is let off in both.
  await does(s.c, s.cast.mediator, excuseParticipant, { sessionId, resourceId });
  const dead = await s.c
    .owner`select 1 from invitations i join tokens t on t.subject->>'invitationId' = i.id::text
    where i.session_id = ${sessionId} and i.method = 'CANCEL' and t.revoked_at is not null and t.court_id = ${COURT}`;
  expect(dead).toHaveLength(2);
});
