import type { ClockTone } from "~/domain/cases/clocks";
import * as clockList from "~/i18n/clock-list";
import { useFormat, useText } from "~/i18n/use-text";
import { Clocks } from "~/ui/clock";
import { clockTone } from "../_staff.cases/row-words";

type Words = { readonly title: string; readonly sentence: string; readonly law: string };

export type ClockShown = {
  readonly clockId: string;
  readonly daysLeft: number;
  readonly totalDays: number;
  readonly dueOn: string;
  readonly tone: ClockTone;
  readonly paused: boolean;
  readonly provisional: boolean;
  readonly words: Words;
};

/** The running time limits, each with the sentence that explains its date; after them what does not run yet. */
export function ClockLines({
  clocks,
  awaited,
}: {
  clocks: readonly ClockShown[];
  awaited: readonly { readonly code: string; readonly words: Words }[];
}) {
  const t = useText(clockList);
  const format = useFormat();
  return (
    <Clocks
      clocks={[
        ...clocks.map((clock) => {
          const on = format.date(clock.dueOn);
          return {
            id: clock.clockId,
            label: clock.paused ? t("paused") : format.daysLeft(clock.daysLeft),
            tone: clockTone(clock.tone),
            daysTotal: clock.totalDays,
            daysGone: clock.totalDays - clock.daysLeft,
            sub: clock.provisional ? t("provisional", { on }) : on,
            ...clock.words,
          };
        }),
        ...awaited.map(({ code, words }) => ({ id: code, label: t("awaited"), ...words })),
      ]}
    />
  );
}
