import type { Sheet } from "~/domain/elements/element";
import { PARTS } from "~/domain/elements/element";
import type { Answers } from "~/domain/elements/sheet";
import { named } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import { useLocale, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { ElementField, type ElementFieldProps } from "./element-field";

/** The whole sheet as the claimant fills it in, part by part as the official form has it; or one block of it. */
export function ClaimantFields({
  sheet,
  answers,
  typed,
  error,
  only,
}: { sheet: Sheet; answers: Answers; only?: string } & Pick<ElementFieldProps, "typed" | "error">) {
  const t = useText(elements);
  const locale = useLocale();
  const blocks = sheet.blocks.filter((block) => only === undefined || block.key === only);
  return PARTS.filter((part) => blocks.some((block) => block.part === part)).map((part) => (
    <Section key={part} id={`part-${part}`} title={t(`part.${part}`)}>
      {blocks
        .filter((block) => block.part === part)
        .map((block) => (
          <fieldset key={block.key} className="group is-block">
            <legend>{named(locale, block)}</legend>
            {block.elements.map((element) => {
              const name = `${block.key}.${element.key}`;
              return (
                <ElementField
                  key={name}
                  element={element}
                  name={name}
                  value={answers[name]}
                  typed={typed}
                  error={error}
                />
              );
            })}
          </fieldset>
        ))}
    </Section>
  ));
}
