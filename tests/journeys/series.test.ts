import { expect, it } from "vitest";
import * as words from "~/i18n/series";
import { textFor } from "~/i18n/text";
import { execute } from "~/services/command.server";
import { registerCase } from "~/services/register-case.server";
import { company, dispute, person } from "../services/invented";
import { useSite } from "./browser";
import { enter, reach, type } from "./keys";
import { button, go, lead, recordsHold, sit } from "./seat";
import { as } from "./steps-scheduling";

/* A bank's look-alike cases, found and kept together by keyboard alone. */
const site = useSite();

/** Three cases of one creditor; their registration numbers. */
async function alike(n: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let i = 0; i < 3; i++) {
    const parties = [company("claimant", n), person("respondent", n + i)];
    const made = await execute(site().deps, as("clerk", "clerk"), registerCase, { ...dispute(n), parties });
    if (!made.ok) throw new Error(JSON.stringify(made));
    numbers.push(made.registrationNo);
  }
  return numbers;
}

it.each([
  { locale: "zh-CN", size: "wide", n: 8100 },
  { locale: "en", size: "phone", n: 8200 },
] as const)("keeps look-alike cases together, $locale $size", async ({ n, ...sitting }) => {
  const [first = "", second = ""] = await alike(n);
  const t = textFor(sitting.locale, words);
  const seat = await sit(site(), "coordinator", sitting);
  const { page } = seat;
  await go(seat, "/series");
  await enter(seat, page.getByRole("link", { name: t("start") }).first(), /like=/);
  await type(seat, page.getByLabel(t("name"), { exact: true }), "物业费系列");
  expect(await page.getByLabel(t("numbers"), { exact: true }).inputValue()).toBe(first);
  await enter(seat, button(seat, t("makeDo")), /made=3/);
  await page.getByText(t("made", { count: 3 }), { exact: true }).waitFor();

  await type(seat, page.getByLabel(t("numbers"), { exact: true }), "SJS-TJ-2026-999999");
  await reach(seat, button(seat, t("addDo")));
  const why = page.getByText(t("why.notFound", { no: "SJS-TJ-2026-999999" }), { exact: true });
  await page.keyboard.press("Enter");
  await why.waitFor();

  await go(seat, "/series");
  await enter(
    seat,
    page.getByRole("link", { name: "物业费系列", exact: true }).first(),
    /series\/[0-9a-f-]{36}$/,
  );
  const leave = page.getByRole("button", { name: `${t("leave")} ${second}` });
  await reach(seat, leave);
  await lead(seat, () => page.keyboard.press("Enter"), /left=1/);
  expect(await page.getByRole("link", { name: second, exact: true }).count()).toBe(0);
  await recordsHold(site());
});
