import { expect } from "vitest";
import * as reviewClosing from "~/i18n/review-closing";
import * as reviewDecision from "~/i18n/review-decision";
import { textFor } from "~/i18n/text";
import * as trial from "~/i18n/trial";
import { button, go, press, type Seat } from "./seat";
import type { Party } from "./steps";

/* The judge's screen, and what the court's clerk enters after the decision. */

/** Out of the list onto the judge's one page of the case. */
export async function openReview(seat: Seat, caseId: string, lane = "settled"): Promise<void> {
  await go(seat, `/reviews?lane=${lane}`);
  const link = seat.page.locator(`a[href*="/reviews/${caseId}"]`).first();
  await press(seat, link, new RegExp(`/reviews/${caseId}`));
}

export async function takeUp(seat: Seat, caseId: string): Promise<void> {
  await openReview(seat, caseId);
  await press(seat, mainButton(seat, "takeUp"), /done=takeUp/);
}

/** The one main button; its name holds the key that presses it too. */
const mainButton = ({ page, locale }: Seat, key: "takeUp" | "confirm" | "statement") =>
  page.getByRole("button", { name: textFor(locale, reviewDecision)(key) });

const SOON = { timeout: 60_000 };

/** Ticks what only the judge can say, item by item; every tick is kept at once. */
export async function tickAll(seat: Seat): Promise<void> {
  const { page } = seat;
  const t = textFor(seat.locale, reviewDecision);
  await button(seat, t("saveTicks")).waitFor({ state: "detached" });
  const boxes = page.getByRole("form", { name: t("law") }).getByRole("checkbox");
  const count = await boxes.count();
  expect(count).toBeGreaterThan(3);
  for (let nth = 0; nth < count; nth += 1) {
    // The box shows what is kept, so it may lag a moment behind the click: not check(), which looks at once.
    await boxes.nth(nth).click();
    await expect.poll(() => boxes.nth(nth).isChecked(), SOON).toBe(true);
  }
  await expect
    .poll(() => page.locator("main").innerText(), SOON)
    .toContain(t("lawNote", { total: count, done: count }));
  await page.reload();
  for (let nth = 0; nth < count; nth += 1) expect(await boxes.nth(nth).isChecked()).toBe(true);
}

/** The decision itself. */
export async function decide(seat: Seat, as: "confirm" | "statement"): Promise<void> {
  const done = { confirm: /done=confirmAgreement/, statement: /done=issueStatement/ }[as];
  await press(seat, mainButton(seat, as), done);
}

/** The clerk of the court enters the ruling's number. */
export async function numberRuling(seat: Seat, caseId: string, number: string): Promise<void> {
  const t = textFor(seat.locale, reviewClosing);
  await go(seat, `/reviews/${caseId}`);
  await seat.page.getByLabel(t("number"), { exact: true }).fill(number);
  await press(seat, button(seat, t("numberSave")), /done=enterDocumentNumber/);
}

/** Enters that the ruling reached a party today. */
export async function serve(seat: Seat, caseId: string, { name }: Party): Promise<void> {
  const t = textFor(seat.locale, reviewClosing);
  await go(seat, `/reviews/${caseId}`);
  await seat.page.getByLabel(t("serviceParty"), { exact: true }).selectOption({ label: name });
  await seat.page.getByLabel(t("serviceHow"), { exact: true }).selectOption("inPerson");
  await press(seat, button(seat, t("serviceSave")), /done=recordService/);
}

/** Enters that a party signed for the statement at the counter. */
export async function receipt(seat: Seat, caseId: string, { name }: Party): Promise<void> {
  const t = textFor(seat.locale, reviewClosing);
  await go(seat, `/reviews/${caseId}`);
  await seat.page.getByLabel(t("receiptParty"), { exact: true }).selectOption({ label: name });
  await press(seat, button(seat, t("receiptSave")), /done=signReceipt/);
}

export async function close(seat: Seat, caseId: string, reason: string): Promise<void> {
  const t = textFor(seat.locale, reviewClosing);
  await go(seat, `/reviews/${caseId}`);
  await seat.page.getByLabel(t("closeReason"), { exact: true }).fill(reason);
  await press(seat, button(seat, t("close")), /done=closeCase/);
}

export async function archive(seat: Seat, caseId: string): Promise<void> {
  await go(seat, `/reviews/${caseId}`);
  await press(seat, button(seat, textFor(seat.locale, reviewClosing)("archive")), /done=archiveCase/);
}

/** A mediation that failed goes to those who try it. */
export async function passToTrial(seat: Seat, caseId: string): Promise<void> {
  await go(seat, `/cases/${caseId}/to-trial`);
  await press(seat, button(seat, textFor(seat.locale, trial)("passNow")), /done=handOver/);
}

/** Track, procedure, team: proposed by the rules, decided by a person. */
export async function allot(seat: Seat, caseId: string): Promise<void> {
  const t = textFor(seat.locale, trial);
  await go(seat, `/cases/${caseId}/allot`);
  await seat.page.getByLabel(t("fact.clearMoneyClaim"), { exact: true }).check();
  await press(seat, button(seat, t("recompute")), /seen=1/);
  await press(seat, button(seat, t("allotNow")), /done=allotTrack/);
}
