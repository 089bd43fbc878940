import type { Part } from "~/domain/elements/element";
import { type Answers, elementsOf } from "~/domain/elements/sheet";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { printedStand, printedValue } from "~/i18n/element-print";
import { named, paperWords } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import { textFor } from "~/i18n/text";
import { type CaseHead, namesOfSide } from "./case-head.server";
import { documentParties } from "./document-parties.server";
import type { PaperData } from "./documents.server";
import type { Filled } from "./element-answers.server";

type Row = { readonly block: string; readonly item: string; readonly answer: string };

const headOf = ({ sheet }: Filled) => ({
  cause: sheet.zh,
  basedOn: textFor("zh-CN", elements)(sheet.isOfficial ? "printOfficial" : "printOwn"),
});

/** The claimant's side as the official complaint: every element of the form, ticked and filled where something was said. */
export function complaintPaper(head: CaseHead, filled: Filled): PaperData<"elementComplaint"> {
  const { sheet, claimant } = filled;
  const of = (part: Part): readonly Row[] =>
    elementsOf(sheet)
      .filter(({ block }) => block.part === part)
      .map((one) => rowOf(one.block, one.element, claimant.answers, one.name));
  return {
    ...headOf(filled),
    signer: `具状人　${namesOfSide(head, "claimant")}`,
    parties: documentParties(head, "suit"),
    claims: of("claim"),
    jurisdiction: of("jurisdiction"),
    facts: of("fact"),
    basis: of("basis"),
    wishes: of("mediation"),
  };
}

function rowOf(
  block: { readonly zh: string; readonly en: string },
  element: Parameters<typeof printedValue>[0],
  answers: Answers,
  name: string,
): Row {
  return {
    block: named("zh-CN", block),
    item: named("zh-CN", element),
    answer: printedValue(element, answers[name]),
  };
}

/** The respondent's side as the official answer: how he stands to each thing that was claimed, his own figure, and why. */
export function answerPaper(head: CaseHead, filled: Filled): PaperData<"elementAnswer"> {
  const { sheet, claimant, respondent } = filled;
  const compared = compareSides(sheet, claimant.answers, respondent.answers);
  const of = (part: Part) =>
    compared
      .filter(({ block }) => block.part === part)
      .map(({ block, element, claimant: claim, response, isOutdated }) => ({
        block: named("zh-CN", block),
        item: named("zh-CN", element),
        claim: paperWords("zh-CN", element, claim),
        stand: printedStand(response && !isOutdated ? response.stand : null),
        answer: [paperWords("zh-CN", element, response?.value), response?.note].filter(Boolean).join("；"),
      }));
  return {
    ...headOf(filled),
    signer: `答辩人　${namesOfSide(head, "respondent")}`,
    parties: documentParties(head, "suit"),
    claims: of("claim"),
    jurisdiction: of("jurisdiction"),
    facts: of("fact"),
    basis: of("basis"),
  };
}
