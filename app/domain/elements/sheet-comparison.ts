import { z } from "zod";
import type { Sheet } from "./element";
import { type ElementValue, isBlank, isSameValue, valueSchema } from "./element-values";
import { type Answers, elementsOf, isAsked, type Placed } from "./sheet";

/** How a respondent stands to what was said, in the words of the official answer 答辩状: no objection, in part, objection. */
export const STANDS = ["admitted", "partly", "denied"] as const;
export type Stand = (typeof STANDS)[number];

/** The respondent's answer to one element; his own figure where he has one, and why. */
export type Response = {
  readonly stand: Stand;
  readonly value: ElementValue;
  readonly note: string;
  /** What the claimant had said when this was answered; the verb enters it. */
  readonly to?: ElementValue;
};
export type Responses = Readonly<Record<string, Response>>;

/** The respondent's answers; unknown names are refused. */
export function responsesSchema(sheet: Sheet): z.ZodType<Responses> {
  const shape = Object.fromEntries(
    elementsOf(sheet).map(({ name, element }) => [
      name,
      z
        .object({
          stand: z.enum(STANDS, "notChosen"),
          value: valueSchema(element).default(null),
          note: z.string().trim().max(2000, "textTooLong").default(""),
        })
        .optional(),
    ]),
  );
  return z
    .strictObject(shape)
    .transform(
      (given) =>
        Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)) as Responses,
    );
}

export const COMPARISONS = ["agreed", "partly", "disputed", "unanswered"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export type Compared = Placed & {
  readonly claimant: ElementValue;
  readonly response: Response | null;
  readonly comparison: Comparison;
  /** The claimant has said something else since: what was answered then holds for that, and for nothing now. */
  readonly isOutdated: boolean;
};

/**
 * Both sides' answers beside each other, in the order of the form, for whatever the claimant answered and is asked. An
 * admission with another figure is one in part; an answer to what no longer stands is none. Agreed elements are not yet undisputed facts: those both sides sign
 * (ONL 22).
 */
export function compareSides(sheet: Sheet, answers: Answers, responses: Responses): readonly Compared[] {
  return elementsOf(sheet)
    .filter((one) => one.block.part !== "mediation" && isAsked(one, answers) && !isBlank(answers[one.name]))
    .map((one) => {
      const claimant = answers[one.name] ?? null;
      const response = responses[one.name] ?? null;
      const isOutdated = response?.to !== undefined && !isSameValue(response.to, claimant);
      const comparison = isOutdated ? "unanswered" : comparisonOf(claimant, response);
      return { ...one, claimant, response, comparison, isOutdated };
    });
}

/** How many elements came out which way. */
export const countsOf = (compared: readonly Compared[]): Readonly<Record<Comparison, number>> => {
  const of = (what: Comparison) => compared.filter(({ comparison }) => comparison === what).length;
  return {
    agreed: of("agreed"),
    partly: of("partly"),
    disputed: of("disputed"),
    unanswered: of("unanswered"),
  };
};

function comparisonOf(claimant: ElementValue, response: Response | null): Comparison {
  if (!response) return "unanswered";
  const { stand, value } = response;
  if (stand === "denied") return "disputed";
  const isOther = !isBlank(value) && !isSameValue(value, claimant);
  return stand === "partly" || isOther ? "partly" : "agreed";
}

/** What became different between two versions of one side's answers, by name. */
export function changedBetween(sheet: Sheet, before: Answers, after: Answers): readonly Placed[] {
  return elementsOf(sheet).filter(({ name }) => !isSameValue(before[name], after[name]));
}
