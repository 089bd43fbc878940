import type { Element } from "~/domain/elements/element";
import type { ElementValue, Row } from "~/domain/elements/element-values";
import { STANDS, type Stand } from "~/domain/elements/sheet-comparison";
import { named, paperWords } from "./element-words";
import * as elements from "./elements";
import { textFor } from "./text";

/*
 * Court forms are printed in Chinese, with boxes to tick: what was chosen is ticked, the rest stays to be seen.
 */
const box = (isTicked: boolean, words: string): string => `${isTicked ? "☑" : "☐"}${words}`;
const GAP = "　";

/** An answer as a form prints it: yes and no and every option with their boxes, the rest in words; blank where nothing was said. */
export function printedValue(element: Element, value: ElementValue | undefined): string {
  const t = textFor("zh-CN", elements);
  switch (element.type) {
    case "flag":
      return [box(value === true, t("yes")), box(value === false, t("no"))].join(GAP);
    case "choice":
    case "choices": {
      const chosen = Array.isArray(value) ? value : [value];
      return element.options.map((one) => box(chosen.includes(one.key), named("zh-CN", one))).join(GAP);
    }
    case "list":
      return ((value ?? []) as readonly Row[])
        .map((row, no) => `${no + 1}. ${element.of.map((one) => printedPart(one, row[one.key])).join("；")}`)
        .join("\n");
    default:
      return paperWords("zh-CN", element, value);
  }
}

const printedPart = (element: Element, value: ElementValue | undefined): string =>
  `${named("zh-CN", element)}：${paperWords("zh-CN", element, value)}`;

/** How a respondent stands, with a box for each way. */
export const printedStand = (stand: Stand | null): string =>
  STANDS.map((one) => box(stand === one, textFor("zh-CN", elements)(`stand.${one}`))).join("\n");
