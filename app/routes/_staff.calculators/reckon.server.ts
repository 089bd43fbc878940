import type { Calculation } from "~/domain/elements/calculators/calculation";
import type { Calculator } from "~/domain/elements/calculators/calculator-list";
import { readElement, type Texts } from "~/domain/elements/element-text";
import { type ElementValue, isBlank, valueSchema } from "~/domain/elements/element-values";
import { refuse } from "~/domain/result";
import { type FormAnswer, formAnswer } from "../_staff/refusal.server";

export type Reckoned = FormAnswer & {
  readonly calculation: Calculation | null;
  /** Something was not entered as it must be, or the sum was not taken over: the words say why. */
  readonly isFaulty: boolean;
  /** A figure is missing that only the court can give. */
  readonly isUnknown: boolean;
};

/** A calculator's form worked out; with faults at the fields where something cannot be read or is missing. */
export function reckon(request: Request, calculator: Calculator, form: FormData): Reckoned {
  const texts: Texts = {
    one: (name) => String(form.get(name) ?? ""),
    all: (name) => form.getAll(name).map(String),
  };
  const entered: Record<string, ElementValue> = {};
  const fields: Record<string, string[]> = {};
  for (const element of calculator.fields) {
    const { value, faults } = readElement(element, element.key, texts);
    for (const [name, code] of Object.entries(faults)) fields[name] = [code];
    entered[element.key] = value;
    if (fields[element.key]) continue;
    if (isBlank(value) && element.isRequired) fields[element.key] = ["required"];
    const checked = valueSchema(element).safeParse(value);
    if (!checked.success) fields[element.key] = [checked.error.issues[0]?.message ?? "invalid"];
  }
  const isFaulty = Object.keys(fields).length > 0;
  const shown = formAnswer(request, refuse("invalidInput", { fields }), form);
  const calculation = isFaulty ? null : calculator.run(entered);
  return { ...shown, calculation, isFaulty, isUnknown: !isFaulty && calculation === null };
}
