import { COURT_ZONE, courtDate, wallTime, weekdayOf } from "./court-time";
import { capitalMoney, formatMoney } from "./format-money";
import { daysLeftWords, durationWords, spokenTimes } from "./format-words";
import type { Locale } from "./locale";

const WEEKDAYS_ZH = ["日", "一", "二", "三", "四", "五", "六"].map((day) => `星期${day}`);
const WEEKDAYS_EN = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS_EN =
  "January February March April May June July August September October November December".split(" ");

/** The only place where dates, times, money, durations and names become words. Instants are ISO strings, dates YYYY-MM-DD. */
export interface Format {
  /** `2026-11-23 星期一 09:30` in Beijing, then the reader's own where it differs. */
  instant(at: string): string;
  /** `11-23 09:30`, for lists. */
  instantShort(at: string): string;
  /** `2026-11-23 星期一`; of an instant, its Beijing date. */
  date(on: string): string;
  /** `11-23 星期一` */
  dateShort(on: string): string;
  /** `09:30` in Beijing. */
  time(at: string): string;
  /** `2026-11-23 星期一 09:00—10:30`; end exclusive, as stored. */
  range(startAt: string, endAt: string): string;
  /** `当地 2026-11-30 星期一 20:00—21:30，New York`; empty where the reader keeps the court's time, or nobody knows his. */
  ownRange(startAt: string, endAt: string): string;
  /** `09:00—10:30` */
  timeRange(startAt: string, endAt: string): string;
  /** `2026-10-05 — 10-11`, both days included. */
  dateRange(fromOn: string, toOn: string): string;
  /** `10 月 8 日 星期四` / `Thursday 8 October`, for parties. */
  spokenDate(on: string): string;
  /** `下午 2:00—3:30` / `2:00–3:30 pm`, for parties. */
  spokenTimeRange(startAt: string, endAt: string): string;
  /** `2026 年 10 月` / `October 2026` from YYYY-MM or longer. */
  month(on: string): string;
  /** Monday first: `一`, `星期一`. */
  weekdays(): { short: string; full: string }[];
  /** `12,480.00 元` / `CNY 12,480.00` */
  money(fen: number): string;
  /** 壹万贰仟肆佰捌拾元整, in both languages: documents are Chinese. */
  capitals(fen: number): string;
  /** `1 小时 30 分` / `1 h 30 min` */
  duration(minutes: number): string;
  /** 剩 3 天 / 今天届满 / 逾期 2 天 */
  daysLeft(days: number): string;
  count(value: number): string;
  /** A file's size, from bytes: `35 KB`, `2.4 MB`. */
  fileSize(bytes: number): string;
  /** `甲、乙、丙` / `A, B and C` */
  list(items: readonly string[]): string;
  /** The first name, and how many more: `张某某等 3 人` / `Zhang Moumou and 2 others`. */
  names(names: readonly string[]): string;
  /** `某银行诉张某某` / `Mou Bank v Zhang Moumou` */
  versus(claimants: readonly string[], respondents: readonly string[]): string;
}

/** `readerZone` is IANA; nothing is added while it is unknown or on the court's time at that instant. */
export function formatFor(locale: Locale, readerZone?: string): Format {
  const isZh = locale === "zh-CN";
  const dash = isZh ? "—" : "–";
  const weekday = (date: string) =>
    isZh ? WEEKDAYS_ZH[weekdayOf(date)]! : WEEKDAYS_EN[weekdayOf(date)]!.slice(0, 3);
  const dated = (date: string) => `${date} ${weekday(date)}`;
  const names = (all: readonly string[]) => {
    const first = all[0] ?? "";
    if (all.length <= 1) return first;
    if (isZh) return `${first}等 ${all.length} 人`;
    return `${first} and ${all.length - 1} ${all.length === 2 ? "other" : "others"}`;
  };
  const ownWords = (startAt: string, endAt?: string) => {
    if (!readerZone || readerZone === COURT_ZONE) return "";
    const here = wallTime(startAt, readerZone);
    const there = wallTime(startAt);
    if (here.date === there.date && here.time === there.time) return "";
    const time = endAt ? `${here.time}${dash}${wallTime(endAt, readerZone).time}` : here.time;
    const place = readerZone.split("/").at(-1)!.replaceAll("_", " ");
    return isZh ? `当地 ${dated(here.date)} ${time}，${place}` : `${dated(here.date)} ${time} in ${place}`;
  };
  const own = (startAt: string, endAt?: string) => {
    const words = ownWords(startAt, endAt);
    if (!words) return "";
    return isZh ? `（${words}）` : ` (${words})`;
  };
  const timeRange = (startAt: string, endAt: string) =>
    `${wallTime(startAt).time}${dash}${wallTime(endAt).time}`;

  return {
    instant(at) {
      const { date, time } = wallTime(at);
      return `${dated(date)} ${time}${own(at)}`;
    },
    instantShort(at) {
      const { date, time } = wallTime(at);
      return `${date.slice(5)} ${time}`;
    },
    date: (on) => dated(courtDate(on)),
    dateShort: (on) => dated(courtDate(on)).slice(5),
    time: (at) => wallTime(at).time,
    range(startAt, endAt) {
      const { date, time } = wallTime(startAt);
      return `${dated(date)} ${time}${dash}${wallTime(endAt).time}${own(startAt, endAt)}`;
    },
    ownRange: ownWords,
    timeRange,
    dateRange(fromOn, toOn) {
      const [from, to] = [courtDate(fromOn), courtDate(toOn)];
      if (from === to) return from;
      return `${from} ${dash} ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
    },
    spokenDate(on) {
      const date = courtDate(on);
      const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
      if (isZh) return `${month} 月 ${day} 日 ${weekday(date)}`;
      return `${WEEKDAYS_EN[weekdayOf(date)]} ${day} ${MONTHS_EN[month - 1]}`;
    },
    spokenTimeRange: (startAt, endAt) => spokenTimes(isZh, wallTime(startAt).time, wallTime(endAt).time),
    month(on) {
      const month = Number(on.slice(5, 7));
      return isZh ? `${on.slice(0, 4)} 年 ${month} 月` : `${MONTHS_EN[month - 1]} ${on.slice(0, 4)}`;
    },
    weekdays: () =>
      [1, 2, 3, 4, 5, 6, 0].map((day) =>
        isZh
          ? { short: WEEKDAYS_ZH[day]!.slice(-1), full: WEEKDAYS_ZH[day]! }
          : { short: WEEKDAYS_EN[day]!.slice(0, 3), full: WEEKDAYS_EN[day]! },
      ),
    money: (fen) => formatMoney(locale, fen),
    capitals: capitalMoney,
    duration: (minutes) => durationWords(isZh, minutes),
    daysLeft: (days) => daysLeftWords(isZh, days),
    count: (value) => value.toLocaleString("en-US"),
    fileSize: (bytes) =>
      bytes < 1_000_000
        ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
        : `${(bytes / 1_000_000).toFixed(1)} MB`,
    list(items) {
      if (isZh) return items.join("、");
      return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
    },
    names,
    versus: (claimants, respondents) =>
      isZh ? `${names(claimants)}诉${names(respondents)}` : `${names(claimants)} v ${names(respondents)}`,
  };
}
