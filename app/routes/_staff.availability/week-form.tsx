import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { ScrollRegion } from "~/ui/scroll-region";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { clockOf } from "./minutes";
import type { AvailabilityShown } from "./route";
import { SPANS, spanName, WEEKDAYS } from "./week-fields";

/** A whole week at once: what is left empty is not booked. Beginning with the week that holds now. */
export function WeekForm({ kept, answer: given }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const answer = given?.values.intent === "week" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  const current = kept.weeks.find((week) => week.isCurrent);
  const start =
    current?.hours ??
    kept.court.hours.map((one) => ({
      weekday: one.weekday,
      fromMinute: one.fromMin,
      toMinute: one.toMin,
      resident: false,
    }));
  const isPerson = kept.resource.kind !== "room";
  const timeOf = (weekday: number, n: number, end: "from" | "to") => {
    const span = start.filter((one) => one.weekday === weekday)[n - 1];
    const known = span && clockOf(end === "from" ? span.fromMinute : span.toMinute);
    return value(spanName(String(weekday), n, end), answer ? "" : known);
  };
  return (
    <details className="fold" open={answer !== undefined}>
      <summary>{t("week.edit")}</summary>
      <Form method="post" className="form is-wide" noValidate>
        <input type="hidden" name="_key" value={kept.formKey} />
        <div className="form-row">
          <Field
            id="validFrom"
            label={t("week.validFrom")}
            error={error("validFrom")}
            errorPrefix={tShell("error")}
          >
            <TextInput type="date" name="validFrom" defaultValue={value("validFrom", kept.today)} required />
          </Field>
          <Field
            id="validTo"
            label={t("week.validTo")}
            hint={t("week.validToHint")}
            error={error("validTo")}
            errorPrefix={tShell("error")}
          >
            <TextInput type="date" name="validTo" defaultValue={value("validTo")} />
          </Field>
        </div>
        <ScrollRegion label={tShell("scrolls", { what: t("week.edit") })}>
          <table className="tbl hours">
            <caption className="sr">{t("week.edit")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("week.day")}</th>
                {SPANS.map((n) => (
                  <th scope="col" key={n}>
                    {t("week.span", { n })}
                  </th>
                ))}
                {isPerson ? <th scope="col">{t("week.resident")}</th> : null}
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
                    {isPerson ? (
                      <td>
                        <input
                          type="checkbox"
                          name={`resident.${weekday}`}
                          aria-label={t("week.residentOf", { day })}
                          defaultChecked={
                            answer
                              ? value(`resident.${weekday}`) === "on"
                              : start.some((one) => one.weekday === weekday && one.resident)
                          }
                        />
                      </td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollRegion>
        <Check
          name="followsCourt"
          label={t("week.followsCourt")}
          defaultChecked={value("followsCourt") === "on"}
        />
        <div className="acts">
          <Button look="main" name="intent" value="week">
            {t("week.save")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
