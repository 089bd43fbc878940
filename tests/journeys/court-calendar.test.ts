import { expect, it } from "vitest";
import { plusDays } from "~/domain/cases/calendar";
import * as clockList from "~/i18n/clock-list";
import * as clocks from "~/i18n/clocks";
import * as words from "~/i18n/court-calendar";
import * as rules from "~/i18n/court-clocks";
import { formatFor } from "~/i18n/format";
import { textFor } from "~/i18n/text";
import { personId } from "~/services/demo/seed-court.server";
import { useSite } from "./browser";
import { sitDown } from "./keys";
import { button, go, press, recordsHold, sit } from "./seat";
import { countOtherwise, openLater, planOtherwise } from "./steps-court";
import {
  beginAppraisal,
  clearOfSham,
  endAppraisal,
  extendByApproval,
  extendWithConsents,
  limitsOf,
  nameOwner,
  reportSham,
} from "./steps-limits";
import { bookedOn, readyCase, toTrial } from "./steps-scheduling";

/*
 * The administrator loads 2027 without script, sets the court's own day with it, and decides about hours, limits and
 * planning; what moves the limits of one case is entered where everybody sees the sentence.
 */
const site = useSite();
const days = ["2027-01-01", "2027-01-02", "2027-01-03"].map((date) => ({
  name: "元旦",
  date,
  isOffDay: true,
}));

it("loads a year from its JSON without script: looks first, then applies", async () => {
  const t = textFor("zh-CN", words);
  const seat = await sit(site(), "administrator", { size: "wide", javaScript: false });
  const { page } = seat;
  await go(seat, "/court-calendar");
  await page.getByLabel(t("json")).fill(JSON.stringify({ year: 2027, days }));
  // The effects are the answer to a post: an address of their own they have none.
  await button(seat, t("preview")).last().click();
  await page.getByRole("heading", { name: t("previewYear", { year: 2027 }) }).waitFor();
  expect(await page.getByText(t("notYet")).count()).toBe(1);
  await page.getByRole("button", { name: t("apply") }).click();
  await page.getByText(t("applied", { version: 2 })).waitFor();
  await go(seat, "/court-calendar");
  expect(await page.getByRole("rowheader", { name: "2027", exact: true }).count()).toBe(1);
});

it("sets a day and the rules in English, on a phone", async () => {
  const [t, tRules] = [textFor("en", words), textFor("en", rules)];
  const seat = await sit(site(), "administrator", { size: "phone", locale: "en" });
  const { page } = seat;
  await go(seat, "/court-calendar");
  await page.getByLabel(t("on"), { exact: true }).fill("2027-02-02");
  await page.getByLabel(t("name"), { exact: true }).fill("Moving house");
  const effects = page.getByText(t("notYet"));
  await press(seat, button(seat, t("preview")).first(), effects);
  await press(seat, page.getByRole("button", { name: t("apply") }), page.getByText(/^Applied/));
  await page.getByRole("rowheader", { name: formatFor("en").date("2027-02-02") }).waitFor();
  await go(seat, "/court-clocks");
  await page.getByLabel(tRules("warnDays"), { exact: true }).fill("5 2");
  await press(seat, button(seat, tRules("save")), /done=true/);
  expect(await page.getByLabel(tRules("warnDays"), { exact: true }).inputValue()).toBe("5 2");
});

const SITTINGS = [
  {
    locale: "zh-CN",
    size: "wide",
    n: 81,
    on: "2026-12-03",
    weekday: 4,
    laterFrom: "2027-03-01",
    own: "L02",
    off: "T16",
  },
  {
    locale: "en",
    size: "phone",
    n: 91,
    on: "2026-12-04",
    weekday: 5,
    laterFrom: "2027-02-01",
    own: "L04",
    off: "T17",
  },
] as const;

it.each(SITTINGS)("decides for the whole court by keyboard, $locale $size", async ({ n, on, ...of }) => {
  const outside = await readyCase(site(), n);
  await bookedOn(site(), on, outside);
  const administrator = await sitDown(site(), "administrator", of);
  const season = { weekday: of.weekday, start: "10:30", from: on, to: plusDays(on, 1) };
  await openLater(administrator, season, outside.number);
  const t = textFor(of.locale, clocks);
  await countOtherwise(administrator, { warnDays: "6 3 1", own: t(of.own), days: 9, off: t(of.off) });
  await planOtherwise(administrator, of.laterFrom, 75);
  await recordsHold(site());
});

it.each(SITTINGS)("answers for a case's limits by keyboard, $locale $size", async ({ n, ...of }) => {
  const one = await readyCase(site(), n + 1);
  const tried = await readyCase(site(), n + 2);
  await toTrial(site(), tried);
  const t = textFor(of.locale, clocks);
  const coordinator = await sitDown(site(), "coordinator", of);
  const limits = () => limitsOf(coordinator, one.caseId);
  await nameOwner(coordinator, one.caseId, personId("leader"));
  // By himself: the rule speaks of the mediator, whom he is not.
  expect(await limits()).toContain(textFor(of.locale, clockList)("owner", { owner: "唐承志" }));
  await extendWithConsents(coordinator, one, 10);
  expect(await limits()).toContain(t("extended.day", { count: 10 }));
  await beginAppraisal(coordinator, one);
  expect(await limits()).toContain(t("paused.exclusion"));
  await endAppraisal(coordinator, one);
  expect(await limits()).not.toContain(t("paused.exclusion"));
  await reportSham(coordinator, one);
  expect(await limits()).toContain(t("paused.suspension"));
  await clearOfSham(coordinator, one);
  expect(await limits()).not.toContain(t("paused.suspension"));

  const leader = await sitDown(site(), "leader", of);
  await extendByApproval(leader, tried.caseId, 2, 1);
  expect(await limitsOf(leader, tried.caseId)).toContain(t("extended.month", { count: 1 }));
  await recordsHold(site());
});
