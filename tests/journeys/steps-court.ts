import { expect } from "vitest";
import * as availability from "~/i18n/availability";
import * as calendar from "~/i18n/court-calendar";
import * as clocks from "~/i18n/court-clocks";
import * as scheduling from "~/i18n/court-scheduling";
import { formatFor } from "~/i18n/format";
import { textFor } from "~/i18n/text";
import { enter, reach, tick, type, typeDate, unfold } from "./keys";
import { button, go, type Seat } from "./seat";

/* What the administrator decides for the whole court, by keyboard: hours, limits, planning. */

/** A later start of one weekday, for a season; looks first which sessions it leaves outside, then applies it. */
export async function openLater(
  seat: Seat,
  season: { weekday: number; start: string; from: string; to: string },
  outside: string,
): Promise<void> {
  const [t, week] = [textFor(seat.locale, calendar), textFor(seat.locale, availability)];
  const { page } = seat;
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const day = formatFor(seat.locale).weekdays()[season.weekday - 1]?.full ?? "";
  await go(seat, "/court-calendar");
  await unfold(seat, page.getByText(t("hoursEdit"), { exact: true }).first());
  await typeDate(seat, field(t("validFrom")), season.from);
  await typeDate(seat, field(t("validTo")), season.to);
  await type(seat, field(week("week.start", { day, n: 1 })), season.start);
  const effects = page.locator("#effects");
  await enter(seat, page.locator('button[value="preview-hours"]'), effects.getByText(t("notYet")));
  expect(await effects.innerText()).toContain(outside);
  await enter(seat, effects.getByRole("button"), effects.getByText(t("hoursApplied")));
  expect(await effects.innerText()).toContain(outside);
  expect(await page.locator("#hours").innerText()).toContain(season.start);
}

/** Other days of warning, a length of the court's own, an unread rule off; the table of all rules says so. */
export async function countOtherwise(
  seat: Seat,
  to: { warnDays: string; own: string; days: number; off: string },
): Promise<void> {
  const t = textFor(seat.locale, clocks);
  const { page } = seat;
  await go(seat, "/court-clocks");
  const rule = page.getByRole("checkbox", { name: new RegExp(`^${to.off}`) });
  await reach(seat, rule);
  await page.keyboard.press("Space");
  expect(await rule.isChecked()).toBe(false);
  await type(seat, page.getByLabel(new RegExp(`^${to.own}`)), String(to.days));
  await type(seat, page.getByLabel(t("warnDays"), { exact: true }), to.warnDays);
  await enter(seat, button(seat, t("save")), /done=true/);
  const rowOf = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) }).innerText();
  expect(await rowOf(to.off)).toContain(t("mark.off"));
  expect(await rowOf(to.own)).toContain(String(to.days));
}

/** From a day on sessions are longer and sides are asked; until then all stays, and the page says what is to come. */
export async function planOtherwise(seat: Seat, from: string, minutes: number): Promise<void> {
  const t = textFor(seat.locale, scheduling);
  const { page } = seat;
  const length = page.getByLabel(t("rule.sessionMinutes"), { exact: true });
  await go(seat, "/court-scheduling");
  const before = await length.inputValue();
  await typeDate(seat, page.locator('input[name="from"]'), from);
  await enter(seat, button(seat, t("whenShow")), new RegExp(`from=${from}`));
  await tick(seat, page.getByRole("radio", { name: t("way.offer"), exact: true }));
  await type(seat, length, String(minutes));
  await enter(seat, button(seat, t("save")), /done=2/);
  expect(await length.inputValue()).toBe(String(minutes));
  await go(seat, "/court-scheduling");
  expect(await length.inputValue()).toBe(before);
  const on = formatFor(seat.locale).date(from);
  const toCome = await page.locator("#when").innerText();
  for (const rule of ["rule.sessionMinutes", "rule.timeWay"] as const)
    expect(toCome).toContain(t("toComeOne", { on, rule: t(rule) }));
}
