import * as words from "~/i18n/case-clocks";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { nameIn } from "../_staff.cases_.$id/names";
import type { ClocksShown } from "./route";

/** Names another to answer for one of the clocks. */
export function OwnerForm({ shown, answer: given }: { shown: ClocksShown; answer: FormAnswer | undefined }) {
  const t = useText(words);
  const locale = useLocale();
  const errorPrefix = useText(shell)("error");
  const answer = given?.values.intent === "owner" ? given : undefined;
  const { error, value } = fieldsOf(answer);
  return (
    <Section id="owner" title={t("owner")} note={t("ownerNote")}>
      <Form method="post" className="form" noValidate key={`${shown.formKey}-owner`}>
        <input type="hidden" name="_key" value={shown.formKey} />
        <Field id="clockId" label={t("clockId")} error={error("clockId")} errorPrefix={errorPrefix}>
          <Select
            name="clockId"
            defaultValue={value("clockId")}
            options={shown.clocks.map((one) => ({ value: one.clockId, label: one.words.title }))}
          />
        </Field>
        <Field id="ownerId" label={t("ownerId")} error={error("ownerId")} errorPrefix={errorPrefix}>
          <Select
            name="ownerId"
            defaultValue={value("ownerId")}
            options={shown.people.map((one) => ({ value: one.personId, label: nameIn(locale, one) }))}
          />
        </Field>
        <div className="acts">
          <Button name="intent" value="owner">
            {t("nameOwner")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
