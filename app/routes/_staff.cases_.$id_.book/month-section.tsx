import { useSearchParams } from "@remix-run/react";
import { plusDays } from "~/domain/cases/calendar";
import * as booking from "~/i18n/booking";
import { weekdayOf } from "~/i18n/court-time";
import { useFormat, useText } from "~/i18n/use-text";
import { type DayCell, MonthGrid } from "~/ui/month-grid";
import type { Picker } from "./picker.server";
import { pickerHref } from "./wish";

const neighbour = (month: string, by: -1 | 1) =>
  plusDays(by === 1 ? plusDays(`${month}-28`, 4) : `${month}-01`, by === 1 ? 0 : -1).slice(0, 7);

/** The month with the number of times on each day; only days with times lead anywhere. */
export function MonthSection({ picker }: { picker: Picker }) {
  const t = useText(booking);
  const format = useFormat();
  const [search] = useSearchParams();
  const { month, today, dueOn, chosen } = picker;
  const lastShown = picker.weeks.at(-1)?.at(-1)?.on ?? "";
  // The neighbours of a month are few; once half of the page is the next month, both are named.
  const isLong = lastShown.slice(0, 7) > month && Number(lastShown.slice(8)) > 7;
  const cellOf = ({ on, count, isRest, isLate }: Picker["weeks"][number][number]): DayCell => {
    const isWeekend = weekdayOf(on) % 6 === 0;
    // Where both months are named above, only the first day needs to say its month.
    const isPlain = on.startsWith(month) || (isLong && !on.endsWith("-01"));
    const base = {
      on,
      day: isPlain ? String(Number(on.slice(8))) : `${Number(on.slice(5, 7))}/${Number(on.slice(8))}`,
      reading: format.date(on),
    };
    if (on < today) return { ...base, kind: "past" };
    const tag = on === dueOn ? t("tag.due") : isWeekend && count > 0 ? t("tag.work") : undefined;
    if (count > 0)
      return {
        ...base,
        ...(tag ? { tag } : {}),
        text: t("cell.slots", { count }),
        href: `${pickerHref(search, { on, do: null })}#slot`,
        isChosen: on === chosen && !picker.wish.isOffer,
      };
    if (isLate)
      return on === plusDays(dueOn ?? on, 1)
        ? { ...base, kind: "late", text: t("cell.late") }
        : { ...base, kind: "late", textReading: t("cell.late") };
    if (isRest) return { ...base, kind: "rest", text: t("cell.rest") };
    return { ...base, text: tag ?? t(on === today ? "cell.today" : "cell.none") };
  };
  const before = neighbour(month, -1);
  const title = format.month(`${month}-01`) + (isLong ? ` — ${format.month(lastShown)}` : "");
  return (
    <section className="sec" aria-labelledby="month-h">
      <MonthGrid
        id="month-h"
        title={title}
        previous={
          before >= today.slice(0, 7)
            ? { href: pickerHref(search, { month: before }), label: t("previousMonth") }
            : undefined
        }
        next={{ href: pickerHref(search, { month: neighbour(month, 1) }), label: t("nextMonth") }}
        weekdays={format.weekdays()}
        weeks={picker.weeks.map((week) => week.map(cellOf))}
      />
      <p className="hint">
        {t("monthNote", { count: picker.total, days: Object.keys(picker.counts).length })}
      </p>
    </section>
  );
}
