import * as availability from "~/i18n/availability";
import * as booking from "~/i18n/booking";
import * as day from "~/i18n/day";
import * as replan from "~/i18n/replan";
import * as safety from "~/i18n/safety";
import * as people from "~/i18n/session-people";
import { textFor } from "~/i18n/text";
import { personId } from "~/services/demo/seed-court.server";
import { choose, enter, reach, tick, type, typeDate, unfold } from "./keys";
import { button, go, lead, type Seat } from "./seat";
import type { ReadyCase } from "./steps-scheduling";

/* What a mediator and a coordinator do with times, by keyboard. */

/** Hours of one's own on one date; left empty, the second part is none. */
export async function setDate(seat: Seat, on: string, from: string, to: string): Promise<void> {
  const t = textFor(seat.locale, availability);
  const part = seat.page.locator("#dates");
  await unfold(seat, part.getByText(t("dates.add"), { exact: true }));
  await typeDate(seat, part.getByLabel(t("dates.on"), { exact: true }), on);
  await type(seat, part.getByLabel(t("dates.start", { n: 1 }), { exact: true }), from);
  await type(seat, part.getByLabel(t("dates.end", { n: 1 }), { exact: true }), to);
  await enter(seat, button(seat, t("dates.save")), /done=date/);
}

export async function takeLeave(seat: Seat, startAt: string, endAt: string): Promise<void> {
  const t = textFor(seat.locale, availability);
  const part = seat.page.locator("#leave");
  await unfold(seat, part.getByText(t("leave.add"), { exact: true }));
  await typeDate(seat, part.getByLabel(t("leave.from"), { exact: true }), startAt);
  await typeDate(seat, part.getByLabel(t("leave.to"), { exact: true }), endAt);
  await enter(seat, button(seat, t("leave.save")), /done=leave/);
}

/** What stands in the explanation of this day. */
export async function explainDay(seat: Seat, on: string): Promise<string> {
  const t = textFor(seat.locale, availability);
  await typeDate(seat, seat.page.getByLabel(t("explain.askOn"), { exact: true }), on);
  await enter(seat, button(seat, t("explain.ask")), new RegExp(`on=${on}`));
  return seat.page.locator("#explain").innerText();
}

/** Puts the three best times to both sides. */
export async function offerThree(seat: Seat, caseId: string): Promise<void> {
  const t = textFor(seat.locale, booking);
  await go(seat, `/cases/${caseId}/book`);
  await enter(seat, seat.page.getByRole("link", { name: t("offer"), exact: true }), /do=offer/);
  await enter(seat, button(seat, t("offerSend")), /done=offerTimes/);
}

/** Takes a session up on the week board, tries two places by arrows, drops it at the second and says why. */
export async function moveOnBoard(seat: Seat, sessionId: string, reason: string): Promise<void> {
  const t = textFor(seat.locale, day);
  const { page } = seat;
  const keys = page.keyboard;
  await reach(seat, page.locator(`[data-move="${sessionId}"]`).first());
  await keys.press("m");
  await page.locator(".ghost").waitFor();
  await keys.press("Escape");
  await page.getByRole("status").getByText(t("move.put"), { exact: true }).waitFor();
  await keys.press("m");
  await page.locator(".ghost").waitFor();
  await keys.press("ArrowRight");
  await keys.press("ArrowDown");
  await keys.press("Enter");
  // The field asks for the reason where the hand is: no Tab in between.
  await page.locator('#move input[name="reason"]:focus').waitFor();
  await keys.type(reason);
  await lead(seat, () => keys.press("Enter"), /moved=/);
}

/** Asks a lawyer to join, and then not to come after all. */
export async function addAndExcuse(seat: Seat): Promise<void> {
  const t = textFor(seat.locale, people);
  await enter(seat, button(seat, t("addDo")), /done=add/);
  await enter(seat, seat.page.locator('button[value="excuse"]').last(), /done=excuse/);
}

/** Keeps the respondent apart from the other side, with a bailiff at hand. */
export async function keepApart(seat: Seat, { caseId, respondent }: ReadyCase): Promise<void> {
  const t = textFor(seat.locale, safety);
  const radio = (name: string) => seat.page.getByRole("radio", { name });
  await go(seat, `/cases/${caseId}/safety`);
  await tick(seat, radio(t("kind.riskOfViolence")));
  await tick(seat, radio(respondent.name));
  await tick(seat, seat.page.getByRole("checkbox", { name: t("askBailiff") }));
  await enter(seat, button(seat, t("save")), /done=saved/);
}

/** The mediator is away all day: looks at what must move, and moves it. */
export async function replanDay(seat: Seat, login: string, on: string): Promise<void> {
  const t = textFor(seat.locale, replan);
  const field = (name: string) => seat.page.getByLabel(name, { exact: true });
  await choose(seat, field(t("who")), `mediator:${personId(login)}`);
  await typeDate(seat, field(t("from")), `${on}T08:00`);
  await typeDate(seat, field(t("to")), `${on}T18:00`);
  await enter(seat, button(seat, t("preview")), /who=/);
  await type(seat, field(t("reason")), "调解员临时有事");
  await enter(seat, button(seat, t("do")), /replan\?done=[1-9]/);
}

/** Books the best time for two cases together. */
export async function bookTogether(seat: Seat, first: ReadyCase, other: ReadyCase): Promise<void> {
  const t = textFor(seat.locale, booking);
  await go(seat, `/cases/${first.caseId}/book`);
  await unfold(seat, seat.page.getByText(t("with"), { exact: true }));
  await tick(seat, seat.page.getByRole("checkbox", { name: other.number }));
  await enter(seat, button(seat, t("refresh")), /with=/);
  await enter(seat, button(seat, t("bookNow")), /\/told\?done=booked/);
}

/** One of the two gets the best time of its own. */
export async function splitOff(seat: Seat, leaving: ReadyCase): Promise<void> {
  const [t, tBook] = [textFor(seat.locale, people), textFor(seat.locale, booking)];
  const { page } = seat;
  await enter(seat, page.getByRole("link", { name: tBook("done.split"), exact: true }), /\/split$/);
  await tick(seat, page.getByRole("checkbox", { name: leaving.number }));
  await enter(seat, button(seat, tBook("refresh")), /with=/);
  await type(seat, page.getByLabel(tBook("reason"), { exact: true }), "另一件要等鉴定");
  await enter(seat, button(seat, t("split.do")), /\/told\?done=booked/);
}
