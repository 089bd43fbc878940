import type { ElementHandle, Locator } from "playwright-core";
import { expect } from "vitest";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { go, lead, look, type Seat, type Size, visit } from "./seat";
import type { Site } from "./site";

/*
 * Hands that hold no mouse. A control is only ever come to by Tab, so each of these shows that it can be reached and
 * that whoever sees the page sees where he is; nothing here clicks, fills or sets a focus.
 */
const FARTHEST = 300;

/** Is the focus there; or on another radio of the same question, from which only arrows lead on? */
const whereIs = (target: ElementHandle<Element>) =>
  target.evaluate((node) => {
    const now = document.activeElement;
    if (now === node) return "there";
    const isRadio = (one: Element | null): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === "radio";
    return isRadio(now) && isRadio(node) && now.name === node.name && now.form === node.form
      ? "besideIt"
      : "elsewhere";
  });

/** Goes on by Tab, or back by Shift+Tab where it lies before, until this one control has the focus, and is seen to have it. */
export async function reach(seat: Seat, control: Locator): Promise<void> {
  const { page } = seat;
  const target = (await control.elementHandle()) as ElementHandle<Element>;
  const isBehind = await target.evaluate((node) => {
    const now = document.activeElement;
    return (
      now !== null &&
      now !== document.body &&
      Boolean(now.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)
    );
  });
  let place = await whereIs(target);
  for (let steps = 0; place === "elsewhere"; steps++) {
    if (steps === FARTHEST) throw new Error(`${seat.who} at ${page.url()}: no Tab leads to ${control}`);
    await page.keyboard.press(isBehind ? "Shift+Tab" : "Tab");
    place = await whereIs(target);
  }
  for (let steps = 0; place === "besideIt"; steps++) {
    if (steps === FARTHEST) throw new Error(`${seat.who} at ${page.url()}: no arrow leads to ${control}`);
    await page.keyboard.press("ArrowDown");
    place = await whereIs(target);
  }
  expect(await target.evaluate(isSeen), `${seat.who} at ${page.url()}: ${control} has a focus one sees`).toBe(
    true,
  );
}

/** On the screen, with a ring around it or around the label that stands for it. */
function isSeen(node: Element): boolean {
  const box = node.getBoundingClientRect();
  const isOnScreen =
    box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
  return (
    isOnScreen &&
    [node, node.closest("label")].some((one) => {
      const style = one && getComputedStyle(one);
      return style && (style.boxShadow !== "none" || Number.parseFloat(style.outlineWidth) > 0);
    })
  );
}

/** Comes to a button or link and presses Enter. */
export async function enter(seat: Seat, control: Locator, until: RegExp | Locator): Promise<void> {
  await reach(seat, control);
  await lead(seat, () => seat.page.keyboard.press("Enter"), until);
}

/** Opens a fold by its heading. */
export async function unfold(seat: Seat, summary: Locator): Promise<void> {
  await reach(seat, summary);
  await seat.page.keyboard.press("Enter");
}

export async function type(seat: Seat, field: Locator, text: string): Promise<void> {
  await reach(seat, field);
  await seat.page.keyboard.press("Control+A");
  await seat.page.keyboard.type(text);
  expect(await field.inputValue()).toBe(text);
}

/** Ticks a box, or takes a radio. */
export async function tick(seat: Seat, box: Locator): Promise<void> {
  await reach(seat, box);
  if (!(await box.isChecked())) await seat.page.keyboard.press("Space");
  expect(await box.isChecked()).toBe(true);
}

/** Goes through a list by arrows to the choice with this value. */
export async function choose(seat: Seat, list: Locator, value: string): Promise<void> {
  await reach(seat, list);
  const steps = await list.evaluate((node, wanted) => {
    const select = node as HTMLSelectElement;
    return [...select.options].findIndex((one) => one.value === wanted) - select.selectedIndex;
  }, value);
  for (let n = 0; n < Math.abs(steps); n++)
    await seat.page.keyboard.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  expect(await list.inputValue()).toBe(value);
}

/**
 * `2026-12-01`, `2026-12-01T09:00` or `09:00` into a field that has a part for each. The parts stand in the order of the
 * browser's own language, which `site.ts` sets to American English, whatever the page speaks.
 */
export async function typeDate(seat: Seat, field: Locator, at: string): Promise<void> {
  await reach(seat, field);
  const { page } = seat;
  // Come to from behind, the focus is on the last part or on the button of the little calendar.
  while (await field.evaluate((node) => node === document.activeElement))
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(at) ?? [];
  const [, hour = "", minute = ""] = /(\d{2}):(\d{2})$/.exec(at) ?? [];
  await page.keyboard.type(month + day + year);
  if (hour) {
    // A year may have six figures, so only an arrow ends it; the other parts end themselves.
    if (year) await page.keyboard.press("ArrowRight");
    await page.keyboard.type(String(Number(hour) % 12 || 12).padStart(2, "0") + minute);
    await page.keyboard.type(Number(hour) < 12 ? "A" : "P");
  }
  expect(await field.inputValue()).toBe(at);
}

/** Somebody of the staff, signed in by keyboard. */
export async function sitDown(site: Site, login: string, sitting: { size: Size; locale: Seat["locale"] }) {
  const seat = await visit(site, login, sitting);
  await go(seat, "/sign-in");
  await type(seat, seat.page.locator('input[name="login"]'), login);
  await type(seat, seat.page.locator('input[name="password"]'), DEMO_PASSWORD);
  await seat.page.keyboard.press("Enter");
  await seat.page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await look(seat);
  return seat;
}
