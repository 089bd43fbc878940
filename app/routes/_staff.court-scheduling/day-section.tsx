import * as words from "~/i18n/court-scheduling";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { RulesShown } from "./route";

/** The day whose rules are shown and changed, and what is set for later days already. */
export function DaySection({ shown }: { shown: RulesShown }) {
  const t = useText(words);
  const format = useFormat();
  const said = (rule: RulesShown["toCome"][number]["rule"], validFrom: string) =>
    t("toComeOne", { on: format.date(validFrom), rule: t(`rule.${rule}`) });
  return (
    <Section id="when" title={t("when")} note={t("whenText")}>
      <Form method="get" className="form">
        <Field id="from" label={t("when")} errorPrefix={useText(shell)("error")}>
          <TextInput type="date" name="from" min={shown.today} defaultValue={shown.on} key={shown.on} />
        </Field>
        <div className="acts">
          <Button>{t("whenShow")}</Button>
        </div>
      </Form>
      <h3 className="gap">{t("toCome")}</h3>
      {shown.toCome.length === 0 ? <p>{t("toComeNone")}</p> : null}
      <ul className="attn">
        {shown.toCome.map(({ rule, validFrom }) => (
          <li key={`${rule} ${validFrom}`}>
            <Form method="post" className="line-form">
              <input type="hidden" name="_key" value={`${shown.formKey}-${rule}-${validFrom}`} />
              <input type="hidden" name="rule" value={rule} />
              <input type="hidden" name="validFrom" value={validFrom} />
              <span>{said(rule, validFrom)}</span>
              <Button look="quiet" name="intent" value="clear" reading={said(rule, validFrom)}>
                {t("clear")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
