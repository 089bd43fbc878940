import { NEED_CODES, type Need } from "~/domain/scheduling/needs";
import * as absences from "~/i18n/absences";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";

interface NeedsFormProps {
  partyId: string;
  needs: readonly Need[];
  words: readonly string[];
  prefix?: string;
  answer?: FormAnswer;
  isLarge?: boolean;
}

/** What somebody cannot take part without; each says what follows from it. */
export function NeedsForm({ partyId, needs, words, prefix = "", answer, isLarge }: NeedsFormProps) {
  const [t, tShell] = [useText(absences), useText(shell)];
  const { error, value } = fieldsOf(answer);
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="partyId" value={partyId} />
      <Choices
        kind="checkbox"
        id={`${prefix}needs`}
        name="needs"
        legend={t("needs.legend")}
        isLarge={isLarge}
        chosen={needs.map((one) => one.code)}
        choices={NEED_CODES.map((code) => ({
          value: code,
          label: t(`need.${code}`),
          hint: t(`needHint.${code}`),
        }))}
      />
      <Field
        id={`${prefix}language`}
        label={t("needs.language")}
        hint={t("needs.languageHint")}
        error={error("language")}
        errorPrefix={tShell("error")}
      >
        <TextInput
          name="language"
          maxLength={20}
          autoComplete="off"
          defaultValue={value("language", needs.find((one) => one.language)?.language)}
        />
      </Field>
      <Field
        id={`${prefix}words`}
        label={t("needs.words")}
        error={error("words")}
        errorPrefix={tShell("error")}
      >
        <TextInput
          name="words"
          maxLength={60}
          autoComplete="off"
          defaultValue={value("words", words.join("，"))}
        />
      </Field>
      <p className={isLarge ? "btns" : undefined}>
        <Button look={isLarge ? "main" : undefined} isWide={isLarge} name="intent" value="needs">
          {t("needs.save")}
        </Button>
      </p>
    </Form>
  );
}
