import { expect, it } from "vitest";
import { refusalText } from "~/i18n/refusal-text";
import { bookSession } from "~/services/book-session.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { addRoom, MORNING, useCourt } from "./court";
import { type Cast, COURT, castOf, does, refuses } from "./journey";

const court = useCourt();
const at = (day: number) => MORNING.startOf("day").plus({ days: day, hours: 10 }).toISO() as string;

async function castNeeding(...needs: string[]): Promise<Cast> {
  const cast = await castOf(court());
  await court().owner`update parties set needs = ${court().owner.json(needs)} where id = ${cast.claimantId}`;
  return cast;
}

async function roomWith(...facilities: string[]): Promise<string> {
  const id = await addRoom(court(), COURT, "第二调解室");
  await court().owner`update rooms set facilities = ${court().owner.json(facilities)} where id = ${id}`;
  return id;
}

it("a wheelchair goes only into a room without steps, booked or moved to, and the refusal names the need", async () => {
  const c = court();
  const cast = await castNeeding("wheelchair");
  const time = { startAt: at(1), minutes: 60, mode: "onsite" as const };
  const wish = { caseIds: [cast.caseId], ...time };
  const refused = await refuses(c, cast.mediator, bookSession, { ...wish, roomId: cast.roomId }, "needUnmet");
  if (refused.ok) throw new Error("booked");
  expect(refused.params).toEqual({ need: "wheelchair" });
  expect(refusalText("zh-CN", refused)).toContain("无障碍通道");
  expect(refusalText("en", refused)).toContain("a way in without steps");
  const roomId = await roomWith("wheelchair");
  const { sessionId } = await does(c, cast.mediator, bookSession, { ...wish, roomId });
  const move = { sessionId, ...time, reason: "换房间" };
  await refuses(c, cast.mediator, rescheduleSession, { ...move, roomId: cast.roomId }, "needUnmet");
  await does(c, cast.mediator, rescheduleSession, { ...move, startAt: at(2), roomId });
});

it("by video a court terminal asks for a room that has one, and without a smartphone video is closed", async () => {
  const c = court();
  const cast = await castNeeding("courtTerminal", "noSmartphone");
  const wish = { caseIds: [cast.caseId], startAt: at(1), minutes: 60, mode: "video" as const };
  const refused = await refuses(c, cast.mediator, bookSession, wish, "needUnmet");
  expect(refused).toMatchObject({ params: { need: "courtTerminal" } });
  await refuses(c, cast.mediator, bookSession, { ...wish, roomId: cast.roomId }, "needUnmet");
  await does(c, cast.mediator, bookSession, { ...wish, roomId: await roomWith("video") });
  const other = await castNeeding("noSmartphone");
  const theirs = { ...wish, caseIds: [other.caseId], startAt: at(2) };
  const closed = await refuses(c, other.mediator, bookSession, theirs, "needUnmet");
  expect(closed).toMatchObject({ params: { need: "noSmartphone" } });
});
