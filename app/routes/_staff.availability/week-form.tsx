import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { WeekTable } from "../_staff/week-table";
import type { AvailabilityShown } from "./route";

/** A whole week at once: what is left empty is not booked. Beginning with the week that holds now. */
export function WeekForm({ kept, answer: given }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const [t, tShell] = [useText(availability), useText(shell)];
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
        <WeekTable
          caption={t("week.edit")}
          answer={answer}
          start={start}
          resident={
            isPerson
              ? (weekday) =>
                  answer
                    ? value(`resident.${weekday}`) === "on"
                    : start.some((one) => one.weekday === weekday && one.resident)
              : undefined
          }
        />
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
