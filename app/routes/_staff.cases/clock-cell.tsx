import * as queue from "~/i18n/queue";
import { useFormat, useText } from "~/i18n/use-text";
import { Clock } from "~/ui/clock";
import type { ListedRow } from "./list.server";
import { clockTone } from "./row-words";

/** The time limit that presses this case. */
export function ClockCell({ row }: { row: ListedRow }) {
  const t = useText(queue);
  const format = useFormat();
  if (!row.due) return <Clock label={<span className="q">{t("notRunning")}</span>} />;
  const on = format.dateShort(row.due.on);
  const isPaused = row.due.tone === "paused";
  if (row.toEnd) {
    const by = format.dateShort(row.toEnd.byOn);
    const name = row.toEnd.ownerName;
    const label = row.endsToday ? t("endToday") : t("endBy", { on: by });
    return <Clock label={label} tone="over" sub={name ? t("endOwner", { name, on }) : on} />;
  }
  return (
    <Clock
      label={isPaused ? t("paused") : format.daysLeft(row.due.daysLeft)}
      tone={clockTone(row.due.tone)}
      daysTotal={row.span?.total}
      daysGone={row.span?.gone}
      sub={row.span?.extended ? t("extended", { on }) : on}
    />
  );
}
