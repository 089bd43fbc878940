import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { slotsQuery } from "~/services/queries-slots.server";
import { ask } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, useCourt } from "./court";
import { book, COURT, castOf, does, refuses } from "./journey";

const court = useCourt({ max: 20 });
const at = (day: number, hour: number) =>
  MORNING.startOf("day").plus({ days: day, hours: hour }).toISO() ?? "";
const named = (text: string) => {
  const [startAt = "", roomId = ""] = text.split("|");
  return { startAt, roomId };
};
const alternativesOf = (answer: object): string[] => {
  const { alternatives } = (answer as { params: { alternatives: string[] } }).params;
  return alternatives;
};

it("who loses a time hears the three nearest that are free for the same people, and each can be booked", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast, at(1, 10));
  const other = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const wish = { minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const wanted = { ...wish, caseIds: [other], startAt: at(1, 10) };
  const refused = await refuses(c, cast.mediator, bookSession, wanted, "slotTaken");
  const times = alternativesOf(refused).map(named);
  expect(times.map((one) => one.startAt)).toEqual([
    "2026-11-24T01:00:00.000Z",
    "2026-11-24T05:30:00.000Z",
    "2026-11-24T06:00:00.000Z",
  ]);
  const found = await ask(c.deps, cast.mediator, slotsQuery, { caseId: other, minutes: 60, days: 8 });
  if (!found.ok) throw new Error(found.refusal);
  const free = new Set(found.slots.map((one) => one.startAt));
  expect(times.filter((one) => !free.has(one.startAt))).toEqual([]);
  for (const one of times.slice(0, 1))
    await does(c, cast.mediator, bookSession, { ...wish, caseIds: [other], ...one });
});

it("a move that is refused names other times, the session's own time among them as free", async () => {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast, at(1, 10));
  const other = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const wish = { minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  await does(c, cast.mediator, bookSession, { ...wish, caseIds: [other], startAt: at(1, 9) });
  const move = { ...wish, sessionId, startAt: at(1, 9), reason: "改期" };
  const refused = await refuses(c, cast.mediator, rescheduleSession, move, "slotTaken");
  expect(alternativesOf(refused).map((one) => named(one).startAt)).toContain("2026-11-24T02:00:00.000Z");
});

it("rivals who lose at the very last moment hear alternatives too, and nobody hears a time that is taken", async () => {
  const c = court();
  const mediatorId = await addResource(c, "mediator");
  const roomId = await addRoom(c, COURT, "第三调解室");
  const actor = actorIn(COURT, "mediator", { userId: mediatorId });
  const cases = await Promise.all(Array.from({ length: 16 }, () => caseInMediation(c, { mediatorId })));
  const answers = await Promise.all(
    cases.map((caseId) =>
      execute(c.deps, actor, bookSession, {
        caseIds: [caseId],
        startAt: at(2, 10),
        minutes: 60,
        mode: "onsite",
        roomId,
      }),
    ),
  );
  const losers = answers.filter((one) => !one.ok);
  expect(losers).toHaveLength(15);
  for (const one of losers) {
    expect(alternativesOf(one)).toHaveLength(3);
    expect(alternativesOf(one).map((each) => named(each).startAt)).not.toContain("2026-11-25T02:00:00.000Z");
  }
});
