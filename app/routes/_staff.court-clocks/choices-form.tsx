import * as words from "~/i18n/court-clocks";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { RulesShown } from "./route";

/** Unread rules on or off, the court's own lengths, the days of warning. */
export function ChoicesForm({ shown, answer }: { shown: RulesShown; answer: FormAnswer | undefined }) {
  const t = useText(words);
  const errorPrefix = useText(shell)("error");
  const { error, value } = fieldsOf(answer);
  const unread = shown.rules.filter((rule) => !rule.isRead);
  const own = shown.rules.filter((rule) => rule.isOwn);
  const warnErrors = Object.entries(answer?.fields ?? {}).flatMap(([name, errors]) =>
    name.startsWith("warnDays") ? errors : [],
  );
  return (
    <Form method="post" className="form">
      <input type="hidden" name="_key" value={shown.formKey} />
      <Section id="unread" title={t("unread")} note={t("unreadNote")}>
        <Choices
          kind="checkbox"
          id="on"
          name="on"
          legend={t("isOn")}
          choices={unread.map((rule) => ({
            value: rule.code,
            label: `${rule.name} ${rule.length}`,
            hint: rule.article,
          }))}
          chosen={unread.filter((rule) => rule.isOn).map((rule) => rule.code)}
        />
      </Section>
      <Section id="own" title={t("own")} note={t("ownNote")}>
        {own.map((rule) => (
          <Field
            key={rule.code}
            id={`lengths.${rule.code}`}
            label={t("ownLength", { name: rule.name, usual: rule.usual ?? "" })}
            error={error(`lengths.${rule.code}`)}
            errorPrefix={errorPrefix}
          >
            <TextInput
              name={`lengths.${rule.code}`}
              inputMode="numeric"
              isNumber
              maxLength={3}
              defaultValue={value(`lengths.${rule.code}`, String(rule.days ?? ""))}
            />
          </Field>
        ))}
      </Section>
      <Section id="warn" title={t("warn")}>
        <Field
          id="warnDays"
          label={t("warnDays")}
          hint={t("warnText")}
          error={warnErrors}
          errorPrefix={errorPrefix}
        >
          <TextInput
            name="warnDays"
            maxLength={40}
            defaultValue={value("warnDays", shown.warnDays.join(" "))}
          />
        </Field>
        <div className="acts">
          <Button look="main">{t("save")}</Button>
        </div>
      </Section>
    </Form>
  );
}
