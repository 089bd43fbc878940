import { expect } from "vitest";
import * as acts from "~/i18n/acts";
import * as caseClocks from "~/i18n/case-clocks";
import * as events from "~/i18n/events";
import * as sessionCodes from "~/i18n/session-codes";
import { textFor } from "~/i18n/text";
import { choose, enter, tick, type } from "./keys";
import { button, go, type Seat } from "./seat";
import { refusedAt } from "./steps-booking";
import type { ReadyCase } from "./steps-scheduling";

/* What moves the limits of a case, by keyboard: who answers, longer, not counted, halted. */

/** What the page of the case's limits says about them. */
export async function limitsOf(seat: Seat, caseId: string): Promise<string> {
  await go(seat, `/cases/${caseId}/clocks`);
  return seat.page.locator("#clocks").innerText();
}

/** From the case's page to its limits, and another answers for the first of them. */
export async function nameOwner(seat: Seat, caseId: string, personId: string): Promise<void> {
  const t = textFor(seat.locale, caseClocks);
  await go(seat, `/cases/${caseId}`);
  await enter(seat, seat.page.getByRole("link", { name: t("manage"), exact: true }), /\/clocks$/);
  await choose(seat, seat.page.getByLabel(t("ownerId"), { exact: true }), personId);
  await enter(seat, button(seat, t("nameOwner")), /done=owner/);
}

type Act = "extendMediation" | "beginAppraisal" | "endAppraisal" | "reportSham" | "decideSham";

/** From the page of the limits to one of the case's small forms, filled in and sent by keyboard. */
async function act(seat: Seat, caseId: string, name: Act, fill: () => Promise<void> = async () => {}) {
  const title = textFor(seat.locale, events)(name);
  await go(seat, `/cases/${caseId}/clocks`);
  await enter(seat, seat.page.getByRole("link", { name: title, exact: true }), /\/(extend|act\/\w+)$/);
  await fill();
  await enter(seat, button(seat, title), new RegExp(`done=${name}`));
}

/** Both sides have consented in writing. */
async function bothConsent(seat: Seat, { claimant, respondent }: ReadyCase): Promise<void> {
  for (const { name } of [claimant, respondent]) await tick(seat, seat.page.getByRole("checkbox", { name }));
  const [t, code] = [textFor(seat.locale, acts), textFor(seat.locale, sessionCodes)];
  const how = seat.page.getByLabel(t("field.consentsHow"), { exact: true });
  await choose(seat, how, "onPaper");
  expect(await how.locator("option:checked").innerText()).toBe(code("channel.onPaper"));
}

export const extendWithConsents = (seat: Seat, one: ReadyCase, days: number): Promise<void> =>
  act(seat, one.caseId, "extendMediation", async () => {
    const t = textFor(seat.locale, acts);
    await type(seat, seat.page.getByLabel(t("field.days"), { exact: true }), String(days));
    await bothConsent(seat, one);
  });

export const beginAppraisal = (seat: Seat, one: ReadyCase): Promise<void> =>
  act(seat, one.caseId, "beginAppraisal", async () => {
    const t = textFor(seat.locale, acts);
    await bothConsent(seat, one);
    await tick(seat, seat.page.getByRole("checkbox", { name: t("field.courtApproved") }));
  });

export const endAppraisal = (seat: Seat, { caseId }: ReadyCase): Promise<void> =>
  act(seat, caseId, "endAppraisal");

const giveReason = (seat: Seat, reason: string) =>
  type(seat, seat.page.getByLabel(textFor(seat.locale, acts)("field.reason"), { exact: true }), reason);

export const reportSham = (seat: Seat, { caseId }: ReadyCase): Promise<void> =>
  act(seat, caseId, "reportSham", () => giveReason(seat, "双方陈述一致得异常，疑为串通"));

export const clearOfSham = (seat: Seat, { caseId }: ReadyCase): Promise<void> =>
  act(seat, caseId, "decideSham", async () => {
    const t = textFor(seat.locale, acts);
    await tick(seat, seat.page.getByRole("radio", { name: t("founded.false"), exact: true }));
    await giveReason(seat, "经核查，债务真实");
  });

/** Enters what the president approved: more than the rule allows is refused, what it allows is done. */
export async function extendByApproval(seat: Seat, caseId: string, tooMuch: number, allowed: number) {
  const t = textFor(seat.locale, caseClocks);
  const { page } = seat;
  const length = page.getByLabel(t("length"), { exact: true });
  await go(seat, `/cases/${caseId}/clocks`);
  await type(seat, length, String(tooMuch));
  await tick(seat, page.getByRole("radio", { name: t("president"), exact: true }));
  await type(seat, page.getByLabel(t("reason"), { exact: true }), "案情复杂，须补充调查");
  await refusedAt(seat, button(seat, t("extend")));
  expect(await length.inputValue()).toBe(String(tooMuch));
  await type(seat, length, String(allowed));
  await enter(seat, button(seat, t("extend")), /done=limit/);
}
