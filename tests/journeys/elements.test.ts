import { expect, it } from "vitest";
import * as agreementPage from "~/i18n/agreement-page";
import * as elements from "~/i18n/elements";
import * as factsPage from "~/i18n/facts-page";
import type { Locale } from "~/i18n/locale";
import * as party from "~/i18n/party";
import * as partyElements from "~/i18n/party-elements";
import { textFor } from "~/i18n/text";
import { useSite } from "./browser";
import { choose, enter, reach, tick, type, typeDate, unfold } from "./keys";
import { button, go, recordsHold, type Seat, sit, visit } from "./seat";
import { type ReadySide, readyCase } from "./steps-scheduling";

/*
 * A sheet on its way from the form to the agreement: a side fills it in on a telephone, the other answers, the mediator puts
 * up what is agreed and writes the agreement without typing a figure again. By keyboard alone.
 */
const site = useSite();
const SITTINGS = [
  { locale: "zh-CN", size: "wide", n: 71 },
  { locale: "en", size: "phone", n: 73 },
] as const;
type Sitting = { locale: Locale; size: "wide" | "phone" };

const at = (seat: Seat, name: string) => seat.page.locator(`[name="${name}"]`);
const radio = (seat: Seat, name: string, value: string) =>
  seat.page.locator(`[name="${name}"][value="${value}"]`);

/** The side's own sheet, once it has shown whose it is. */
async function ownSheet({ link, lastFour }: ReadySide, who: string, sitting: Sitting): Promise<Seat> {
  const [t, say] = [textFor(sitting.locale, party), textFor(sitting.locale, partyElements)];
  const seat = await visit(site(), who, sitting);
  await go(seat, `${link}/open?next=case`);
  await type(seat, seat.page.getByLabel(t("openQuestion"), { exact: true }), lastFour);
  await enter(seat, button(seat, t("openGo")), /\/case$/);
  await enter(seat, seat.page.getByRole("link", { name: say("caseGo") }), /\/elements$/);
  return seat;
}

it.each(SITTINGS)("goes from the form to the agreement, $locale $size", async ({ n, ...sitting }) => {
  const { locale } = sitting;
  const say = textFor(locale, partyElements);
  const one = await readyCase(site(), n, "hu.xiuying");

  const claimant = await ownSheet(one.claimant, "claimant", sitting);
  await enter(claimant, claimant.page.locator('a[href$="block=fee"]'), /block=fee/);
  await typeDate(claimant, at(claimant, "fee.asOf"), "2026-08-31");
  await type(claimant, at(claimant, "fee.amount"), "九千");
  await reach(claimant, button(claimant, say("save")));
  await claimant.page.keyboard.press("Enter");
  await claimant.page.getByRole("alert").waitFor();
  expect(await at(claimant, "fee.asOf").inputValue()).toBe("2026-08-31");
  await type(claimant, at(claimant, "fee.amount"), "9360");
  await enter(claimant, button(claimant, say("save")), /block=penalty&saved=next/);
  await enter(claimant, claimant.page.getByRole("link", { name: say("toList") }), /\/elements\??$/);
  await enter(claimant, claimant.page.locator('a[href$="block=arrears"]'), /block=arrears/);
  await type(claimant, at(claimant, "arrears.months"), "24");
  await enter(claimant, button(claimant, say("save")), /saved=next/);
  await enter(claimant, claimant.page.getByRole("link", { name: say("toList") }), /\/elements\??$/);
  await enter(claimant, button(claimant, say("handInDo")), /saved=handIn/);
  expect(await claimant.page.locator("main").innerText()).toContain(say("handedIn"));

  const respondent = await ownSheet(one.respondent, "respondent", sitting);
  await enter(respondent, respondent.page.locator('a[href$="block=fee"]'), /block=fee/);
  await tick(respondent, radio(respondent, "fee.asOf.stand", "admitted"));
  await tick(respondent, radio(respondent, "fee.amount.stand", "partly"));
  await unfold(respondent, respondent.page.locator('details:has([name="fee.amount"]) summary'));
  await type(respondent, at(respondent, "fee.amount"), "8000");
  await enter(respondent, button(respondent, say("save")), /block=arrears&saved=next/);
  await tick(respondent, radio(respondent, "arrears.months.stand", "admitted"));
  await enter(respondent, button(respondent, say("save")), /saved=block/);

  const mediator = await sit(site(), "hu.xiuying", sitting);
  const [t, facts, terms] = [
    textFor(locale, elements),
    textFor(locale, factsPage),
    textFor(locale, agreementPage),
  ];
  await go(mediator, `/cases/${one.caseId}/elements`);
  const counts = { agreed: 2, partly: 1, disputed: 0, unanswered: 0 };
  expect(await mediator.page.locator("main").innerText()).toContain(t("counts", counts));
  await enter(mediator, mediator.page.getByRole("link", { name: t("factsLink") }), /\/facts$/);
  await tick(mediator, radio(mediator, "element", "arrears.months"));
  await enter(mediator, button(mediator, facts("take")), /done=facts/);
  expect(await mediator.page.locator("#facts").innerText()).toContain("欠费月数：24");

  await go(mediator, `/cases/${one.caseId}/agreement`);
  expect(await at(mediator, "sheet.fee.amount").inputValue()).toBe("respondent");
  const amount = mediator.page.locator('[name="o.0.amount"][value="8000.00"]');
  await enter(mediator, button(mediator, terms("fromSheetDo")), amount);
  expect(await at(mediator, "mainFacts").inputValue()).toContain("欠费月数：24");
  await typeDate(mediator, at(mediator, "o.0.dueOn"), "2026-12-31");
  await type(mediator, at(mediator, "o.0.channel"), "转账");
  await choose(mediator, at(mediator, "defaultClause"), "none");
  await choose(mediator, at(mediator, "feeSplit"), "respondent");
  await choose(mediator, at(mediator, "finality"), "yes");
  await enter(mediator, button(mediator, terms("saveDo")), /done=draft/);
  const text = await mediator.page.locator("#text").innerText();
  expect(text.replaceAll("\u00a0", " ")).toContain("8,000.00");
  await recordsHold(site());
});
