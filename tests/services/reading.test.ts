import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { setReading } from "~/services/set-reading.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { MORNING, useCourt } from "./court";
import { COURT, castOf, does, refuses } from "./journey";

/* A party reads its notices in its own language, with its own time after Beijing's; the other side is told as before. */
const court = useCourt();

it("speaks to each side in its own language and time", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const abroad = { caseId, partyId: cast.respondentId, locale: "en" as const };
  for (const partyId of [cast.claimantId, cast.respondentId])
    await addContactPoint(c, { caseId, partyId, kind: "email", value: `${partyId}@party.example` });
  await refuses(c, cast.mediator, setReading, { ...abroad, zone: "Beijing Road" }, "invalidInput");
  await does(c, cast.mediator, setReading, { ...abroad, zone: "America/New_York" });
  await does(c, cast.mediator, bookSession, {
    caseIds: [caseId],
    startAt: MORNING.startOf("day").plus({ days: 1, hours: 10 }).toISO() ?? "",
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  await drainCourt(c.deps, COURT);
  const letter = async (partyId: string) =>
    (
      await c.owner<{ subject: string; text: string }[]>`
        select subject, body->>'text' as text from demo_messages where "to" = ${`${partyId}@party.example`}`
    )[0];
  const theirs = await letter(cast.respondentId);
  expect(theirs?.subject).toContain("Mediation session");
  expect(theirs?.text).toMatch(/Beijing time: \S+ Tue 10:00–11:00 \(\S+ Mon 21:00–22:00 in New York\)/);
  const ours = await letter(cast.claimantId);
  expect(ours?.subject).toContain("调解时间地点通知");
  expect(ours?.text).not.toContain("New York");
});
