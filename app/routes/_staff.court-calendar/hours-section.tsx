import * as words from "~/i18n/court-calendar";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { WeekTable } from "../_staff/week-table";
import { hoursLines } from "../_staff.roster/hours-words";
import { periodText } from "./period-text";
import type { CalendarShown } from "./route";

type Shown = Pick<CalendarShown, "hours" | "today" | "mayLoad"> & { answer?: FormAnswer };

/** The court's hours by season, and for the administrator the form that puts a season in. */
export function HoursSection({ hours, today, mayLoad, answer }: Shown) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const current = hours.find((one) => isOn(one, today));
  const said = (one: Shown["hours"][number]) =>
    periodText(t, format, { from: one.validFrom, to: one.validTo });
  return (
    <Section id="hours" title={t("hours")} note={t("hoursNote")}>
      <ul className="attn">
        {hours.map((one) => (
          <li key={`${one.validFrom} ${one.validTo}`}>
            {mayLoad && one.validFrom !== null && one.validFrom > today ? (
              <Form method="post" className="line-form">
                <input type="hidden" name="validFrom" value={one.validFrom} />
                <span>{said(one)}</span>
                <Button look="quiet" name="intent" value="preview-season" reading={said(one)}>
                  {t("seasonClear")}
                </Button>
              </Form>
            ) : (
              <>
                {said(one)} {one === current ? <Status tone="now">{t("period.current")}</Status> : null}
              </>
            )}
            {hoursLines(format, one.hours).map((line) => (
              <p key={line} className="num">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {mayLoad ? (
        <details className="fold" open={answer !== undefined}>
          <summary>{t("hoursEdit")}</summary>
          <Form method="post" className="form is-wide" noValidate>
            <div className="form-row">
              <Field
                id="validFrom"
                label={t("validFrom")}
                error={error("validFrom")}
                errorPrefix={tShell("error")}
              >
                <TextInput type="date" name="validFrom" required defaultValue={value("validFrom", today)} />
              </Field>
              <Field
                id="validTo"
                label={t("validTo")}
                hint={t("validToHint")}
                error={error("validTo")}
                errorPrefix={tShell("error")}
              >
                <TextInput type="date" name="validTo" defaultValue={value("validTo")} />
              </Field>
            </div>
            <WeekTable caption={t("hoursEdit")} answer={answer} start={current?.hours ?? []} />
            <div className="acts">
              <Button name="intent" value="preview-hours">
                {t("preview")}
              </Button>
            </div>
          </Form>
        </details>
      ) : null}
    </Section>
  );
}

const isOn = (one: Shown["hours"][number], on: string) =>
  (one.validFrom === null || one.validFrom <= on) && (one.validTo === null || on < one.validTo);
