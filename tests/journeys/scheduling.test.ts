import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import * as availability from "~/i18n/availability";
import * as board from "~/i18n/board";
import * as booking from "~/i18n/booking";
import * as day from "~/i18n/day";
import * as offers from "~/i18n/offer";
import { overrideTexts } from "~/i18n/override-text";
import { textFor } from "~/i18n/text";
import { useSite } from "./browser";
import { enter, sitDown } from "./keys";
import { button, go, recordsHold, type Seat, visit } from "./seat";
import { acceptProposal, proposeByMail } from "./steps-answers";
import { bookInstead, bookOver } from "./steps-booking";
import {
  addAndExcuse,
  bookTogether,
  explainDay,
  keepApart,
  moveOnBoard,
  offerThree,
  replanDay,
  setDate,
  splitOff,
  takeLeave,
} from "./steps-desk";
import { bookedOn, freeOn, readyCase, someRoom, startOf } from "./steps-scheduling";
import { adjourn, beginSession, noteAbsence } from "./steps-session";
import {
  cannotWeekly,
  checkNotice,
  chooseByLink,
  comeByLink,
  needsCompanion,
  noteChoice,
  noteHeard,
} from "./steps-sides";

/* Times, from one's own hours to a session that is split, without a mouse: wide in Chinese, on a phone in English. */
const site = useSite();
const SITTINGS = [
  { locale: "zh-CN", size: "wide", n: 41, ownOn: "2026-12-01", boardOn: "2026-11-30", awayOn: "2026-12-04" },
  { locale: "en", size: "phone", n: 51, ownOn: "2026-12-03", boardOn: "2026-11-24", awayOn: "2026-11-27" },
] as const;
const shownIn = (seat: Seat, part: string) => seat.page.locator(part).innerText();
const WEDNESDAY = 3;
/** The day on which the clock of these journeys stands. */
const TODAY = "2026-11-23";

it.each(SITTINGS)("finds a time that suits both sides, $locale $size", async ({ n, ownOn, ...sitting }) => {
  const one = await readyCase(site(), n);
  const mediator = await sitDown(site(), "mediator", sitting);
  await go(mediator, "/availability");
  await setDate(mediator, ownOn, "09:00", "10:00");
  await takeLeave(mediator, `${ownOn}T09:30`, `${ownOn}T10:30`);
  const why = await explainDay(mediator, ownOn);
  expect(why).toContain(textFor(sitting.locale, availability)("explain.source.date"));
  expect(why).toMatch(/09:30—10:30/);

  const owner = await visit(site(), "respondent", sitting);
  await cannotWeekly(owner, one.respondent, {
    weekday: WEDNESDAY,
    fromOn: "2026-11-23",
    untilOn: "2027-01-31",
  });
  await needsCompanion(owner);
  await offerThree(mediator, one.caseId);
  await chooseByLink(owner, one.respondent, 1, 2);

  const coordinator = await sitDown(site(), "coordinator", sitting);
  await go(coordinator, `/cases/${one.caseId}`);
  const t = textFor(sitting.locale, offers);
  const lights = await shownIn(coordinator, "#offer");
  expect(lights).toContain(t("answer.yes"));
  expect(lights).toContain(t("answer.no"));
  const toAnswers = coordinator.page.getByRole("link", { name: t("noteAnswer"), exact: true }).first();
  await enter(coordinator, toAnswers, /\/answers$/);
  await noteChoice(coordinator, one.claimant, 2);
  const sessionId = /sessions\/([0-9a-f-]{36})/.exec(coordinator.page.url())?.[1] ?? "";
  const startAt = DateTime.fromISO(await startOf(site(), sessionId), { zone: COURT_ZONE });
  expect(startAt.weekday).not.toBe(WEDNESDAY);

  const checked = await checkNotice(owner, site(), one.respondent);
  expect(checked).toContain(startAt.toFormat("HH:mm"));
  expect(checked).not.toContain(one.respondent.name);
  await comeByLink(owner, one.respondent);
  await go(coordinator, `/sessions/${sessionId}/people`);
  await noteHeard(coordinator, one.claimant);
  await go(coordinator, `/calendar?on=${startAt.toISODate()}`);
  const row = coordinator.page.getByRole("row").filter({ hasText: one.number });
  expect(await row.innerText()).toContain(textFor(sitting.locale, day)("mark.done"));
  await recordsHold(site());
});

