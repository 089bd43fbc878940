import { daysBetween } from "~/domain/cases/calendar";
import { awaitedClocks, type ClockSentence } from "~/domain/cases/clocks";
import type { Stage } from "~/domain/cases/stages";
import { awaitedWords, clockWords } from "~/i18n/clock-sentence";
import type { Locale } from "~/i18n/locale";

/** The time limits of a case as a page shows them: those that run with their sentences, then those that do not run yet. */
export function clocksShown<C extends { readonly sentence: ClockSentence }>(
  locale: Locale,
  stage: Stage,
  clocks: readonly C[],
) {
  return {
    clocks: clocks.map(({ sentence, ...clock }) => ({
      ...clock,
      code: sentence.code,
      dueOn: sentence.dueOn,
      totalDays: daysBetween(sentence.startOn, sentence.dueOn),
      provisional: sentence.provisional,
      paused: sentence.paused,
      words: clockWords(locale, sentence),
    })),
    awaited: awaitedClocks(
      stage,
      clocks.map(({ sentence }) => sentence.code),
    ).map((code) => ({ code, words: awaitedWords(locale, code) })),
  };
}
