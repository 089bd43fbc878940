import { expect, it } from "vitest";
import * as day from "~/i18n/day";
import * as ownCalendars from "~/i18n/own-calendars";
import * as shellWords from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useSite } from "./browser";
import { button, go, press, sit } from "./seat";

/* A mediator brings in a calendar of his own and takes his sessions along, with and without script, in both languages. */
const site = useSite();
const FILE =
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:体检\r\nDTSTART:20301201T010000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:坏的\r\nDTSTART:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

it.each([
  ["wide", "zh-CN", true],
  ["phone", "en", false],
] as const)(
  "uploads a file, reads what was not read, and takes it out again, %s %s",
  async (size, locale, javaScript) => {
    const t = textFor(locale, ownCalendars);
    const seat = await sit(site(), "mediator", { size, locale, javaScript });
    const { page } = seat;
    await go(seat, "/availability");
    await page.getByText(t("addFile"), { exact: true }).click();
    await page.locator("#fileName").fill("手机");
    await page
      .locator("#file")
      .setInputFiles({ name: "a.ics", mimeType: "text/calendar", buffer: Buffer.from(FILE) });
    await press(seat, button(seat, t("upload")), /done=uploadCalendar/);
    const section = page.locator("#calendars, section:has(#calendars)").first();
    expect(await section.innerText()).toContain(t("counts", { entries: 2, skipped: 1 }));
    await page.getByText(t("told", { count: 1 }), { exact: true }).click();
    expect(await section.innerText()).toContain(`坏的 x — ${t("reason.badTime")}`);
    await press(seat, page.getByRole("button", { name: `${t("remove")} 手机` }), /done=removeCalendar/);
    expect(await section.innerText()).toContain(t("none"));
  },
);

it("an address that leads inside is refused in words, and one that does not waits to be read", async () => {
  const t = textFor("zh-CN", ownCalendars);
  const seat = await sit(site(), "mediator", { size: "phone" });
  const { page } = seat;
  await go(seat, "/availability");
  await page.getByText(t("addUrl"), { exact: true }).click();
  await page.locator("#name").fill("家里");
  await page.locator("#address").fill("http://169.254.169.254/latest");
  await button(seat, t("add")).click();
  await page.locator(".errors").waitFor();
  expect(await page.locator(".errors").innerText()).toContain("内部网络");
});

it("makes a feed that says as much as was chosen, and ends it", async () => {
  const [t, own] = [textFor("zh-CN", day), textFor("zh-CN", ownCalendars)];
  const seat = await sit(site(), "mediator", { size: "wide" });
  const { page } = seat;
  await go(seat, "/calendar/feed");
  await page.getByLabel(own("feed.busy"), { exact: true }).check();
  await press(seat, button(seat, t("feed.do")), page.locator("#caldav"));
  const address = await page.locator("#address").inputValue();
  const answer = await page.request.get(new URL(address).pathname, {
    headers: { "User-Agent": "iOS/18 dataaccessd" },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "x-robots-tag": "noindex",
  });
  const etag = answer.headers().etag ?? "";
  const again = await page.request.get(new URL(address).pathname, { headers: { "If-None-Match": etag } });
  expect(again.status()).toBe(304);
  const head = await page.request.head(new URL(address).pathname);
  expect([head.status(), head.headers().etag]).toEqual([200, etag]);
  await go(seat, "/calendar/feed");
  expect(await page.locator("main").innerText()).toContain("苹果日历最近读取");
  await press(seat, button(seat, own("feed.revoke")), page.getByText(own("feed.revoked")));
  expect(await (await page.request.get(new URL(address).pathname)).text()).not.toContain("BEGIN:VEVENT");
});

it.each([
  ["wide", "zh-CN", true],
  ["phone", "en", false],
] as const)(
  "from the room that is shown to its feed, and back to how fresh it is, %s %s",
  async (size, locale, javaScript) => {
    const [t, own, shell] = [
      textFor(locale, day),
      textFor(locale, ownCalendars),
      textFor(locale, shellWords),
    ];
    const seat = await sit(site(), "coordinator", { size, locale, javaScript });
    const { page } = seat;
    await go(seat, "/calendar");
    expect(await page.locator("#room-feed").count()).toBe(0);
    await page.locator("#roomId").selectOption({ index: size === "wide" ? 1 : 2 });
    await press(seat, button(seat, shell("search")), /roomId=/);
    const shown = page.locator("#room-feed");
    expect(await shown.innerText()).toContain(own("feed.roomNone"));
    await press(seat, shown.getByRole("link", { name: own("feed.roomMake") }), /calendar\/feed\?roomId=/);
    await press(seat, button(seat, t("feed.do")), page.locator("#address"));
    expect(await page.locator("#caldav").count()).toBe(0);
    const address = await page.locator("#address").inputValue();
    const back = page.locator("nav a[href^='/calendar?roomId=']");
    await press(seat, back, /calendar\?roomId=/);
    expect(await shown.innerText()).toContain(own("feed.never"));
    const fetched = await page.request.get(new URL(address).pathname, {
      headers: { "User-Agent": "Google-Calendar-Importer" },
    });
    expect(await fetched.text()).toContain("BEGIN:VCALENDAR");
    await go(seat, new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await shown.innerText()).toContain(own("feed.late", { hours: 24 }));
    expect(await shown.innerText()).toContain(own("client.google"));
  },
);

it("a mediator is shown no room's feed", async () => {
  const seat = await sit(site(), "coordinator", { size: "wide" });
  await go(seat, "/calendar");
  const roomId = await seat.page.locator("#roomId option").nth(1).getAttribute("value");
  const mediator = await sit(site(), "mediator", { size: "wide" });
  await go(mediator, `/calendar?roomId=${roomId}`);
  expect(await mediator.page.locator("#room-feed").count()).toBe(0);
});
