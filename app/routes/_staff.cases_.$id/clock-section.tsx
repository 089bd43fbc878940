import * as casePage from "~/i18n/case-page";
import { useFormat, useText } from "~/i18n/use-text";
import { Clocks } from "~/ui/clock";
import { Empty } from "~/ui/notice";
import { Section } from "~/ui/section";
import { clockTone } from "../_staff.cases/row-words";
import type { CaseShown } from "./case.server";

interface ClockSectionProps {
  clocks: CaseShown["clocks"];
  awaited?: CaseShown["awaited"];
}

/** The running time limits, each with the sentence that explains its date; after them what does not run yet. */
export function ClockSection({ clocks, awaited = [] }: ClockSectionProps) {
  const t = useText(casePage);
  const format = useFormat();
  const version = clocks[0]?.calendarVersion;
  return (
    <Section id="clocks" title={t("clocks")} note={version ? t("clocksNote", { version }) : null}>
      {clocks.length + awaited.length === 0 ? <Empty title={t("noClocks")}>{t("noClocksText")}</Empty> : null}
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
              title: clock.words.title,
              sentence: clock.words.sentence,
              law: clock.words.law,
            };
          }),
          ...awaited.map(({ code, words }) => ({ id: code, label: t("clockAwaited"), ...words })),
        ]}
      />
    </Section>
  );
}
