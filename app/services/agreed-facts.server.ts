import type { Tx } from "#db/client";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { ok, type Result, refuse } from "~/domain/result";
import { elementSentence } from "~/i18n/element-words";
import type { CaseRow } from "./command.server";
import { filledSheet } from "./element-answers.server";

/** An element on which both sides agree, as a sentence to sign, with the version of each side that says so. */
export type AgreedElement = {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly claimantVersion: number;
  readonly respondentVersion: number;
};

/**
 * What both sides agree on in a case's sheet, in the order of the form. Grounds and wishes are no facts. Nothing of it is
 * undisputed before both sides have signed it (ONL 22).
 */
export async function agreedElements(tx: Tx, row: CaseRow): Promise<readonly AgreedElement[]> {
  const filled = await filledSheet(tx, row);
  if (!filled) return [];
  const { sheet, claimant, respondent } = filled;
  return compareSides(sheet, claimant.answers, respondent.answers)
    .filter(({ comparison, block }) => comparison === "agreed" && block.part !== "basis")
    .map((one) => ({
      name: one.name,
      zh: elementSentence("zh-CN", one, one.claimant),
      en: elementSentence("en", one, one.claimant),
      claimantVersion: claimant.version,
      respondentVersion: respondent.version,
    }));
}

type Wanted = {
  readonly elements: readonly string[];
  readonly claimantVersion?: number | undefined;
  readonly respondentVersion?: number | undefined;
};

/**
 * The chosen elements as the versions that were looked at have them. Refuses with staleVersion where either side has said
 * something since, and with invalidInput where one is not agreed on.
 */
export async function chosenElements(
  tx: Tx,
  row: CaseRow,
  wanted: Wanted,
): Promise<Result<{ readonly chosen: readonly AgreedElement[] }>> {
  if (wanted.elements.length === 0) return ok({ chosen: [] });
  const agreed = await agreedElements(tx, row);
  const isStale = agreed.some(
    (one) =>
      one.claimantVersion !== wanted.claimantVersion || one.respondentVersion !== wanted.respondentVersion,
  );
  if (isStale) return refuse("staleVersion");
  const chosen = agreed.filter(({ name }) => wanted.elements.includes(name));
  if (chosen.length !== new Set(wanted.elements).size)
    return refuse("invalidInput", { fields: { elements: ["invalid"] } });
  return ok({ chosen });
}
