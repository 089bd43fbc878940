import { z } from "zod";
import type { Block, Element, Sheet } from "./element";
import { type ElementValue, isBlank, valueSchema } from "./element-values";

/** An element with its place in a sheet. `name` is `block.element`: of fields, merge fields, columns and answers. */
export type Placed = { readonly name: string; readonly block: Block; readonly element: Element };

/** One side's answers by name; what is not there was not answered. */
export type Answers = Readonly<Record<string, ElementValue>>;

const placed = new WeakMap<Sheet, readonly Placed[]>();

/** All elements of a sheet in the order of the form. */
export function elementsOf(sheet: Sheet): readonly Placed[] {
  const known = placed.get(sheet);
  if (known) return known;
  const all = sheet.blocks.flatMap((block) =>
    block.elements.map((element) => ({ name: `${block.key}.${element.key}`, block, element })),
  );
  placed.set(sheet, all);
  return all;
}

/** Is it asked at all, with what was answered so far? What hangs on a flag is asked once that is set. */
export const isAsked = ({ block, element }: Placed, answers: Answers): boolean =>
  element.ifSet === undefined || answers[`${block.key}.${element.ifSet}`] === true;

/** One side's answers; unknown names are refused, blanks are left out. */
export function answersSchema(sheet: Sheet): z.ZodType<Answers> {
  const shape = Object.fromEntries(
    elementsOf(sheet).map(({ name, element }) => [name, valueSchema(element).optional()]),
  );
  return z
    .strictObject(shape)
    .transform(
      (given) =>
        Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined && !isBlank(value)),
        ) as Answers,
    );
}

/** What must be there before the sheet can be printed as the official form, by name. */
export const missingIn = (sheet: Sheet, answers: Answers): readonly Placed[] =>
  elementsOf(sheet).filter(
    (one) => one.element.isRequired && isAsked(one, answers) && isBlank(answers[one.name]),
  );

/** What differs from case to case of a series: the columns of its spreadsheet. */
export const varyingOf = (sheet: Sheet): readonly Placed[] =>
  elementsOf(sheet).filter(({ element }) => element.varies);
