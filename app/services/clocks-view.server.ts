import { daysLeft, explainClock, toneOf } from "~/domain/cases/clocks";
import { courtCalendar } from "./calendar.server";
import { asClock, runningClocks } from "./clocks.server";
import type { CaseRow } from "./command.server";
import type { Question } from "./query.server";

/** The clocks that run, most pressing first, with the values that their sentences are made of. */
export async function clocksView(
  { tx, today, now }: Pick<Question<unknown>, "tx" | "today" | "now">,
  row: CaseRow,
) {
  const calendar = await courtCalendar(tx, row.courtId);
  return (await runningClocks(tx, row.courtId, row.id))
    .map((one) => {
      const sentence = explainClock(asClock(one), calendar, today);
      return { clockId: one.id, sentence, daysLeft: daysLeft(sentence, now), tone: toneOf(sentence, now) };
    })
    .sort((a, b) => (a.sentence.dueOn < b.sentence.dueOn ? -1 : 1));
}