it.each(SITTINGS)("keeps a week in order, $locale $size", async ({ n, boardOn, awayOn, ...sitting }) => {
  const [moved, away, first, second] = [
    await readyCase(site(), n + 1),
    await readyCase(site(), n + 2),
    await readyCase(site(), n + 3),
    await readyCase(site(), n + 4),
  ];
  const movedId = await bookedOn(site(), boardOn, moved);
  const awayId = await bookedOn(site(), awayOn, away);
  const before = await startOf(site(), movedId);

  const coordinator = await sitDown(site(), "coordinator", sitting);
  expect(coordinator.page.url()).toMatch(/\/board$/);
  const tBoard = textFor(sitting.locale, board);
  const print = coordinator.page.getByRole("link", { name: tBoard("print"), exact: true });
  await enter(coordinator, print, /\/calendar\/docket/);
  await go(coordinator, `/calendar?on=${boardOn}`);
  await moveOnBoard(coordinator, movedId, "当事人临时有事");
  expect(await startOf(site(), movedId)).not.toBe(before);

  await go(coordinator, `/sessions/${movedId}/people`);
  await addAndExcuse(coordinator);
  await noteHeard(coordinator, moved.respondent);

  const other = await visit(site(), "claimant", sitting);
  const kept = await visit(site(), "respondent", sitting);
  const seen = async (seat: Seat, path: string) => {
    await go(seat, path);
    return shownIn(seat, "main");
  };
  const [othersPage, keptPage] = [
    await seen(other, moved.claimant.link),
    await seen(kept, moved.respondent.link),
  ];
  await keepApart(coordinator, moved);
  expect(await seen(other, moved.claimant.link)).toBe(othersPage);
  expect(await seen(kept, moved.respondent.link)).not.toBe(keptPage);

  await go(coordinator, "/replan");
  await replanDay(coordinator, "mediator", awayOn);
  const replanned = DateTime.fromISO(await startOf(site(), awayId), { zone: COURT_ZONE });
  expect(replanned.toISODate()).not.toBe(awayOn);

  await bookTogether(coordinator, first, second);
  await splitOff(coordinator, second);

  // What no hand came to above is looked at all the same.
  const others = ["move", "cancel"].map((name) => `/sessions/${movedId}/${name}`);
  const room = `/availability?resourceId=${await someRoom(site())}`;
  for (const path of [...others, `/cases/${first.caseId}/absences`, room]) await go(coordinator, path);
  await recordsHold(site());
});

const FOUGHT_OVER = [
  { locale: "zh-CN", size: "wide", n: 61, on: "2026-12-02" },
  { locale: "en", size: "phone", n: 71, on: "2026-12-03" },
] as const;

it.each(FOUGHT_OVER)("books over hours, and beside a rival, $locale $size", async ({ n, on, ...sitting }) => {
  const login = "jiang.lihua";
  const [over, rival, late] = [
    await readyCase(site(), n, login),
    await readyCase(site(), n + 1, login),
    await readyCase(site(), n + 2, login),
  ];
  const mediator = await sitDown(site(), login, sitting);
  await go(mediator, "/availability");
  await setDate(mediator, on, "09:00", "11:00");

  const coordinator = await sitDown(site(), "coordinator", sitting);
  const reason = "双方只有下午能来";
  const sessionId = await bookOver(coordinator, over.caseId, `${on}T14:00`, reason);
  const [told] = overrideTexts(sitting.locale, [{ code: "outsideHours", isOwn: true, reason }]);
  for (const path of [`/today?on=${on}`, `/sessions/${sessionId}`]) {
    await go(mediator, path);
    expect(await shownIn(mediator, "main")).toContain(told);
  }
  await go(coordinator, `/sessions/${sessionId}`);
  expect(await shownIn(coordinator, "main")).not.toContain(told);

  const taken = () => bookedOn(site(), on, rival);
  const instead = await bookInstead(coordinator, late.caseId, on, taken);
  expect(Date.parse(await startOf(site(), instead.sessionId))).toBe(Date.parse(instead.startAt));
  await recordsHold(site());
});

const OPENED = [
  { locale: "zh-CN", size: "wide", n: 64, login: "sun.yumei" },
  { locale: "en", size: "phone", n: 74, login: "hu.xiuying" },
] as const;

it.each(OPENED)("adjourns, and notes who stayed away, $locale $size", async ({ n, login, ...sitting }) => {
  const [first, other, missed] = [
    await readyCase(site(), n, login),
    await readyCase(site(), n + 1, login),
    await readyCase(site(), n + 2, login),
  ];
  const together = await bookedOn(site(), TODAY, first, other);
  const missedId = await bookedOn(site(), TODAY, missed);
  const mediator = await sitDown(site(), login, sitting);
  await beginSession(mediator, together, first, other);
  await adjourn(mediator, [first, other], "周五前双方各自核对欠费明细");
  const t = textFor(sitting.locale, booking);
  await enter(mediator, button(mediator, t("bookNow")), /\/told\?done=booked/);
  const again = await shownIn(mediator, "#place");
  for (const { number } of [first, other]) expect(again).toContain(number);

  await noteAbsence(mediator, missedId, missed);
  await enter(mediator, button(mediator, t("bookNow")), /\/told\?done=booked/);
  await recordsHold(site());
});

const PROPOSED = [
  { locale: "zh-CN", size: "wide", n: 67, login: "hu.xiuying", on: "2026-12-07", next: "2026-12-08" },
  { locale: "en", size: "phone", n: 77, login: "hu.xiuying", on: "2026-12-03", next: "2026-12-04" },
] as const;

it.each(PROPOSED)(
  "takes a time that a side proposes by mail, $locale $size",
  async ({ n, login, on, next, ...sitting }) => {
    const one = await readyCase(site(), n, login);
    const sessionId = await bookedOn(site(), on, one);
    // A time of the day after at which all can come; the room that the session has then is taken by nobody here.
    const [free] = await freeOn(site(), next, one);
    const proposed = DateTime.fromISO(free?.startAt ?? "", { zone: COURT_ZONE });
    await proposeByMail(site(), one, one.respondent, proposed);
    const mediator = await sitDown(site(), login, sitting);
    await acceptProposal(mediator, sessionId);
    expect(Date.parse(await startOf(site(), sessionId))).toBe(proposed.toMillis());
    await recordsHold(site());
  },
);
