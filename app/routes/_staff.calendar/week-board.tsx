import { useMemo } from "react";
import * as day from "~/i18n/day";
import * as shell from "~/i18n/shell";
import type { Text } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Board } from "~/ui/board";
import { BoardMover } from "~/ui/board-move";
import { Section } from "~/ui/section";
import { Key } from "~/ui/status";
import { boardDays, HOURS } from "./board-days";
import type { useMoves } from "./use-moves";
import { MARKS } from "./week";
import type { Week } from "./week.server";

const SHOWN = ["done", "part", "wait", "held", "no"] as const;
type Words = Text<typeof day.zh>;

/** The words of what a board draws; of offers and of other courts only where there are any. */
export const legendOf = (t: Words, { offered, elsewhere }: Pick<Week, "offered" | "elsewhere">) => [
  ...SHOWN.map((mark) => ({ tone: MARKS[mark], word: t(`mark.${mark}`) })),
  ...(offered.length ? [{ tone: "wait" as const, word: t("mark.offered") }] : []),
  ...(elsewhere.length ? [{ tone: "shut" as const, word: t("elsewhere") }] : []),
];

/** The board itself; made once for a week that was read, so that moving one session draws no other anew. */
export function WeekBoard({ week, moves }: { week: Week; moves: ReturnType<typeof useMoves> }) {
  const [t, tShell] = [useText(day), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const days = useMemo(() => boardDays(week, { t, format, locale }), [week, t, format, locale]);
  const now = useMemo(() => {
    const isThisWeek = week.fromOn <= week.today && week.today <= week.toOn;
    const isOpen = week.nowMinute >= HOURS.openMinute && week.nowMinute < HOURS.closeMinute;
    return isThisWeek && isOpen ? { minute: week.nowMinute, label: format.time(week.now) } : undefined;
  }, [week, format]);
  return (
    <Section
      id="board"
      title={t(`by.${week.by}`)}
      note={week.entries.some((one) => one.isMovable) ? t("move.how") : null}
    >
      <Key label={tShell("legend")} marks={legendOf(t, week)} />
      <BoardMover hours={HOURS} load={moves.load} onPick={moves.onPick} say={moves.say}>
        <Board
          label={tShell("scrolls", { what: t("week.title") })}
          rowHead={t(`by.${week.by}Head`)}
          hours={HOURS}
          now={now}
          days={days}
        />
      </BoardMover>
    </Section>
  );
}
