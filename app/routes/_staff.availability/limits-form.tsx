import * as availability from "~/i18n/availability";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { AvailabilityShown } from "./route";

const LIMITS = [
  "maxPerDay",
  "maxPerWeek",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "minimumNoticeMinutes",
  "horizonDays",
] as const;

/** What is taken at most and what must lie around a session. */
export function LimitsForm({ kept, answer: given }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const [t, tShell] = [useText(availability), useText(shell)];
  const format = useFormat();
  const answer = given?.values.intent === "limits" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  const isRoom = kept.resource.kind === "room";
  const courtValue = (name: (typeof LIMITS)[number]) =>
    name === "minimumNoticeMinutes" || name === "horizonDays"
      ? t("limits.courtValue", { value: format.count(kept.court[name]) })
      : undefined;
  return (
    <Section id="limits" title={t("limits.title")} note={t("limits.note")}>
      <Form method="post" className="form is-wide gap" noValidate>
        <input type="hidden" name="_key" value={kept.formKey} />
        <input type="hidden" name="version" value={kept.limits.version} />
        <div className="form-row">
          {LIMITS.map((name) => (
            <Field
              key={name}
              id={name}
              label={t(isRoom && name === "bufferAfterMinutes" ? "limits.cleaning" : `limits.${name}`)}
              hint={courtValue(name)}
              error={error(name)}
              errorPrefix={tShell("error")}
            >
              <TextInput
                name={name}
                inputMode="numeric"
                maxLength={5}
                defaultValue={value(name, kept.limits[name] === null ? "" : String(kept.limits[name]))}
                isNumber
              />
            </Field>
          ))}
        </div>
        <div className="acts">
          <Button name="intent" value="limits">
            {t("limits.save")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
