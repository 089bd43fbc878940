import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { asCourtId } from "~/domain/ids";
import type { Locale } from "~/i18n/locale";
import { mailboxPage } from "~/services/mailbox.server";
import { verifyRecords } from "~/services/verify-records.server";
import { axeClean } from "./browser";
import { type SIZES, type Site, scriptFaults, signIn } from "./site";

export type Size = keyof typeof SIZES;
export const COURT = asCourtId("bj0107");

/** A person at a browser of his own, with the language in which its buttons are to be found. */
export type Seat = {
  who: string;
  page: Page;
  locale: Locale;
  size: Size;
  /** For whoever has no script: the same pages as sent, where axe, which is script itself, can run. */
  mirror?: Page;
};
type Sitting = { size: Size; locale?: Locale; javaScript?: boolean };

/** Somebody of the court's staff or of a mediation organisation, signed in. */
export async function sit(site: Site, login: string, sitting: Sitting): Promise<Seat> {
  const seat = await visit(site, login, sitting);
  await go(seat, "/sign-in");
  await signIn(seat.page, login);
  await look(seat);
  return seat;
}

/** Somebody without an account. */
export async function visit(site: Site, who: string, sitting: Sitting): Promise<Seat> {
  const { locale = "zh-CN", size } = sitting;
  const { page } = await site.open({ ...sitting, locale });
  if (sitting.javaScript !== false) return { who, page, locale, size };
  const mirror = await site.open({ size, locale });
  await mirror.context.route("**/*", (route) =>
    route.request().resourceType() === "script" ? route.abort() : route.continue(),
  );
  return { who, page, locale, size, mirror: mirror.page };
}

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

async function shown({ page, mirror }: Seat): Promise<Page> {
  if (!mirror) return page;
  await mirror.context().addCookies(await page.context().cookies());
  await mirror.goto(page.url());
  return mirror;
}

/** Every page that anybody comes to in a journey: no violation, no script at fault, nothing that has to be scrolled sideways. */
export async function look(seat: Seat): Promise<void> {
  const { who, size, locale } = seat;
  const page = await shown(seat);
  const url = new URL(page.url());
  const path = url.pathname.replace(UUID, ":id").replace(/^\/([ap])\/[^/]+/, "/$1/:token");
  const name = [who, path, url.searchParams.get("done") ?? "", size, locale].join(" ");
  await axeClean(page, name);
  expect(scriptFaults(seat.page), name).toEqual([]);
  const [needs, has] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needs, `${name} scrolls sideways`).toBeLessThanOrEqual(has ?? 0);
}

export async function go(seat: Seat, path: string): Promise<void> {
  const answer = await seat.page.goto(path);
  expect(answer?.status(), `${seat.who} ${path}`).toBe(200);
  await look(seat);
}

/** An answer is shown a moment before the lists beside it are read again; nobody reads those before the page stands still. */
const settled = (page: Page) => page.locator("[data-working]").waitFor({ state: "detached" });

/** Presses a button and sees where it leads. */
export const press = (seat: Seat, button: Locator, until: RegExp | Locator): Promise<void> =>
  lead(seat, () => button.click(), until);

/** Does something and sees where it leads; a refusal is told in the page's own words. */
export async function lead(seat: Seat, act: () => Promise<void>, until: RegExp | Locator): Promise<void> {
  const { page } = seat;
  // What an earlier try was refused for may still stand there; refused again, it takes the focus.
  await page.locator(".errors").evaluateAll((old) => {
    for (const one of old) one.classList.add("was-there");
  });
  await act();
  const came = until instanceof RegExp ? page.waitForURL(until) : until.first().waitFor();
  const refusal = page.locator(".errors:not(.was-there), .errors:focus").waitFor();
  const outcome = await Promise.race([
    came.then(
      () => "came",
      () => "stuck",
    ),
    refusal.then(
      () => "refused",
      () => "stuck",
    ),
  ]);
  if (outcome !== "came") {
    const words = await page.locator(outcome === "refused" ? ".errors" : "main").innerText();
    throw new Error(`${seat.who} at ${page.url()}, on the way to ${until}: ${words.slice(0, 600)}`);
  }
  await settled(page);
  await look(seat);
}

export const button = (seat: Seat, name: string) => seat.page.getByRole("button", { name, exact: true });

/** The party link in the newest letter to this address, which the worker sends in its own time. */
export const linkFor = (site: Site, address: string) => linkIn(site, address, /\/p\/[\w-]+/);

/** The link there by which its reader answers the invitation. */
export const answerLinkFor = (site: Site, address: string) => linkIn(site, address, /\/a\/[\w-]+/);

async function linkIn(site: Site, address: string, pattern: RegExp): Promise<string> {
  let path: string | undefined;
  await expect
    .poll(
      async () => {
        const letters = await mailboxPage(site.deps, COURT, { to: address, channel: "mail", before: null });
        path = letters.map(({ text }) => pattern.exec(text)?.[0]).find(Boolean);
        return path;
      },
      { timeout: 90_000, interval: 250, message: `a letter with a link to ${address}` },
    )
    .toBeDefined();
  return String(path);
}

/** No link of any chain of records is broken after what was done. */
export async function recordsHold(site: Site): Promise<void> {
  const { broken, rows } = await verifyRecords(site.deps);
  expect(broken).toBeNull();
  expect(rows).toBeGreaterThan(0);
}
