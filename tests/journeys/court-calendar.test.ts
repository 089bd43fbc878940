import { expect, it } from "vitest";
import * as words from "~/i18n/court-calendar";
import * as rules from "~/i18n/court-clocks";
import { formatFor } from "~/i18n/format";
import { textFor } from "~/i18n/text";
import { useSite } from "./browser";
import { button, go, press, sit } from "./seat";

/* The administrator loads 2027 without script, sets the court's own day with it, and decides about the unread rules. */
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
