import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFor } from "./format";
import { capitalMoney } from "./format-money";

const zh = formatFor("zh-CN");
const en = formatFor("en");
const at = "2026-11-23T01:30:00Z";
const until = "2026-11-23T03:00:00Z";

describe("dates and times", () => {
  it("shows an instant in Beijing", () => {
    expect(zh.instant(at)).toBe("2026-11-23 星期一 09:30");
    expect(en.instant(at)).toBe("2026-11-23 Mon 09:30");
    expect(zh.instant("2026-11-22T16:00:00Z")).toBe("2026-11-23 星期一 00:00");
    expect(zh.instantShort(at)).toBe("11-23 09:30");
    expect(zh.time(at)).toBe("09:30");
  });

  it("adds the reader's own time where it differs at that instant", () => {
    expect(formatFor("zh-CN", "America/New_York").instant(at)).toBe(
      "2026-11-23 星期一 09:30（当地 2026-11-22 星期日 20:30，New York）",
    );
    expect(formatFor("en", "Europe/Berlin").range(at, until)).toBe(
      "2026-11-23 Mon 09:30–11:00 (2026-11-23 Mon 02:30–04:00 in Berlin)",
    );
    expect(formatFor("en", "Asia/Singapore").instant(at)).toBe(en.instant(at));
    expect(formatFor("en", "Asia/Shanghai").instant(at)).toBe(en.instant(at));
  });

  it("shows dates, of an instant the Beijing one", () => {
    expect(zh.date("2026-10-08")).toBe("2026-10-08 星期四");
    expect(en.date("2026-10-08")).toBe("2026-10-08 Thu");
    expect(zh.date("2026-10-07T16:30:00Z")).toBe("2026-10-08 星期四");
    expect(zh.dateShort("2026-10-08")).toBe("10-08 星期四");
    expect(en.dateShort("2026-10-08")).toBe("10-08 Thu");
  });

  it("joins ranges with the dash of the language", () => {
    expect(zh.range(at, until)).toBe("2026-11-23 星期一 09:30—11:00");
    expect(en.timeRange(at, until)).toBe("09:30–11:00");
    expect(zh.dateRange("2026-10-05", "2026-10-11")).toBe("2026-10-05 — 10-11");
    expect(en.dateRange("2026-12-30", "2027-01-02")).toBe("2026-12-30 – 2027-01-02");
    expect(zh.dateRange("2026-10-05", "2026-10-05")).toBe("2026-10-05");
  });

  it("speaks to parties as people do", () => {
    expect(zh.spokenDate("2026-10-08")).toBe("10 月 8 日 星期四");
    expect(en.spokenDate("2026-10-08")).toBe("Thursday 8 October");
    expect(zh.spokenTimeRange("2026-10-08T06:00:00Z", "2026-10-08T07:30:00Z")).toBe("下午 2:00—3:30");
    expect(en.spokenTimeRange("2026-10-08T06:00:00Z", "2026-10-08T07:30:00Z")).toBe("2:00–3:30 pm");
    expect(zh.spokenTimeRange("2026-10-08T02:30:00Z", "2026-10-08T04:00:00Z")).toBe("上午 10:30—中午 12:00");
    expect(en.spokenTimeRange("2026-10-08T02:30:00Z", "2026-10-08T04:00:00Z")).toBe("10:30 am–12:00 pm");
  });

  it("names months and weekdays, Monday first", () => {
    expect([zh.month("2026-10"), en.month("2026-10-31")]).toEqual(["2026 年 10 月", "October 2026"]);
    expect(zh.weekdays()[0]).toEqual({ short: "一", full: "星期一" });
    expect(en.weekdays()[6]).toEqual({ short: "Sun", full: "Sunday" });
  });

  it("refuses what is no instant", () => {
    expect(() => zh.instant("tomorrow")).toThrow();
  });
});

describe("durations and days left", () => {
  it("says hours and minutes", () => {
    expect([0, 45, 60, 90].map(zh.duration)).toEqual(["0 分", "45 分", "1 小时", "1 小时 30 分"]);
    expect(en.duration(90)).toBe("1 h 30 min");
  });

  it("counts down to the last day and past it", () => {
    expect([3, 0, -2].map(zh.daysLeft)).toEqual(["剩 3 天", "今天届满", "逾期 2 天"]);
    expect([1, 3, 0, -1, -2].map(en.daysLeft)).toEqual([
      "1 day left",
      "3 days left",
      "Expires today",
      "1 day overdue",
      "2 days overdue",
    ]);
  });
});

describe("money", () => {
  it("shows fen as yuan", () => {
    expect(zh.money(1_248_000)).toBe("12,480.00\u00a0元");
    expect(en.money(1_248_000)).toBe("CNY\u00a012,480.00");
    expect(zh.money(5)).toBe("0.05\u00a0元");
    expect(zh.money(-123_456_789)).toBe("-1,234,567.89\u00a0元");
    expect(() => zh.money(0.5)).toThrow();
  });

  it.each([
    [1_248_000, "壹万贰仟肆佰捌拾元整"],
    [0, "零元整"],
    [1_640_902, "壹万陆仟肆佰零玖元零贰分"],
    [32_504, "叁佰贰拾伍元零肆分"],
    [10_700_053, "壹拾万柒仟元伍角叁分"],
    [168_032, "壹仟陆佰捌拾元叁角贰分"],
    [10_050, "壹佰元伍角整"],
    [5, "伍分"],
    [10_001_000_000, "壹亿零壹万元整"],
    [100_000_100_000, "壹拾亿零壹仟元整"],
    [100_500, "壹仟零伍元整"],
    [1_000_500, "壹万零伍元整"],
    [100_000_000, "壹佰万元整"],
  ])("writes %d fen in capitals", (fen, words) => {
    expect(capitalMoney(fen)).toBe(words);
  });

  it("writes different amounts differently", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        fc.pre(one !== other);
        expect(capitalMoney(one)).not.toBe(capitalMoney(other));
      }),
    );
  });
});

describe("names", () => {
  it("lists", () => {
    expect(zh.list(["甲", "乙", "丙"])).toBe("甲、乙、丙");
    expect(en.list(["A", "B", "C"])).toBe("A, B and C");
    expect(en.list(["A"])).toBe("A");
  });

  it("sets the sides against each other", () => {
    expect(zh.versus(["某银行"], ["张某某", "李某"])).toBe("某银行诉张某某等 2 人");
    expect(en.versus(["Mou Bank"], ["Zhang", "Li"])).toBe("Mou Bank v Zhang and 1 other");
  });
});
