import { CONTACT_KINDS } from "~/domain/notices/contacts";
import * as contacts from "~/i18n/contacts";
import * as people from "~/i18n/people-codes";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import type { FormAnswer } from "../_staff/refusal.server";

interface AddFormProps {
  partyId: string;
  who: string;
  formKey: string;
  answer?: FormAnswer;
}

/** A further number of a party. */
export function AddForm({ partyId, who, formKey, answer }: AddFormProps) {
  const [t, code] = [useText(contacts), useText(people)];
  const errorPrefix = useText(shell)("error");
  // Several such forms stand on the page: the answer belongs to the one that was sent.
  const own = answer?.values.intent === "add" && answer.values.partyId === partyId ? answer : undefined;
  const id = own ? "value" : `value-${partyId}`;
  return (
    <details className="fold" open={own !== undefined}>
      <summary>
        {t("add")}
        <span className="sr"> {who}</span>
      </summary>
      <Form method="post" className="form-row" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="partyId" value={partyId} />
        <Field id={`kind-${partyId}`} label={t("kind")}>
          <Select
            name="kind"
            defaultValue={own?.values.kind}
            options={CONTACT_KINDS.map((kind) => ({ value: kind, label: code(`contact.${kind}`) }))}
          />
        </Field>
        <Field id={id} label={t("value")} error={own?.fields.value} errorPrefix={errorPrefix}>
          <TextInput name="value" maxLength={200} autoComplete="off" defaultValue={own?.values.value} />
        </Field>
        <Check name="preferred" label={t("preferred")} />
        <Button name="intent" value="add" reading={who}>
          {t("add")}
        </Button>
      </Form>
    </details>
  );
}
