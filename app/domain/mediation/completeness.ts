import type { SettledRoute } from "../cases/routes";
import type { PartyId } from "../ids";
import type { Obligation, Terms } from "./agreement";

export const TERM_FAULTS = [
  "noObligation",
  "factsMissing",
  "obligorMissing",
  "obligeeMissing",
  "partyUnknown",
  "sameParty",
  "amountMissing",
  "objectMissing",
  "dueMissing",
  "duePast",
  "instalmentSum",
  "instalmentOrder",
  "instalmentDueMismatch",
  "channelMissing",
  "defaultClauseMissing",
  "feeSplitMissing",
  "finalityMissing",
  "adjudicationClause",
  "statusNotConfirmable",
  "titleNotConfirmable",
  "guarantorUnnamed",
] as const;
export type TermFault = (typeof TERM_FAULTS)[number];
/** `no` is the number of the obligation, from 1. */
export type MissingTerm = {
  readonly code: TermFault;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type CompletenessContext = {
  readonly parties: readonly PartyId[];
  readonly route: SettledRoute | null;
  /** Court-local date of signing: nothing can fall due before it. */
  readonly today: string;
};

/** "Content clear", the test before hand-over (domain.md 1.10; else INT 358(5)): everything that is missing, in order. */
export function missingTerms(terms: Terms, context: CompletenessContext): readonly MissingTerm[] {
  const missing: MissingTerm[] = [];
  const ask = (code: TermFault, when: boolean) => when && missing.push({ code });
  ask("factsMissing", terms.mainFacts === "");
  ask("noObligation", terms.obligations.length === 0);
  terms.obligations.forEach((obligation, index) => {
    missing.push(...missingOf(obligation, index + 1, context));
  });
  const pays = terms.obligations.some((obligation) => obligation.kind === "pay");
  ask("defaultClauseMissing", pays && terms.defaultClause === null);
  ask("feeSplitMissing", terms.feeSplit === null);
  ask("finalityMissing", terms.finality === null);
  ask("adjudicationClause", terms.adjudicationClause);
  ask("statusNotConfirmable", context.route === "confirm" && terms.statusContent);
  ask("titleNotConfirmable", context.route === "confirm" && terms.titleContent);
  ask(
    "guarantorUnnamed",
    terms.guarantors.some((guarantor) => guarantor.name === ""),
  );
  return missing;
}

function missingOf(obligation: Obligation, no: number, context: CompletenessContext): MissingTerm[] {
  const missing: MissingTerm[] = [];
  const ask = (code: TermFault, when: boolean) => when && missing.push({ code, params: { no } });
  const { obligorId, obligeeId, instalments } = obligation;
  const known = (id: PartyId | undefined) => id === undefined || context.parties.includes(id);
  ask("obligorMissing", obligorId === undefined);
  ask("obligeeMissing", obligeeId === undefined);
  ask("partyUnknown", !known(obligorId) || !known(obligeeId));
  ask("sameParty", obligorId !== undefined && obligorId === obligeeId);
  const pays = obligation.kind === "pay";
  ask("amountMissing", pays && obligation.amountFen === undefined);
  ask("channelMissing", pays && !obligation.channel);
  ask("objectMissing", !pays && !obligation.object);
  // To refrain has no end of its own.
  ask("dueMissing", obligation.kind !== "refrain" && !obligation.dueOn && instalments.length === 0);
  const dates = [...(obligation.dueOn ? [obligation.dueOn] : []), ...instalments.map((one) => one.dueOn)];
  ask(
    "duePast",
    dates.some((date) => date < context.today),
  );
  missing.push(...missingOfPlan(obligation, no));
  return missing;
}

function missingOfPlan({ instalments, amountFen, dueOn }: Obligation, no: number): MissingTerm[] {
  if (instalments.length === 0) return [];
  const missing: MissingTerm[] = [];
  const sum = instalments.reduce((total, one) => total + one.amountFen, 0);
  if (amountFen !== undefined && sum !== amountFen)
    missing.push({ code: "instalmentSum", params: { no, sum, amount: amountFen } });
  if (instalments.some((one, index) => index > 0 && one.dueOn <= instalments[index - 1]!.dueOn))
    missing.push({ code: "instalmentOrder", params: { no } });
  const last = instalments.at(-1)!.dueOn;
  if (dueOn !== undefined && dueOn !== last)
    missing.push({ code: "instalmentDueMismatch", params: { no, dueOn, last } });
  return missing;
}

/** Equal instalments of an amount in fen; what does not divide goes into the last one. */
export function equalInstalments(amountFen: number, dueDates: readonly string[]) {
  const share = Math.floor(amountFen / dueDates.length);
  return dueDates.map((dueOn, index) => ({
    dueOn,
    amountFen: index === dueDates.length - 1 ? amountFen - share * (dueDates.length - 1) : share,
  }));
}
