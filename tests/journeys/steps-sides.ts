import * as absences from "~/i18n/absences";
import * as answers from "~/i18n/offer-answers";
import * as party from "~/i18n/party";
import * as times from "~/i18n/party-times";
import * as people from "~/i18n/session-people";
import { textFor } from "~/i18n/text";
import * as verify from "~/i18n/verify";
import { choose, enter, reach, tick, type, typeDate } from "./keys";
import { button, go, lead, type Seat } from "./seat";
import type { Site } from "./site";
import { noticeCodeOf, type ReadySide } from "./steps-scheduling";

/* How the two sides and whoever hears them come to a time, by keyboard. */

const link = (seat: Seat, name: string) => seat.page.getByRole("link", { name, exact: true });

/** Shows whose link it is and says that every week, on this day of it (1 = Monday), nothing suits. */
export async function cannotWeekly(
  side: Seat,
  { link: path, lastFour }: ReadySide,
  weekly: { weekday: number; fromOn: string; untilOn: string },
): Promise<void> {
  const [t, say] = [textFor(side.locale, party), textFor(side.locale, absences)];
  const { page } = side;
  const field = (name: string) => page.getByLabel(name, { exact: true });
  await go(side, path);
  await enter(side, link(side, t("cannotTitle")), /\/open\?next=cannot/);
  await type(side, field(t("openQuestion")), lastFour);
  await enter(side, button(side, t("openGo")), /\/cannot$/);
  await enter(side, link(side, say("weekly")), /kind=weekly/);
  await choose(side, field(say("weekday")), String(weekly.weekday));
  await typeDate(side, page.locator('[name="fromOn"]'), weekly.fromOn);
  await typeDate(side, page.locator('[name="untilOn"]'), weekly.untilOn);
  await enter(side, button(side, say("save")), /told=saved/);
}

/** Says that somebody comes along. */
export async function needsCompanion(side: Seat): Promise<void> {
  const say = textFor(side.locale, absences);
  await enter(side, link(side, say("needs.title")), /\/needs$/);
  await tick(side, side.page.getByRole("checkbox", { name: say("need.companion") }));
  await enter(side, button(side, say("needs.save")), /told=saved/);
}

/** Chooses among the offered times by their place in the list, counted from 0. */
export async function chooseByLink(
  side: Seat,
  { link: path }: ReadySide,
  ...wanted: number[]
): Promise<void> {
  const t = textFor(side.locale, times);
  await go(side, path);
  await enter(side, link(side, t("waitingGo")), /\/times$/);
  for (const n of wanted) await tick(side, side.page.getByRole("checkbox").nth(n));
  await enter(side, button(side, t("suit")), /told=suit/);
}

/** Says by link that it can come. */
export async function comeByLink(side: Seat, { link: path }: ReadySide): Promise<void> {
  await go(side, path);
  await enter(side, button(side, textFor(side.locale, party)("yes")), /told=accepted/);
}

/** Checks the notice that it got: a wrong code first, then the one that stands on it. Answers what the page tells. */
export async function checkNotice(side: Seat, site: Site, { partyId }: ReadySide): Promise<string> {
  const t = textFor(side.locale, verify);
  const { page } = side;
  const code = page.getByLabel(t("code"), { exact: true });
  await go(side, "/verify");
  await type(side, code, "AAAAA-BBBBB");
  await page.keyboard.press("Enter");
  await page.locator(".errors").waitFor();
  await type(side, code, (await noticeCodeOf(site, partyId)).toLowerCase());
  await enter(side, button(side, t("check")), page.getByText(t("genuine")));
  return page.locator("main").innerText();
}

/** The other side called: which of the offered times it said suits it. */
export async function noteChoice(seat: Seat, { partyId, name }: ReadySide, ...wanted: number[]) {
  const t = textFor(seat.locale, answers);
  const form = seat.page.locator(`#side-${partyId}`);
  for (const n of wanted) await tick(seat, form.getByRole("checkbox").nth(n));
  await enter(seat, form.getByRole("button", { name: `${t("save")} ${name}` }), /\/told\?done=booked/);
}

/** An answer that was heard at the counter: three keys once the hand is on the form. */
export async function noteHeard(seat: Seat, { name }: ReadySide): Promise<void> {
  const t = textFor(seat.locale, people);
  await reach(seat, seat.page.getByLabel(`${t("how")} ${name}`, { exact: true }));
  const keys = seat.page.keyboard;
  await keys.press("ArrowDown");
  await keys.press("Tab");
  await lead(seat, () => keys.press("Enter"), /done=answer/);
}
