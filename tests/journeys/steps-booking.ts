import { expect } from "vitest";
import * as booking from "~/i18n/booking";
import * as ways from "~/i18n/booking-ways";
import { textFor } from "~/i18n/text";
import { enter, reach, typeDate, unfold } from "./keys";
import { button, go, look, type Seat } from "./seat";

/* How a coordinator comes to a time that is not simply free: over somebody's hours, or after losing the first wish. */

const sessionIn = ({ page }: Seat): string => /sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";

/** Presses Enter and is refused: the page says so where the eye and the focus are. */
export async function refusedAt(seat: Seat, control: Parameters<typeof reach>[1]): Promise<void> {
  await reach(seat, control);
  await seat.page.keyboard.press("Enter");
  await seat.page.locator(".errors:focus").waitFor();
  await look(seat);
}

/** Books outside the rules: without a reason it is refused at that field, with one it is done. Gives the session's id. */
export async function bookOver(seat: Seat, caseId: string, at: string, reason: string): Promise<string> {
  const t = textFor(seat.locale, ways);
  const { page } = seat;
  const field = page.getByLabel(t("overrideReason"), { exact: true });
  await go(seat, `/cases/${caseId}/book`);
  await unfold(seat, page.getByText(t("override"), { exact: true }));
  await typeDate(seat, page.getByLabel(t("overrideAt"), { exact: true }), at);
  await refusedAt(seat, button(seat, t("overrideDo")));
  // From the summary a link leads to the field that lacks something.
  await reach(seat, page.locator(".errors a").first());
  await page.keyboard.press("Enter");
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type(reason);
  await enter(seat, button(seat, t("overrideDo")), /\/told\?done=booked/);
  return sessionIn(seat);
}

/** Wants the first time of the list, which is gone by then; takes the nearest other. Gives the session's id, and the start that was taken instead. */
export async function bookInstead(seat: Seat, caseId: string, on: string, lost: () => Promise<unknown>) {
  const t = textFor(seat.locale, booking);
  const { page } = seat;
  await go(seat, `/cases/${caseId}/book?on=${on}`);
  await lost();
  await refusedAt(seat, button(seat, t("bookNow")));
  const others = page.getByRole("region", { name: t("alternatives"), exact: true }).getByRole("link");
  expect(await others.count()).toBeGreaterThan(0);
  await enter(seat, others.first(), /slot=/);
  const wanted = new URL(page.url()).searchParams.get("slot") ?? "";
  expect(await page.locator('input[name="slot"]:checked').inputValue()).toBe(wanted);
  await enter(seat, button(seat, t("bookNow")), /\/told\?done=booked/);
  return { sessionId: sessionIn(seat), startAt: wanted.split("|")[0] ?? "" };
}
