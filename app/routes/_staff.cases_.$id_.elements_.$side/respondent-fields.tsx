import type { Sheet } from "~/domain/elements/element";
import type { Answers } from "~/domain/elements/sheet";
import { compareSides, type Responses, STANDS } from "~/domain/elements/sheet-comparison";
import { named, valueWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Section } from "~/ui/section";
import { ElementField, type ElementFieldProps } from "./element-field";

/** For each thing that the claimant said: a stand, and where there is an objection the own figure and why. */
export function RespondentFields({
  sheet,
  answers,
  responses,
  typed,
  error,
  only,
}: { sheet: Sheet; answers: Answers; responses: Responses; only?: string } & Pick<
  ElementFieldProps,
  "typed" | "error"
>) {
  const [t, say] = [useText(elements), useText(shell)];
  const locale = useLocale();
  const compared = compareSides(sheet, answers, responses);
  return sheet.blocks
    .filter((block) => only === undefined || block.key === only)
    .filter((block) => compared.some((one) => one.block === block))
    .map((block) => (
      <Section key={block.key} title={named(locale, block)}>
        {compared
          .filter((one) => one.block === block)
          .map(({ name, element, claimant, response, isOutdated }) => (
            <div key={name} className="gap">
              <Choices
                kind="radio"
                id={`${name}.stand`}
                name={`${name}.stand`}
                legend={named(locale, element)}
                hint={[
                  t("claimantSays", { value: valueWords(locale, element, claimant) }),
                  isOutdated ? t("outdated") : "",
                ].join(" ")}
                error={error(`${name}.stand`)}
                errorPrefix={say("error")}
                chosen={[typed(`${name}.stand`) ?? (isOutdated ? "" : response?.stand) ?? ""]}
                choices={STANDS.map((stand) => ({ value: stand, label: t(`stand.${stand}`) }))}
              />
              <details open={Boolean(response && response.stand !== "admitted") || Boolean(error(name))}>
                <summary>
                  {t("ownValue")}、{t("note")}
                </summary>
                <ElementField
                  element={{ ...element, isRequired: false }}
                  name={name}
                  label={`${named(locale, element)}：${t("ownValue")}`}
                  value={response?.value}
                  typed={typed}
                  error={error}
                />
                <Field
                  id={`${name}.note`}
                  label={t("note")}
                  error={error(`${name}.note`)}
                  errorPrefix={say("error")}
                >
                  <TextArea
                    name={`${name}.note`}
                    rows={2}
                    maxLength={2000}
                    defaultValue={typed(`${name}.note`) ?? response?.note}
                  />
                </Field>
              </details>
            </div>
          ))}
      </Section>
    ));
}
