import * as words from "~/i18n/case-clocks";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import { HappenedFields } from "../_staff/happened-fields";
import type { FormAnswer } from "../_staff/refusal.server";
import type { ClocksShown } from "./route";

/** Enters what the president or the upper court approved. */
export function LimitForm({ shown, answer: given }: { shown: ClocksShown; answer: FormAnswer | undefined }) {
  const t = useText(words);
  const errorPrefix = useText(shell)("error");
  const answer = given?.values.intent === "limit" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  return (
    <Section id="limit" title={t("limit")} note={t("limitNote")}>
      <Form
        method="post"
        encType="multipart/form-data"
        className="form"
        noValidate
        key={`${shown.formKey}-limit`}
      >
        <input type="hidden" name="_key" value={shown.formKey} />
        <Field id="limitClockId" label={t("clockId")} error={error("clockId")} errorPrefix={errorPrefix}>
          <Select
            name="clockId"
            defaultValue={value("clockId")}
            options={shown.extendable.map((one) => ({
              value: one.clockId,
              label: t("clockIn", { title: one.title, unit: t(`unit.${one.unit}`) }),
            }))}
          />
        </Field>
        <Field id="length" label={t("length")} error={error("length")} errorPrefix={errorPrefix}>
          <TextInput
            name="length"
            inputMode="numeric"
            isNumber
            maxLength={2}
            defaultValue={value("length")}
          />
        </Field>
        <Choices
          kind="radio"
          id="approvedBy"
          name="approvedBy"
          legend={t("approvedBy")}
          choices={(["president", "upperCourt"] as const).map((one) => ({ value: one, label: t(one) }))}
          chosen={[value("approvedBy", "president") ?? "president"]}
        />
        <Field id="reason" label={t("reason")} error={error("reason")} errorPrefix={errorPrefix}>
          <TextArea name="reason" rows={3} maxLength={1000} defaultValue={value("reason")} />
        </Field>
        <details className="fold" open={answer !== undefined}>
          <summary>{t("happened")}</summary>
          <HappenedFields answer={answer} label={t("approvedAt")} />
        </details>
        <div className="acts">
          <Button look="main" name="intent" value="limit">
            {t("extend")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
