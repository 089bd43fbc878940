import type { ReactNode } from "react";
import { type Calculator, calculatorOf, type Entered } from "~/domain/elements/calculators/calculator-list";
import { calculationLines } from "~/i18n/calculation-words";
import * as calculators from "~/i18n/calculators";
import { named } from "~/i18n/element-words";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Anchor, Form } from "~/ui/router";
import { Section, SectionHead } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { ElementField } from "../_staff.cases_.$id_.elements_.$side/element-field";
import type { Reckoned } from "./reckon.server";

interface CalculatorFormProps {
  kind: string;
  formKey: string;
  /** Filled in beforehand. */
  entered: Entered;
  answer: Reckoned | undefined;
  /** Buttons beside the result. */
  take?: ReactNode;
}

/** One calculator: its fields, and below them every step of the sum with its sources. */
export function CalculatorForm({ kind, formKey, entered, answer, take }: CalculatorFormProps) {
  const t = useText(calculators);
  const locale = useLocale();
  const calculator = calculatorOf(kind);
  if (!calculator) return null;
  const labelOf = (name: string) => {
    const field = calculator.fields.find(({ key }) => name === key || name.startsWith(`${key}.`));
    return field ? named(locale, field) : undefined;
  };
  return (
    <>
      {answer?.isFaulty ? <FormErrors answer={answer} labelOf={labelOf} /> : null}
      <Form method="post" className="form gap" noValidate key={`${kind} ${formKey}`}>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="kind" value={kind} />
        <SectionHead id="calculator" title={named(locale, calculator)} />
        {calculator.fields.map((element) => (
          <ElementField
            key={element.key}
            element={element}
            name={element.key}
            value={entered[element.key]}
            typed={(name) => answer?.values[name]}
            error={(name) => answer?.fields[name]}
          />
        ))}
        <div className="acts">
          <Button look="main" name="intent" value="reckon">
            {t("reckon")}
          </Button>
        </div>
        {answer?.isUnknown ? (
          <Notice tone="risk" isOutcome>
            <p>{t("notKnown")}</p>
          </Notice>
        ) : null}
        {answer?.calculation ? (
          <Section id="result" title={t("result")} note={t("steps")}>
            <ol className="said" role="status">
              {calculationLines(locale, answer.calculation).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <p className="hint gap">{t("sources", { sources: answer.calculation.sources.join("；") })}</p>
            {take}
          </Section>
        ) : null}
      </Form>
    </>
  );
}

/** The calculators to choose from. */
export function CalculatorLinks({ of, kind }: { of: readonly Calculator[]; kind: string }) {
  const t = useText(calculators);
  const locale = useLocale();
  return (
    <nav aria-label={t("kinds")}>
      <ul className="link-row">
        {of.map((one) => (
          <li key={one.key}>
            <Anchor href={`?kind=${one.key}`} aria-current={one.key === kind ? "page" : undefined}>
              {named(locale, one)}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}
