import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { ScrollRegion } from "~/ui/scroll-region";
import { fieldsOf } from "./form-errors";
import { clockOf } from "./minutes";
import type { FormAnswer } from "./refusal.server";
import { SPANS, spanName, WEEKDAYS } from "./week-fields";

interface WeekTableProps {
  caption: string;
  answer: FormAnswer | undefined;
  /** The week that it begins with; minutes since 00:00 court time. */
  start: readonly { weekday: number; fromMinute: number; toMinute: number }[];
  /** Where the days of residence are told too: whether that weekday is one. */
  resident?: (weekday: number) => boolean;
}

/** A whole week to fill in, three spans a day: what is left empty is not open. */
export function WeekTable({ caption, answer, start, resident }: WeekTableProps) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const timeOf = (weekday: number, n: number, end: "from" | "to") => {
    const span = start.filter((one) => one.weekday === weekday)[n - 1];
    const known = span && clockOf(end === "from" ? span.fromMinute : span.toMinute);
    return value(spanName(String(weekday), n, end), answer ? "" : known);
  };
  return (
    <ScrollRegion label={tShell("scrolls", { what: caption })}>
      <table className="tbl hours">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("week.day")}</th>
            {SPANS.map((n) => (
              <th scope="col" key={n}>
                {t("week.span", { n })}
              </th>
            ))}
            {resident ? <th scope="col">{t("week.resident")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => {
            const day = format.weekdays()[weekday - 1]?.full ?? "";
            return (
              <tr key={weekday}>
                <th scope="row" className="nw">
                  {day}
                </th>
                {SPANS.map((n) => (
                  <td key={n}>
                    <span className="span">
                      {(["from", "to"] as const).map((end) => {
                        const name = spanName(String(weekday), n, end);
                        const wrong = error(name);
                        return (
                          <span key={end}>
                            <input
                              className="in num"
                              type="text"
                              id={name}
                              name={name}
                              inputMode="numeric"
                              maxLength={5}
                              placeholder="--:--"
                              autoComplete="off"
                              defaultValue={timeOf(weekday, n, end)}
                              aria-label={t(end === "from" ? "week.start" : "week.end", { day, n })}
                              aria-invalid={wrong ? true : undefined}
                              aria-describedby={wrong ? `${name}-error` : undefined}
                            />
                            {wrong ? (
                              <span className="err" id={`${name}-error`}>
                                {wrong}
                              </span>
                            ) : null}
                          </span>
                        );
                      })}
                    </span>
                  </td>
                ))}
                {resident ? (
                  <td>
                    <input
                      type="checkbox"
                      name={`resident.${weekday}`}
                      aria-label={t("week.residentOf", { day })}
                      defaultChecked={resident(weekday)}
                    />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
