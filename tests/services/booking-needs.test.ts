import { expect, it } from "vitest";
import { refusalText } from "~/i18n/refusal-text";
import { bookSession, wishIn } from "~/services/book-session.server";
import { withAlternatives } from "~/services/booking-alternatives.server";
import { askBooking } from "~/services/booking-question.server";
import { lostIn } from "~/services/claims.server";
import { offerTimes } from "~/services/offer-times.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { setNeeds } from "~/services/set-needs.server";
import { addRoom, caseInMediation, MORNING, useCourt } from "./court";
import { addMember } from "./desk";
import { book, type Cast, COURT, castOf, does, refuses } from "./journey";

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

const speaks = (cast: Cast, languages: readonly string[]) =>
  court().owner`update roster_members set languages = ${court().owner.json([...languages])}
    where person_id = ${cast.mediatorId}`;

it("a dialect goes only to a mediator who speaks it: booked, offered or moved", async () => {
  const c = court();
  const cast = await castNeeding("language:粤语");
  await addMember(c, { languages: ["zh"] }, cast.mediatorId);
  const time = { startAt: at(1), minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const wish = { caseIds: [cast.caseId], ...time };
  const refused = await refuses(c, cast.mediator, bookSession, wish, "needUnmet");
  if (refused.ok) throw new Error("booked");
  expect(refused.params).toEqual({ need: "dialect" });
  expect(refusalText("zh-CN", refused)).toContain("会说方言的调解员");
  expect(refusalText("en", refused)).toContain("a mediator who speaks the dialect");
  await refuses(c, cast.mediator, bookSession, { ...wish, mode: "phone" }, "needUnmet");
  const offer = { caseId: cast.caseId, slots: [time] };
  await refuses(c, cast.coordinator, offerTimes, offer, "needUnmet");
  await speaks(cast, ["zh", "粤语"]);
  const { sessionId } = await does(c, cast.mediator, bookSession, wish);
  const move = { sessionId, ...time, startAt: at(2), reason: "换时间" };
  await does(c, cast.mediator, rescheduleSession, move);
  await speaks(cast, []);
  const elsewhen = { ...move, startAt: at(3) };
  await refuses(c, cast.mediator, rescheduleSession, elsewhen, "needUnmet");
});

it("where the time is taken too, the dialect is said, and no other time is offered that could not be booked", async () => {
  const c = court();
  const cast = await castOf(c);
  await addMember(c, { languages: ["zh"] }, cast.mediatorId);
  await book(c, cast, at(1));
  const other = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const wish = { startAt: at(1), minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const needy = { ...wish, caseIds: [other] };
  expect(await refuses(c, cast.mediator, bookSession, needy, "slotTaken")).toMatchObject({
    params: { alternatives: [expect.anything(), expect.anything(), expect.anything()] },
  });
  await c.owner`update parties set needs = ${c.owner.json(["language:粤语"])} where case_id = ${other}`;
  expect(await refuses(c, cast.mediator, bookSession, needy, "needUnmet")).toMatchObject({
    params: { need: "dialect" },
  });
  const now = c.clock.now();
  const ask = { courtId: COURT, caseIds: [other], sessionId: null, wishes: [wishIn(wish)], now };
  const view = await c.db.withCourt(COURT, (tx) => askBooking(tx, { ...ask, today: "2026-11-23" }));
  expect(lostIn(view, wishIn(wish), now)).toBeNull();
  const lost = { ok: false, refusal: "slotTaken" } as const;
  expect(withAlternatives(view, wishIn(wish), lost, now)).toMatchObject({ params: { alternatives: [] } });
});

it("whoever enters a dialect hears of the planned session whose mediator does not speak it", async () => {
  const c = court();
  const cast = await castOf(c);
  await addMember(c, { languages: ["zh"] }, cast.mediatorId);
  const sessionId = await book(c, cast, at(1));
  const need = {
    caseId: cast.caseId,
    partyId: cast.claimantId,
    needs: ["dialect" as const],
    language: "粤语",
  };
  expect((await does(c, cast.coordinator, setNeeds, need)).outside).toMatchObject([{ sessionId }]);
  await speaks(cast, ["粤语"]);
  expect((await does(c, cast.coordinator, setNeeds, need)).outside).toEqual([]);
});
