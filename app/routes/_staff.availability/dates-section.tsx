import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import { partsText } from "../_staff/minutes";
import type { FormAnswer } from "../_staff/refusal.server";
import { spanName } from "../_staff/week-fields";
import type { AvailabilityShown } from "./route";

/** Dates with hours of their own, and one more. */
export function DatesSection({ kept, answer: given }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const answer = given?.values.intent === "date" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  return (
    <Section id="dates" title={t("dates.title")} note={t("dates.note")}>
      {kept.dates.length === 0 ? <p className="gap">{t("dates.none")}</p> : null}
      <ul className="attn">
        {kept.dates.map((one) => (
          <li key={one.on}>
            <Form method="post" className="line-form">
              <input type="hidden" name="_key" value={kept.formKey} />
              <input type="hidden" name="on" value={one.on} />
              <span>
                {format.date(one.on)}{" "}
                <span className="num">
                  {one.hours.length > 0 ? partsText(one.hours, format.list) : t("dates.closed")}
                </span>{" "}
                {one.note ? <span className="q">{one.note}</span> : null}
              </span>
              <Button look="quiet" name="intent" value="clearDate" reading={format.date(one.on)}>
                {t("dates.clear")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <details className="fold" open={answer !== undefined}>
        <summary>{t("dates.add")}</summary>
        <Form method="post" className="form is-wide" noValidate>
          <input type="hidden" name="_key" value={kept.formKey} />
          <Field id="on" label={t("dates.on")} error={error("on")} errorPrefix={tShell("error")}>
            <TextInput type="date" name="on" defaultValue={value("on")} required />
          </Field>
          <p className="hint">{t("dates.hint")}</p>
          <div className="form-row">
            {[1, 2].flatMap((n) =>
              (["from", "to"] as const).map((end) => {
                const name = spanName("date", n, end);
                return (
                  <Field
                    key={name}
                    id={name}
                    label={t(end === "from" ? "dates.start" : "dates.end", { n })}
                    error={error(name)}
                    errorPrefix={tShell("error")}
                  >
                    <TextInput
                      name={name}
                      inputMode="numeric"
                      maxLength={5}
                      placeholder="--:--"
                      autoComplete="off"
                      defaultValue={value(name)}
                      isNumber
                    />
                  </Field>
                );
              }),
            )}
          </div>
          <Field id="note" label={t("dates.words")} error={error("note")} errorPrefix={tShell("error")}>
            <TextInput name="note" maxLength={200} defaultValue={value("note")} autoComplete="off" />
          </Field>
          <div className="acts">
            <Button name="intent" value="date">
              {t("dates.save")}
            </Button>
          </div>
        </Form>
      </details>
    </Section>
  );
}
