import type { Element } from "~/domain/elements/element";
import { textOfValue } from "~/domain/elements/element-text";
import type { ElementValue, Row } from "~/domain/elements/element-values";
import { named, unitWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextArea, TextInput } from "~/ui/input";

export interface ElementFieldProps {
  element: Element;
  /** Of the control; with the element's own label unless `label` says otherwise. */
  name: string;
  label?: string;
  value: ElementValue | undefined;
  /** What was typed before the form came back; undefined where it did not. */
  typed(name: string): string | undefined;
  error(name: string): readonly string[] | undefined;
}

/** The control for one element, whatever its type; what it sends `readElement` reads. */
export function ElementField({ element, name, label, value, typed, error }: ElementFieldProps) {
  const [t, say] = [useText(elements), useText(shell)];
  const locale = useLocale();
  const words = label ?? named(locale, element);
  const hint = [element.isRequired ? t("required") : null, unitWords(locale, element)]
    .filter(Boolean)
    .join(locale === "en" ? ", " : "，");
  const field = {
    id: name,
    label: words,
    hint: hint || undefined,
    error: error(name),
    errorPrefix: say("error"),
  };
  const shown = typed(name) ?? textOfValue(element, value);
  switch (element.type) {
    case "flag":
      return (
        <Choices
          {...field}
          legend={words}
          kind="radio"
          name={name}
          chosen={[shown]}
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
            { value: "", label: t("notSaid") },
          ]}
        />
      );
    case "choice":
      return (
        <Field {...field}>
          <Select
            name={name}
            blank={t("notSaid")}
            defaultValue={shown}
            options={element.options.map((one) => ({ value: one.key, label: named(locale, one) }))}
          />
        </Field>
      );
    case "choices": {
      const before = typed(`${name}[]`);
      const chosen = before !== undefined ? before.split(" ") : Array.isArray(value) ? value.map(String) : [];
      return (
        <Choices
          {...field}
          legend={words}
          kind="checkbox"
          name={name}
          chosen={chosen}
          choices={element.options.map((one) => ({ value: one.key, label: named(locale, one) }))}
        />
      );
    }
    case "period": {
      const { from = "", to = "" } = (value ?? {}) as { from?: string; to?: string | null };
      return (
        <fieldset className="group" id={name}>
          <legend>{words}</legend>
          <div className="form-row">
            <Field
              id={`${name}.from`}
              label={t("from")}
              error={error(`${name}.from`)}
              errorPrefix={say("error")}
            >
              <TextInput type="date" name={`${name}.from`} defaultValue={typed(`${name}.from`) ?? from} />
            </Field>
            <Field id={`${name}.to`} label={t("to")} error={error(name)} errorPrefix={say("error")}>
              <TextInput type="date" name={`${name}.to`} defaultValue={typed(`${name}.to`) ?? to ?? ""} />
            </Field>
          </div>
        </fieldset>
      );
    }
    case "list":
      return <ListField {...{ element, name, value, typed, error }} of={element.of} words={words} />;
    case "text":
      return (
        <Field {...field}>
          {element.isLong ? (
            <TextArea name={name} rows={3} maxLength={5000} defaultValue={shown} />
          ) : (
            <TextInput name={name} maxLength={200} defaultValue={shown} />
          )}
        </Field>
      );
    default:
      return (
        <Field {...field}>
          <TextInput
            name={name}
            type={element.type === "date" ? "date" : "text"}
            inputMode={element.type === "date" ? undefined : "decimal"}
            isNumber={element.type !== "date"}
            defaultValue={shown}
          />
        </Field>
      );
  }
}

/** Rows that are there, and two more to fill. */
const SPARE_ROWS = 2;

function ListField({
  of,
  words,
  name,
  value,
  typed,
  error,
}: Omit<ElementFieldProps, "label"> & { of: readonly Element[]; words: string }) {
  const t = useText(elements);
  const rows = (Array.isArray(value) ? value : []) as readonly Row[];
  const places = Array.from({ length: rows.length + SPARE_ROWS }, (_, n) => `${name}.${n}`);
  return (
    <fieldset className="group" id={name}>
      <legend>{words}</legend>
      {places.map((place, n) => (
        <details key={place} open={n < rows.length || of.some((one) => typed(`${place}.${one.key}`))}>
          <summary>{t("row", { n: n + 1 })}</summary>
          <div className="form-row">
            {of.map((one) => (
              <ElementField
                key={one.key}
                element={one}
                name={`${place}.${one.key}`}
                value={rows[n]?.[one.key]}
                typed={typed}
                error={error}
              />
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  );
}
