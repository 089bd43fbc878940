import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { body, templateBytes } from "~/adapters/documents/blocks";
import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import * as templates from "~/i18n/document-templates";
import { textFor } from "~/i18n/text";
import { execute } from "~/services/command.server";
import { registerCase } from "~/services/register-case.server";
import { dispute } from "../services/invented";
import { useSite } from "./browser";
import { button, go, lead, press, recordsHold, type Seat, sit } from "./seat";
import { as, bookedOn, readyCase } from "./steps-scheduling";

/*
 * The coordinator issues documents for many cases at one go: 500 of them with a look at what is missing first, in Chinese
 * on a wide screen; in English on a phone and without script, with the court's own template.
 */
const site = useSite();
const WRITTEN_MS = 120_000;

/** Registers so many cases and gives their registration numbers. */
async function numbersOf(from: number, count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let n = from; n < from + count; n++) {
    const made = await execute(site().deps, as("clerk", "clerk"), registerCase, dispute(n));
    if (!made.ok) throw new Error(JSON.stringify(made));
    numbers.push(made.registrationNo);
  }
  return numbers;
}

/** Chooses a kind, pastes the numbers and looks. */
async function prepare(seat: Seat, kind: "guidance" | "sessionNotice", numbers: readonly string[]) {
  const [t, code] = [textFor(seat.locale, batches), textFor(seat.locale, documentCodes)];
  const { page } = seat;
  await go(seat, "/documents");
  await page.getByLabel(t("kind")).selectOption({ label: code(`kind.${kind}`) });
  await page.getByLabel(t("numbers")).fill(numbers.join("\n"));
  await press(seat, button(seat, t("preview")), /\/documents\/[0-9a-f-]{36}$/);
}

async function download(seat: Seat, name: string): Promise<Buffer> {
  const href = await seat.page.getByRole("link", { name, exact: true }).getAttribute("href");
  const answer = await seat.page.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** Every document of an archive, however many there are. */
const entriesOf = (zip: Buffer) =>
  openArchive(zip, {
    maxEntries: 10_000,
    maxEntryBytes: 1 << 24,
    maxTotalBytes: 1 << 28,
    maxRatio: 100,
  });

it("issues 500 documents at one go, and sees whose notice is missing and why", async () => {
  const t = textFor("zh-CN", batches);
  const seat = await sit(site(), "coordinator", { size: "wide" });
  const { page } = seat;
  await prepare(seat, "guidance", await numbersOf(300, 250));
  await page.getByText(t("ready", { count: 500 })).waitFor();
  await press(seat, button(seat, t("start", { count: 500 })), page.getByText(/W2026-\d{6}/));
  // The page asks by itself how far it is.
  await lead(seat, async () => {}, page.locator("#download").first());
  await page.getByText(t("doneText", { count: 500 })).waitFor();
  const entries = entriesOf(await download(seat, t("zip")));
  expect(entries).toHaveLength(500);
  expect(new Set(entries.map((one) => one.name)).size).toBe(500);
  expect(await page.getByRole("link", { name: t("printVolume", { no: 3 }), exact: true }).count()).toBe(1);

  const [booked, open] = [await readyCase(site(), 91), await readyCase(site(), 92)];
  await bookedOn(site(), "2026-12-02", booked);
  await prepare(seat, "sessionNotice", [booked.number, open.number]);
  await page.getByText(t("ready", { count: 2 })).waitFor();
  await page.getByText(t("reason.noSession")).waitFor();
  await press(seat, button(seat, t("start", { count: 2 })), page.getByText(/W2026-\d{6}/));
  await lead(seat, async () => {}, page.locator("#download").first());
  const names = entriesOf(await download(seat, t("zip"))).map((one) => one.name);
  expect(names.join()).toContain(booked.claimant.name);
  expect(names.join()).toContain(booked.respondent.name);
  await go(seat, `/cases/${booked.caseId}/documents`);
  expect(await page.locator("#standing").innerText()).toMatch(/W2026-\d{6}-0001/);
});

it("in English without script: a template of the court's own, refused first, then a batch by it", async () => {
  const [t, tTemplate] = [textFor("en", batches), textFor("en", templates)];
  const seat = await sit(site(), "coordinator", { size: "phone", locale: "en", javaScript: false });
  const { page } = seat;
  const upload = async (text: string, until: RegExp | string) => {
    const buffer = await templateBytes("本院", [body(text)]);
    const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    await page.getByLabel(tTemplate("file")).setInputFiles({ name: "court.docx", mimeType, buffer });
    await page.getByLabel(tTemplate("missingMeant")).check();
    await button(seat, tTemplate("send")).click();
    await page.getByText(until).first().waitFor();
  };
  await go(seat, "/templates/edit?kind=guidance");
  await upload("致{recipient}：{nobody}", tTemplate("fault.unknownField", { name: "nobody" }));
  await go(seat, "/templates/edit?kind=guidance");
  await upload("本院专用告知{recipient}：{caseNo}", tTemplate("done"));
  await go(seat, "/templates");

  await prepare(seat, "guidance", await numbersOf(600, 2));
  await press(seat, button(seat, t("start", { count: 4 })), page.getByText(/W2026-\d{6}/));
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator("#download").count();
      },
      { timeout: WRITTEN_MS, interval: 500 },
    )
    .toBe(1);
  await go(seat, new URL(page.url()).pathname);
  await page.getByText(t("template", { version: "v1" })).waitFor();
  const [first] = entriesOf(await download(seat, t("zip")));
  const document = first ? openArchive(first.read()) : [];
  const xml =
    document
      .find((one) => one.name === "word/document.xml")
      ?.read()
      .toString("utf8") ?? "";
  expect(xml).toContain("本院专用告知");
  await recordsHold(site());
});
