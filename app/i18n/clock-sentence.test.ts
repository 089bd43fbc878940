import { describe, expect, it } from "vitest";
import { CLOCK_CODES } from "~/domain/cases/clock-codes";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import type { ClockSentence } from "~/domain/cases/clocks";
import { articleText, chineseNumber } from "./article-text";
import { awaitedWords, clockWords } from "./clock-sentence";

const clock: ClockSentence = {
  code: "T07",
  article: "INV 27",
  verified: true,
  startOn: "2026-09-21",
  length: 15,
  unit: "day",
  extensions: [],
  excludedDays: 0,
  suspendedDays: 0,
  pausedBy: null,
  rawEndOn: "2026-10-06",
  rolled: true,
  dueOn: "2026-10-08",
  provisional: false,
  paused: false,
};

describe("clockWords", () => {
  it("says in Chinese where the date comes from", () => {
    expect(clockWords("zh-CN", clock)).toEqual({
      title: "委托调解期限 15 日",
      sentence:
        "调解员 9 月 21 日签收移交材料，次日起算 15 日，最后一日是 10 月 6 日；该日是休息日，顺延至其后首个工作日 10 月 8 日。",
      law: "依据：《最高人民法院关于人民法院特邀调解的规定》第二十七条；未扣除、未中止、未延长。",
    });
  });

  it("says it in English", () => {
    expect(clockWords("en", clock)).toEqual({
      title: "Entrusted mediation, 15 days",
      sentence:
        "The mediator signed for the papers on 21 Sep, 15 days from the day after, ending on 6 Oct, a rest day, so it moves to the next working day, 8 Oct.",
      law: "Basis: SPC Provisions on Court-Invited Mediation, art. 27; nothing excluded, not halted, not extended.",
    });
  });

  it("names extensions, excluded days, and what is still open", () => {
    const moved: ClockSentence = {
      ...clock,
      extensions: [{ length: 14, unit: "day" }],
      excludedDays: 1,
      rolled: false,
      rawEndOn: "2027-01-05",
      dueOn: "2027-01-05",
      provisional: true,
      paused: true,
      pausedBy: "exclusion",
      verified: false,
    };
    expect(clockWords("zh-CN", moved).sentence).toBe(
      "调解员 2026 年 9 月 21 日签收移交材料，次日起算 15 日，延长 14 日，扣除 1 天，最后一日是 1 月 5 日；扣除的时间还没有结束，日期逐日后移，恢复后重新计算；所涉年份的放假安排尚未公布，载入后重新计算。",
    );
    expect(clockWords("en", moved).sentence).toContain(
      "extended by 14 days, 1 day not counted, ending on 5 Jan;",
    );
    expect(clockWords("zh-CN", moved).law).toContain("条文待核对");
    expect(clockWords("zh-CN", moved).law).not.toContain("未延长");
  });

  it("says of a limit that does not run yet what it waits for, and no date", () => {
    expect(awaitedWords("zh-CN", "T14")).toEqual({
      title: "对确认裁定提出异议的期限 15 日",
      sentence: "自全部当事人收到裁定之日起算；登记送达后才有届满日。",
      law: expect.stringContaining("第三百七十二条"),
    });
    expect(awaitedWords("en", "T14").sentence).toMatch(/^It counts from .* recorded\.$/);
  });

  it.each(CLOCK_CODES)("has whole sentences for %s", (code) => {
    const { unit, length, article } = CLOCK_RULES[code];
    for (const locale of ["zh-CN", "en"] as const) {
      const words = clockWords(locale, { ...clock, code, unit, length: length ?? 1, article });
      expect(Object.values(words).join(" ")).not.toMatch(/\{\{|undefined|\bT\d\d\b/);
    }
  });
});

it("numbers articles as the texts do", () => {
  expect([1, 10, 13, 20, 85, 100, 105, 110, 205, 355].map(chineseNumber)).toEqual([
    "一",
    "十",
    "十三",
    "二十",
    "八十五",
    "一百",
    "一百零五",
    "一百一十",
    "二百零五",
    "三百五十五",
  ]);
  expect(articleText("zh-CN", "CPL 205")).toBe("《民事诉讼法》第二百零五条");
  expect(articleText("en", "local")).toBe("Rule of this court");
});
