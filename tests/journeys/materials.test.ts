import { expect, it } from "vitest";
import * as booking from "~/i18n/booking";
import type { Locale } from "~/i18n/locale";
import * as materials from "~/i18n/materials";
import * as party from "~/i18n/party";
import { textFor } from "~/i18n/text";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { useSite } from "./browser";
import { enter, reach, type } from "./keys";
import { button, go, lead, recordsHold, type Seat, sit, visit } from "./seat";
import { as, freeOn, type ReadyCase, readyCase } from "./steps-scheduling";

/* What the letter promises: a way into a session by video, and a place for materials. By keyboard alone. */
const site = useSite();
const SITTINGS = [
  { locale: "zh-CN", size: "wide", n: 61, on: "2026-12-07" },
  { locale: "en", size: "phone", n: 63, on: "2026-12-08" },
] as const;
const PHOTO = {
  name: "转账记录.png",
  mimeType: "image/png",
  buffer: Buffer.from("89504e470d0a1a0a00", "hex"),
};
const TOOL = {
  name: "tool.exe",
  mimeType: "application/x-msdownload",
  buffer: Buffer.from("4d5a9000", "hex"),
};

async function byVideo(one: ReadyCase, on: string): Promise<string> {
  const [slot] = await freeOn(site(), on, one);
  const mode = "video" as const;
  const wish = { caseIds: [one.caseId], startAt: slot?.startAt ?? "", minutes: 45, mode };
  const booked = await execute(site().deps, as(one.mediator, "mediator"), bookSession, wish);
  if (!booked.ok) throw new Error(JSON.stringify(booked));
  return booked.sessionId;
}

/** The side's page, once it has shown whose it is. */
async function opened(one: ReadyCase, sitting: { locale: Locale; size: "wide" | "phone" }): Promise<Seat> {
  const { link, lastFour } = one.respondent;
  const t = textFor(sitting.locale, party);
  const seat = await visit(site(), "respondent", sitting);
  await go(seat, `${link}/open?next=case`);
  await type(seat, seat.page.getByLabel(t("openQuestion"), { exact: true }), lastFour);
  await enter(seat, button(seat, t("openGo")), /\/case$/);
  return seat;
}

it.each(SITTINGS)(
  "sets the way in, hands in, is told what was not taken, takes back, $locale $size",
  async ({ n, on, ...sitting }) => {
    const one = await readyCase(site(), n, "hu.xiuying");
    const sessionId = await byVideo(one, on);
    const { locale } = sitting;
    const [t, say, tBooking] = [textFor(locale, materials), textFor(locale, party), textFor(locale, booking)];

    const mediator = await sit(site(), "hu.xiuying", sitting);
    await go(mediator, `/sessions/${sessionId}`);
    await enter(mediator, mediator.page.getByRole("link", { name: tBooking("video.set") }), /\/video$/);
    const url = mediator.page.getByLabel(tBooking("video.url"), { exact: true });
    await type(mediator, url, "meet.example/1");
    await reach(mediator, button(mediator, tBooking("video.do")));
    await mediator.page.keyboard.press("Enter");
    await mediator.page.getByRole("alert").waitFor();
    await mediator.page.reload();
    await type(mediator, url, "https://meet.example/1");
    await type(mediator, mediator.page.getByLabel(tBooking("video.codeLabel"), { exact: true }), "482 913");
    await enter(mediator, button(mediator, tBooking("video.do")), /done=set/);

    const seat = await opened(one, sitting);
    const way = seat.page.getByRole("link", { name: say("videoGo"), exact: true });
    expect(await way.getAttribute("href")).toBe("https://meet.example/1");
    expect(await seat.page.locator("main").innerText()).toContain(say("videoCode", { code: "482 913" }));

    await enter(seat, seat.page.getByRole("link", { name: t("partyGo") }), /\/materials$/);
    const choose = seat.page.getByLabel(t("form.files"), { exact: true });
    await reach(seat, choose);
    await choose.setInputFiles([PHOTO, TOOL]);
    const failed = seat.page.getByText(t("failed"));
    await reach(seat, button(seat, t("partyDo")));
    await lead(seat, () => seat.page.keyboard.press("Enter"), failed);
    expect(await seat.page.locator("main").innerText()).toContain("tool.exe");
    await seat.page.getByRole("link", { name: "转账记录", exact: true }).waitFor();

    await go(mediator, `/cases/${one.caseId}/materials`);
    await mediator.page.getByRole("link", { name: "转账记录", exact: true }).waitFor();
    expect(await mediator.page.locator("main").innerText()).toContain(t("reach.mediation"));

    await enter(seat, seat.page.getByRole("button", { name: t("withdraw") }), /done=withdrawn/);
    await go(mediator, `/cases/${one.caseId}/materials`);
    expect(await mediator.page.getByRole("link", { name: "转账记录", exact: true }).count()).toBe(0);
    await recordsHold(site());
  },
);
