import * as people from "~/i18n/people-codes";
import * as shell from "~/i18n/shell";
import * as taskPage from "~/i18n/task-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { PartProps, TaskPage } from "./route";

/** A call that somebody made instead: which number, and what was said. */
export function ToldSection({
  shown,
  answer,
  notice,
}: PartProps & { notice: NonNullable<TaskPage["notice"]> }) {
  const [t, code, tShell] = [useText(taskPage), useText(people), useText(shell)];
  const { error, value } = fieldsOf(answer?.values.intent === "told" ? answer : undefined);
  const numbers = notice.contacts.filter(({ kind }) => kind === "mobile" || kind === "landline");
  return (
    <Section id="told" title={t("told")} note={t("told.hint")}>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={`${shown.formKey}-told`} />
        <Field id="contactPointId" label={t("told.number")}>
          <Select
            name="contactPointId"
            defaultValue={value("contactPointId")}
            options={[
              ...numbers.map((one) => ({
                value: one.id,
                label: `${code(`contact.${one.kind}`)} ${one.masked}`,
              })),
              { value: "", label: t("told.other") },
            ]}
          />
        </Field>
        <Field id="words" label={t("told.words")} error={error("words")} errorPrefix={tShell("error")}>
          <TextInput name="words" maxLength={300} autoComplete="off" defaultValue={value("words")} />
        </Field>
        <div className="acts">
          <Button name="intent" value="told" icon="phone">
            {t("told.do")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
