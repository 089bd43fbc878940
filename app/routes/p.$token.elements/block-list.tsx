import type { Side } from "~/domain/cases/sides";
import type { Block, Sheet } from "~/domain/elements/element";
import { isBlank } from "~/domain/elements/element-values";
import { type Answers, elementsOf, isAsked } from "~/domain/elements/sheet";
import { type Compared, compareSides, type Responses } from "~/domain/elements/sheet-comparison";
import { named } from "~/i18n/element-words";
import * as party from "~/i18n/party-elements";
import { useLocale, useText } from "~/i18n/use-text";
import { TodoList } from "~/ui/todo";

export type BlockStep = { readonly block: Block; readonly done: number; readonly all: number };

const isAnswered = ({ response, isOutdated }: Compared): boolean => response !== null && !isOutdated;

/** The blocks that a side has something to say to, in the order of the form, and how far each is. */
export function stepsOf(
  sheet: Sheet,
  side: Side,
  answers: Answers,
  responses: Responses,
): readonly BlockStep[] {
  const compared = compareSides(sheet, answers, responses);
  return sheet.blocks.flatMap((block) => {
    if (side === "claimant") {
      const asked = elementsOf(sheet).filter((one) => one.block === block && isAsked(one, answers));
      const done = asked.filter(({ name }) => !isBlank(answers[name])).length;
      return [{ block, done, all: asked.length }];
    }
    const said = compared.filter((one) => one.block === block);
    return said.length > 0 ? [{ block, done: said.filter(isAnswered).length, all: said.length }] : [];
  });
}

/** Every block as a step of its own, with how far it is. */
export function BlockList({ steps, side }: { steps: readonly BlockStep[]; side: Side }) {
  const t = useText(party);
  const locale = useLocale();
  return (
    <TodoList
      todos={steps.map(({ block, done, all }) => ({
        href: `?block=${block.key}`,
        label: named(locale, block),
        tone: done === 0 ? "wait" : done < all ? "part" : "done",
        word: t(done === 0 ? "open" : done < all ? "some" : "done"),
        note: t(side === "claimant" ? "filled" : "answered", { done, all }),
      }))}
    />
  );
}
