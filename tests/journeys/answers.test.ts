import { expect, it } from "vitest";
import * as answerLink from "~/i18n/answer-link";
import type { Locale } from "~/i18n/locale";
import * as ownCalendars from "~/i18n/own-calendars";
import * as party from "~/i18n/party";
import { textFor } from "~/i18n/text";
import { addContact } from "~/services/add-contact.server";
import { useSite } from "./browser";
import { answerLinkFor, button, go, linkFor, look, press, recordsHold, type Seat, visit } from "./seat";
import { as, bookedOn, does, type ReadySide, readyCase } from "./steps-scheduling";
import { checkNotice } from "./steps-sides";

/* From the letter to the answer in three taps at most, on a telephone, without an account: twice, and once without script. */
const site = useSite();
const SITTINGS = [
  { locale: "zh-CN", size: "phone", n: 81, on: "2026-12-03" },
  { locale: "en", size: "phone", n: 82, on: "2026-12-04" },
] as const;
const wordsOf = (locale: Locale) => ({ t: textFor(locale, party), say: textFor(locale, answerLink) });
const words = (seat: Seat, text: string) => seat.page.getByText(text);
const shown = (seat: Seat) => seat.page.locator("main").innerText();

/** A booked session whose sides both have a mailbox, and what leads from each one's letter to its answer. */
async function invited(n: number, on: string) {
  const one = await readyCase(site(), n, "hu.xiuying");
  const addressOf = ({ partyId }: ReadySide) => `${partyId}@party.example`;
  for (const side of [one.claimant, one.respondent])
    await does(site(), as("clerk", "clerk"), addContact, {
      caseId: one.caseId,
      partyId: side.partyId,
      kind: "email",
      value: addressOf(side),
    });
  await bookedOn(site(), on, one);
  const { claimant, respondent } = one;
  const links = [
    await answerLinkFor(site(), addressOf(respondent)),
    await answerLinkFor(site(), addressOf(claimant)),
  ];
  expect(await linkFor(site(), addressOf(respondent))).toBe(respondent.link);
  return { ...one, owners: links[0] as string, companys: links[1] as string };
}

/** What a mail server does with a link before anybody has read the letter. */
async function scan(link: string): Promise<Headers> {
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => fetch(site().url + link, { method: n % 2 ? "HEAD" : "GET" })),
  );
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]));
  return (answers[0] as Response).headers;
}

it.each(SITTINGS)("refuses, thinks again and comes, $locale $size", async ({ n, on, ...sitting }) => {
  const one = await invited(n, on);
  const { t, say } = wordsOf(sitting.locale);
  const headers = await scan(one.owners);
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("referrer-policy")).toBe("same-origin");

  const owner = await visit(site(), "respondent", sitting);
  let taps = 0;
  const tap = async (work: Promise<void>) => {
    taps++;
    await work;
  };
  await tap(go(owner, one.owners));
  expect(await shown(owner)).toContain(t("canCome"));
  await tap(press(owner, button(owner, t("no")), words(owner, say("next.declined"))));
  expect(await shown(owner)).toContain(say("others.waiting"));
  await owner.page.getByLabel(t("whyNo"), { exact: true }).fill("那天要上班");
  await tap(press(owner, button(owner, say("whyGo")), words(owner, say("whyKept"))));
  expect(taps).toBe(3);
  await press(owner, button(owner, t("yes")), words(owner, say("next.acceptedWaiting")));
  expect(await shown(owner)).toContain(say("others.waiting"));

  const company = await visit(site(), "claimant", sitting);
  await go(company, one.companys);
  expect(await shown(company)).not.toContain(one.respondent.name);
  await press(company, button(company, t("yes")), words(company, say("next.acceptedComing")));
  expect(await shown(company)).toContain(say("others.coming"));
  await go(owner, one.owners);
  expect(await shown(owner)).toContain(say("others.coming"));
  expect(await shown(owner)).toContain(say("next.acceptedComing"));

  const calendar = owner.page.getByRole("link", { name: t("addCalendar"), exact: true });
  await press(owner, calendar, /\/calendar$/);
  const file = owner.page.getByRole("link", {
    name: textFor(sitting.locale, ownCalendars)("party.file"),
    exact: true,
  });
  const download = await fetch(site().url + (await file.getAttribute("href")));
  expect([download.headers.get("content-type"), (await download.text()).slice(0, 15)]).toEqual([
    "text/calendar; charset=utf-8",
    "BEGIN:VCALENDAR",
  ]);

  // Nothing else of the case is behind this link; and one that is wrong says what to do.
  for (const path of [one.owners.replace("/a/", "/p/"), `${one.owners}x`]) {
    const answer = await owner.page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await look(owner);
  }
  expect(await shown(owner)).toContain(say("deadTitle"));
  expect(await shown(owner)).toMatch(/010-\d+/);

  const checked = await checkNotice(owner, site(), one.respondent);
  expect(checked).not.toContain(one.respondent.name);
  await recordsHold(site());
});

it("answers without script as with it", async () => {
  const one = await invited(83, "2026-12-07");
  const { t, say } = wordsOf("zh-CN");
  const owner = await visit(site(), "respondent", { size: "phone", javaScript: false });
  await go(owner, one.owners);
  await press(owner, button(owner, t("maybe")), words(owner, say("next.tentative")));
  await press(owner, button(owner, t("yes")), words(owner, say("next.acceptedWaiting")));
  expect(owner.page.url()).toContain("told=accepted");
});
