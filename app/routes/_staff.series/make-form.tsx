import * as series from "~/i18n/series";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextArea, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

interface MakeFormProps {
  formKey: string;
  answer?: FormAnswer;
  /** The registration number of a case whose like are to be kept together. */
  like: string;
}

/** Name, form of contract, numbers: one act makes a series. */
export function MakeForm({ formKey, answer, like }: MakeFormProps) {
  const [t, tShell] = [useText(series), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  return (
    <Section id="make" title={t("make")}>
      <Form method="post" action="/series" className="form gap" noValidate key={like}>
        <input type="hidden" name="_key" value={formKey} />
        <Field
          id="name"
          label={t("name")}
          hint={t("nameHint")}
          error={error("name")}
          errorPrefix={errorPrefix}
        >
          <TextInput name="name" maxLength={80} autoComplete="off" defaultValue={value("name")} required />
        </Field>
        <Field
          id="contractForm"
          label={t("contractForm")}
          hint={t("contractFormHint")}
          error={error("contractForm")}
          errorPrefix={errorPrefix}
        >
          <TextInput
            name="contractForm"
            maxLength={80}
            autoComplete="off"
            defaultValue={value("contractForm")}
          />
        </Field>
        <Field
          id="numbers"
          label={t("numbers")}
          hint={t("numbersHint")}
          error={error("numbers")}
          errorPrefix={errorPrefix}
        >
          <TextArea name="numbers" rows={4} defaultValue={value("numbers", like)} required />
        </Field>
        <Check
          name="isAll"
          label={t("all")}
          defaultChecked={answer ? value("isAll") !== undefined : like !== ""}
        />
        <div className="acts">
          <Button look="main">{t("makeDo")}</Button>
        </div>
      </Form>
    </Section>
  );
}
