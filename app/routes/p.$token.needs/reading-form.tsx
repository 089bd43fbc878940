import * as absences from "~/i18n/absences";
import { LOCALES, type Locale } from "~/i18n/locale";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

interface ReadingFormProps {
  partyId: string;
  reading: { readonly locale: Locale; readonly zone: string };
  answer?: FormAnswer;
  prefix?: string;
  isLarge?: boolean;
}

/** The language and the second time zone of notices. */
export function ReadingForm({ partyId, reading, answer: given, prefix = "", isLarge }: ReadingFormProps) {
  const [t, tShell] = [useText(absences), useText(shell)];
  const { error, value } = fieldsOf(given);
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="partyId" value={partyId} />
      <Choices
        kind="radio"
        id={`${prefix}locale`}
        name="locale"
        legend={t("reading.language")}
        isLarge={isLarge}
        chosen={[value("locale") || reading.locale]}
        choices={LOCALES.map((locale) => ({ value: locale, label: t(`reading.${locale}`) }))}
      />
      <Field
        id={`${prefix}zone`}
        label={t("reading.zone")}
        hint={t("reading.zoneHint")}
        error={error("zone")}
        errorPrefix={tShell("error")}
      >
        <TextInput
          name="zone"
          defaultValue={value("zone") || reading.zone}
          autoComplete="off"
          maxLength={60}
        />
      </Field>
      <p className={isLarge ? "btns" : undefined}>
        <Button isWide={isLarge} name="intent" value="reading">
          {t("reading.save")}
        </Button>
      </p>
    </Form>
  );
}
