import { expect } from "vitest";
import * as sessionCodes from "~/i18n/session-codes";
import * as sessionPage from "~/i18n/session-page";
import { textFor } from "~/i18n/text";
import { enter, reach, tick, type, unfold } from "./keys";
import { button, go, type Seat } from "./seat";
import { refusedAt } from "./steps-booking";
import type { ReadyCase } from "./steps-scheduling";

/* What a mediator does on the day of a session, by keyboard. */

/** Knows who came, reads out the rights, and begins. */
export async function beginSession(seat: Seat, sessionId: string, ...cases: ReadyCase[]): Promise<void> {
  const t = textFor(seat.locale, sessionPage);
  const { page } = seat;
  const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
  await go(seat, `/sessions/${sessionId}`);
  for (const { name } of cases.flatMap(({ claimant, respondent }) => [claimant, respondent])) {
    const party = page.getByRole("group", { name });
    await tick(seat, party.getByRole("checkbox", { name: t("att.identity"), exact: true }));
  }
  await tick(seat, box(t("open.identity")));
  await tick(seat, box(t("open.rights")));
  await enter(seat, button(seat, t("openDo")), /done=open/);
}

/** Ends a session over two cases that both go on: a result is missing at first; the next time is for both again. */
export async function adjourn(seat: Seat, [first, other]: [ReadyCase, ReadyCase], nextStep: string) {
  const [t, code] = [textFor(seat.locale, sessionPage), textFor(seat.locale, sessionCodes)];
  const { page } = seat;
  const resultOf = ({ number }: ReadyCase) =>
    page
      .getByRole("group", { name: number })
      .getByRole("radio", { name: code("result.adjourned"), exact: true });
  await tick(seat, resultOf(first));
  await refusedAt(seat, button(seat, t("closeDo")));
  expect(await resultOf(first).isChecked()).toBe(true);
  await enter(seat, page.locator(".errors a"), resultOf(other));
  expect(await page.getByRole("group", { name: other.number }).locator(":focus").count()).toBe(1);
  await tick(seat, resultOf(other));
  await type(seat, page.getByLabel(t("nextStep"), { exact: true }).first(), nextStep);
  await enter(seat, button(seat, t("closeDo")), /done=close/);
  expect(await page.locator("#after").innerText()).toContain(nextStep);
  await enter(seat, page.getByRole("link", { name: t("book"), exact: true }), /\/book\?/);
  expect(new URL(page.url()).searchParams.getAll("with")).toHaveLength(1);
}

/** One side did not come: without proof of the notice it is refused; what is known of the notice stands beside the name. */
export async function noteAbsence(seat: Seat, sessionId: string, { respondent }: ReadyCase): Promise<void> {
  const t = textFor(seat.locale, sessionPage);
  const { page } = seat;
  await go(seat, `/sessions/${sessionId}`);
  await unfold(seat, page.getByText(t("noShowTitle"), { exact: true }));
  const absent = page.getByRole("checkbox", { name: respondent.name });
  await tick(seat, absent);
  const [notice] = t("noShow.notice", { status: "\n", reply: "" }).split("\n");
  expect(await page.locator("label", { has: absent }).innerText()).toContain(notice);
  await refusedAt(seat, button(seat, t("noShowDo")));
  expect(await absent.isChecked()).toBe(true);
  await tick(seat, page.getByRole("checkbox", { name: t("noShow.proof"), exact: true }));
  await enter(seat, button(seat, t("noShowDo")), /done=noShow/);
  const after = await page.locator("#after").innerText();
  expect(after).toContain(t("after.absent", { names: respondent.name }));
  await reach(seat, page.getByRole("link", { name: t("end"), exact: true }));
  await enter(seat, page.getByRole("link", { name: t("book"), exact: true }), /\/book\?/);
}
