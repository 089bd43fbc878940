import * as ways from "~/i18n/booking-ways";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { Picker } from "./picker.server";

interface OverrideFormProps {
  picker: Picker;
  formKey: string;
  answer?: FormAnswer;
  /** Moves a session instead of booking one; its version then, and why it is moved is the reason too. */
  version?: number;
}

/** What the fields of a refused override are called in the list of errors, by the names of what the verb takes. */
export function useOverrideLabels(answer: FormAnswer | undefined): Readonly<Record<string, string>> {
  const t = useText(ways);
  if (answer?.values.intent !== "override") return {};
  return { startAt: t("overrideAt"), "override.reason": t("overrideReason") };
}

/** A coordinator's time outside the hours, gaps, notice or caps of somebody, who reads the reason. */
export function OverrideForm({ picker, formKey, answer: given, version }: OverrideFormProps) {
  const [t, tShell] = [useText(ways), useText(shell)];
  const locale = useLocale();
  const answer = given?.values.intent === "override" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  return (
    <details className="fold" open={answer !== undefined}>
      <summary>{t("override")}</summary>
      <p className="hint">{t("overrideNote")}</p>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="minutes" value={picker.minutes} />
        <input type="hidden" name="mode" value={picker.mode} />
        {version === undefined ? null : <input type="hidden" name="version" value={version} />}
        {picker.wish.with.map((id) => (
          <input key={id} type="hidden" name="with" value={id} />
        ))}
        <div className="form-row">
          <Field id="startAt" label={t("overrideAt")} error={error("startAt")} errorPrefix={tShell("error")}>
            <TextInput
              type="datetime-local"
              name="overrideAt"
              defaultValue={value("overrideAt")}
              required
              isNumber
            />
          </Field>
          {picker.rooms.length > 0 ? (
            <Field
              id="overrideRoom"
              label={t("overrideRoom")}
              error={error("roomId")}
              errorPrefix={tShell("error")}
            >
              <Select
                name="overrideRoom"
                defaultValue={value("overrideRoom")}
                options={picker.rooms.map((room) => ({
                  value: room.roomId,
                  label: locale === "zh-CN" ? room.name : room.nameEn,
                }))}
              />
            </Field>
          ) : null}
        </div>
        <Field
          id="override.reason"
          label={t("overrideReason")}
          error={error("override.reason")}
          errorPrefix={tShell("error")}
        >
          <TextInput
            name="overrideReason"
            maxLength={300}
            defaultValue={value("overrideReason")}
            autoComplete="off"
          />
        </Field>
        <div className="acts">
          <Button name="intent" value="override">
            {t(version === undefined ? "overrideDo" : "overrideMove")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
