import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import type { AwaitedClock, ClockSentence } from "~/domain/cases/clocks";
import { articleText } from "./article-text";
import * as clocks from "./clocks";
import * as laws from "./laws";
import type { Locale } from "./locale";
import { textFor } from "./text";

export interface ClockWords {
  /** 委托调解期限 15 日 */
  title: string;
  /** How the due date came about. */
  sentence: string;
  /** The article, and whether anything was excluded or extended. */
  law: string;
}

const MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `9 月 21 日` / `21 Sep`; the year only where it is another than that of the due date, which stands beside in full. */
function dayWords(locale: Locale, on: string, knownYear: string): string {
  const [year = "", month = "", day = ""] = on.split("-");
  const isKnown = year === knownYear;
  if (locale === "zh-CN") return `${isKnown ? "" : `${year} 年 `}${Number(month)} 月 ${Number(day)} 日`;
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1]}${isKnown ? "" : ` ${year}`}`;
}

/** A limit that does not run yet: its name, what it waits for, its article. */
export function awaitedWords(locale: Locale, code: AwaitedClock): ClockWords {
  const t = textFor(locale, clocks);
  const { unit, length, article } = CLOCK_RULES[code];
  const stop = locale === "zh-CN" ? "。" : ".";
  return {
    title: t("title", { name: t(code), length: t(`length.${unit}`, { count: length ?? 0 }) }),
    sentence: `${t(`awaits.${code}`)}${stop}`,
    law: `${t("basis", { article: articleText(locale, article) })}${stop}`,
  };
}

/** The deadline explains itself, from the values that the domain computed it with. Dates are the court's. */
export function clockWords(locale: Locale, clock: ClockSentence): ClockWords {
  const t = textFor(locale, clocks);
  const isZh = locale === "zh-CN";
  const year = clock.dueOn.slice(0, 4);
  const started = t(`start.${CLOCK_RULES[clock.code].start}`, { on: dayWords(locale, clock.startOn, year) });
  const changes = [
    ...clock.extensions.map((extension) => t(`extended.${extension.unit}`, { count: extension.length })),
    ...(clock.excludedDays > 0 ? [t("excluded", { count: clock.excludedDays })] : []),
    ...(clock.suspendedDays > 0 ? [t("suspended", { count: clock.suspendedDays })] : []),
  ];
  const counted = [started, t(`counts.${clock.unit}`, { count: clock.length }), ...changes];
  const ends = t("reaches", { on: dayWords(locale, clock.rawEndOn, year) });
  const rolls = clock.rolled ? t("rolls", { on: dayWords(locale, clock.dueOn, year) }) : undefined;
  const asides = [
    clock.pausedBy && t(`paused.${clock.pausedBy}`),
    clock.provisional && t("provisional"),
  ].filter(Boolean);
  const parts = isZh
    ? [counted.concat(ends).join("，"), rolls, ...asides].filter(Boolean).join("；")
    : [counted.concat(rolls ? `${ends}, ${rolls}` : ends).join(", "), ...asides].join("; ");
  const stop = isZh ? "。" : ".";
  const law = [
    t("basis", { article: articleText(locale, clock.article) }),
    changes.length === 0 && t("plainExtent"),
    !clock.verified && textFor(locale, laws)("unverified"),
  ].filter(Boolean);
  return {
    title: t("title", { name: t(clock.code), length: t(`length.${clock.unit}`, { count: clock.length }) }),
    sentence: `${parts}${stop}`,
    law: `${law.join(isZh ? "；" : "; ")}${stop}`,
  };
}
