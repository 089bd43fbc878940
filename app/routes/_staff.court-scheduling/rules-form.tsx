import { RULE_NUMBERS } from "~/domain/scheduling/court-rules";
import { TIME_WAYS } from "~/domain/scheduling/time-way";
import * as words from "~/i18n/court-scheduling";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { useWeightText, WEIGHTS } from "./labels";
import type { RulesShown } from "./route";

/** Every rule as it holds on the chosen day; what is left as it is stays. */
export function RulesForm({ shown, answer }: { shown: RulesShown; answer: FormAnswer | undefined }) {
  const t = useText(words);
  const format = useFormat();
  const weightText = useWeightText();
  const errorPrefix = useText(shell)("error");
  const { error, value } = fieldsOf(answer);
  const { rules } = shown;
  const on = format.date(shown.on);
  const number = (name: string, now: number, label: string, hint?: string) => (
    <Field key={name} id={name} label={label} hint={hint} error={error(name)} errorPrefix={errorPrefix}>
      <TextInput name={name} isNumber maxLength={6} required defaultValue={value(name, String(now))} />
    </Field>
  );
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="_key" value={shown.formKey} />
      <input type="hidden" name="validFrom" value={shown.on} />
      <Section id="rules" title={t("inForce", { on })} note={t("inForceNote", { on })}>
        <Choices
          kind="radio"
          id="timeWay"
          name="timeWay"
          legend={t("rule.timeWay")}
          choices={TIME_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
          chosen={[value("timeWay", rules.timeWay) ?? rules.timeWay]}
        />
        <div className="form gap">
          {RULE_NUMBERS.map((name) => number(name, rules[name], t(`rule.${name}`), t(`hint.${name}`)))}
          <Field
            id="reminders"
            label={t("rule.reminders")}
            hint={t("hint.reminders")}
            error={error("reminders")}
            errorPrefix={errorPrefix}
          >
            <TextInput
              name="reminders"
              maxLength={60}
              defaultValue={value("reminders", rules.reminders.join(", "))}
            />
          </Field>
        </div>
      </Section>
      <Section id="weights" title={t("rule.rankingWeights")} note={t("weightsNote")}>
        <div className="form gap">
          {WEIGHTS.map((name) =>
            number(`rankingWeights.${name}`, rules.rankingWeights[name], weightText(name)),
          )}
        </div>
        <div className="acts">
          <Button look="main">{t("save")}</Button>
        </div>
      </Section>
    </Form>
  );
}
