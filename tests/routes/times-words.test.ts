import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReaderContext } from "~/i18n/use-text";
import { Answered } from "~/routes/p.$token.times/answered";
import { Booked } from "~/routes/p.$token.times/booked";
import { NoChoice } from "~/routes/p.$token.times/no-choice";
import { TimesForm } from "~/routes/p.$token.times/times-form";

/* What a side reads in each state of an offer, as it comes without a script. */
const room = { name: "第一调解室", nameEn: "Room 1", place: "一层东侧", placeEn: "ground floor, east" };
const first = {
  key: "a",
  startAt: "2026-11-24T01:30:00Z",
  endAt: "2026-11-24T03:00:00Z",
  mode: "onsite" as const,
  room,
  isOver: false,
};
const second = { ...first, key: "b", mode: "video" as const, room: null };
const gone = {
  ...first,
  key: "c",
  startAt: "2026-11-22T01:30:00Z",
  endAt: "2026-11-22T03:00:00Z",
  isOver: true,
};
const slots = [first, second, gone];
const until = "2026-11-26T01:30:00Z";
const form = (chosen: string[] | null, failed?: Parameters<typeof TimesForm>[0]["failed"]) =>
  createElement(TimesForm, { offer: { until, slots, chosen }, address: "No 1", failed });
const inZh = renderToStaticMarkup;
const inEn = (page: ReactElement) =>
  renderToStaticMarkup(createElement(ReaderContext.Provider, { value: { locale: "en" } }, page));

it("lists the times that lie ahead as boxes, with place or means and until when", () => {
  const page = inZh(form(null));
  expect(page).toContain("2026-11-24 星期二 09:30—11:00");
  expect(page).toContain("第一调解室，一层东侧");
  expect(page).toContain("视频调解");
  expect(page).toContain("请在 2026-11-26 星期四 09:30 以前答复");
  expect(page.match(/type="checkbox"/g)).toHaveLength(2);
  expect(page).not.toContain("2026-11-22");
  expect(page).toContain("已经过去的时间不再列出");
});

it("shows an error at its field, with what was entered; an earlier answer stands ticked", () => {
  const wrong = { message: "要勾选", fieldId: "choices" as const, choices: ["b"], reason: "出差" };
  const page = inZh(form(["a"], wrong));
  expect(page).toContain('aria-describedby="choices-description choices-error"');
  expect(page.match(/<input[^>]*checked=""[^>]*>/g)).toEqual([expect.stringContaining('value="b"')]);
  expect(page).toContain("出差</textarea>");
  expect(inZh(form(["a"])).match(/checked=""/g)).toHaveLength(1);
  expect(inZh(form(["a"]))).toContain("改成这些时间");
  // Who has said "none" is not asked to say it again.
  expect(inZh(form([]))).not.toContain('value="none"');
});

it.each([
  form(null),
  form(["a"]),
  createElement(Answered, { chosen: ["a"], slots, isNews: true }),
  createElement(Answered, { chosen: [], slots, isNews: false }),
  createElement(Booked, { booked: first, court: { address: "No 1" }, token: "t" }),
  createElement(NoChoice, { status: "expired", until, phone: "010" }),
  createElement(NoChoice, { status: "withdrawn", until, phone: "010" }),
  createElement(NoChoice, { status: "never", until: null, phone: "010" }),
])("says state %# in both languages", (page) => {
  expect(inZh(page)).toMatch(/[\u4e00-\u9fff]/);
  expect(inEn(page)).not.toMatch(/[\u4e00-\u9fff]/);
});

it("a booked time leads to the session, an outcome is read out", () => {
  expect(inZh(createElement(Booked, { booked: first, court: { address: "No 1" }, token: "t" }))).toContain(
    'href="/p/t"',
  );
  expect(inZh(createElement(Answered, { chosen: ["a"], slots, isNews: true }))).toContain('role="status"');
});
