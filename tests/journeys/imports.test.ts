import { expect, it } from "vitest";
import * as imports from "~/i18n/imports";
import { textFor } from "~/i18n/text";
import { bankSheet } from "../services/import-sheet";
import { axeClean, useSite } from "./browser";
import { button, COURT, go, press, recordsHold, type Seat, sit } from "./seat";

/* A clerk takes a bank's sheet in, mends what is wrong in it, and takes a wrong one back. */
const site = useSite();

type Sheet = Pick<ReturnType<typeof bankSheet>, "header" | "rows">;
const csvOf = ({ header, rows }: Sheet) =>
  Buffer.from([header, ...rows].map((row) => row.join(",")).join("\n"));

async function uploads(seat: Seat, sheet: Sheet, sender: string): Promise<void> {
  const t = textFor(seat.locale, imports);
  await go(seat, "/cases/import");
  const form = seat.page.locator("form", { has: seat.page.locator("#file-cases") });
  await form
    .locator("#file-cases")
    .setInputFiles({ name: "银行.csv", mimeType: "text/csv", buffer: csvOf(sheet) });
  await form.getByLabel(t("sender"), { exact: true }).fill(sender);
  await press(seat, button(seat, t("upload")), /\/cases\/import\/[0-9a-f-]{36}$/);
}

/** The page follows the import by itself; without script whoever waits looks again. */
async function comesTo(seat: Seat, place: string): Promise<void> {
  const { page } = seat;
  if (!seat.mirror) return page.locator(place).first().waitFor({ timeout: 60_000 });
  const t = textFor(seat.locale, imports);
  await expect
    .poll(
      async () => {
        const again = page.getByRole("link", { name: t("refresh") });
        if (await again.count()) await again.click();
        return page.locator(place).count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}

const inRow = (seat: Seat, row: number) => seat.page.locator(`#row-${row}`);
const rowButton = (seat: Seat, row: number, intent: "fix" | "drop") =>
  inRow(seat, row).locator(`button[value="${intent}"]`);

const SITTINGS = [
  { locale: "zh-CN", size: "wide", from: 0 },
  { locale: "en", size: "phone", from: 1000 },
  { locale: "zh-CN", size: "phone", from: 2000, javaScript: false },
] as const;

it.each(SITTINGS)(
  "mends an import and takes a wrong one back, $locale $size script $javaScript",
  async ({ from, ...sitting }) => {
    const clerk = await sit(site(), "clerk", sitting);
    const { page } = clerk;
    const t = textFor(sitting.locale, imports);
    const sheet = bankSheet(60, { dirty: true, from });
    await uploads(clerk, sheet, "");
    await comesTo(clerk, "#bad");
    // Whether the first look came upon the import at work or done is chance; here it is done.
    if (!clerk.mirror) await axeClean(page, `an import with wrong rows ${sitting.size} ${sitting.locale}`);
    const words = await page.locator("main").innerText();
    expect(words).toContain(t("counts", { total: 60, good: 57, bad: 3, known: 0, dropped: 0 }));
    for (const { row, column } of sheet.dirty) expect(await inRow(clerk, row).innerText()).toContain(column);

    const [first, second, third] = sheet.dirty.map((one) => one.row) as [number, number, number];
    await inRow(clerk, first).locator('[name="cell.cause"]').fill("还是没有");
    await press(clerk, rowButton(clerk, first, "fix"), new RegExp(`still=${first}`));
    await inRow(clerk, first).locator('[name="cell.cause"]').fill("信用卡纠纷");
    await press(clerk, rowButton(clerk, first, "fix"), new RegExp(`fixed=${first}`));
    expect(await page.locator("main").innerText()).toContain(t("fixed", { row: first }));
    await press(clerk, rowButton(clerk, second, "drop"), new RegExp(`dropped=${second}`));

    const returned = await page.request.get(
      (await page.getByRole("link", { name: t("returned") }).getAttribute("href")) ?? "",
    );
    expect(returned.status()).toBe(200);
    expect(returned.headers()["content-type"]).toContain("spreadsheetml");
    await inRow(clerk, third).locator('[name="cell.amount"]').fill("9360.50");
    await press(clerk, rowButton(clerk, third, "fix"), new RegExp(`fixed=${third}`));
    expect(await page.locator("main").innerText()).toContain(
      t("counts", { total: 60, good: 59, bad: 0, known: 0, dropped: 1 }),
    );

    await page.locator("#reason").selectOption("wrongFile");
    await press(clerk, button(clerk, t("undo")), page.getByRole("heading", { name: t("undoneTitle") }));
    const open = await site().deps.db.withCourt(COURT, (tx) =>
      tx.query.cases.findMany({
        where: (c, { eq, and }) => and(eq(c.stage, "submitted"), eq(c.courtId, COURT)),
      }),
    );
    expect(open).toEqual([]);
    await recordsHold(site());
  },
);

it("asks once what a sender's columns mean", async () => {
  const clerk = await sit(site(), "clerk", { locale: "zh-CN", size: "wide" });
  const t = textFor("zh-CN", imports);
  const own: Readonly<Record<string, string>> = { 案由: "纠纷类型", 被告: "持卡人" };
  const foreign = (from: number) => {
    const { header, rows } = bankSheet(4, { from });
    return { header: header.map((title) => own[title] ?? title), rows };
  };
  await uploads(clerk, foreign(3000), "某银行");
  await comesTo(clerk, "#columns");
  const { page } = clerk;
  await page.locator("#column-cause").selectOption("纠纷类型");
  await page.locator("#column-respondent").selectOption("持卡人");
  await press(clerk, button(clerk, t("mapSave")), /\/cases\/import\/[0-9a-f-]{36}$/);
  await comesTo(clerk, "#good");
  await uploads(clerk, foreign(3100), "某银行");
  await comesTo(clerk, "#good");
  expect(await page.locator("main").innerText()).toContain(t("allGood"));
});
