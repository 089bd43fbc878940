import { SIDES, type Side } from "../cases/sides";
import type { Sheet } from "./element";
import { type ElementValue, isBlank } from "./element-values";
import type { Answers } from "./sheet";
import { type Compared, compareSides, type Responses } from "./sheet-comparison";

/** A claim of a sheet as an agreement may settle it; `own` is the respondent's figure where he gives one. */
export type Proposal = Compared & {
  readonly settles: "pay" | "act" | "refrain";
  readonly owedBy: Side;
  readonly own: ElementValue;
};

/** What an agreement could take over from a sheet, in the order of the form, agreed upon or not. */
export function proposalsOf(sheet: Sheet, answers: Answers, responses: Responses): readonly Proposal[] {
  return compareSides(sheet, answers, responses).flatMap((one) => {
    const { settles, owedBy } = one.element;
    if (!settles) return [];
    const bears = owedBy ? answers[`${one.block.key}.${owedBy}`] : null;
    const own = one.isOutdated ? null : (one.response?.value ?? null);
    return [{ ...one, settles, own, owedBy: SIDES.find((side) => side === bears) ?? "respondent" }];
  });
}

/**
 * Whose figure an agreement would begin with: what both say, or what the respondent grants. Null where he denies it or has
 * not answered: then there is nothing to begin with, and the mediator writes what was agreed.
 */
export function begunWith({ comparison, own }: Proposal): Side | null {
  if (comparison === "agreed") return "claimant";
  return comparison === "partly" && !isBlank(own) ? "respondent" : null;
}

/** The value that a choice means; null where that side gave none. */
export const figureOf = ({ claimant, own }: Proposal, side: Side): ElementValue =>
  side === "claimant" ? claimant : own;
