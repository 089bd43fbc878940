import type { Intake, Regime } from "../cases/regime";
import type { Cause } from "./causes";

export const SUITABILITY_CODES = [
  "partyRefuses",
  "specialProcedure",
  "statusConfirmation",
  "outsideJurisdiction",
  "offlineOnly",
  "registerFirst",
  "medicalCommitteeBarred",
  "steered",
  "mediationFirst",
  "arbitrationFirst",
  "appraisalLikely",
  "shamLoanRisk",
  "divorceNotEndless",
] as const;
export type SuitabilityCode = (typeof SUITABILITY_CODES)[number];

export type SuitabilityReason = { readonly code: SuitabilityCode; readonly article: string };
export type Suitability = {
  readonly mediable: boolean;
  /** Why not. */
  readonly against: readonly SuitabilityReason[];
  /** What speaks for it, and what the mediator should know. */
  readonly notes: readonly SuitabilityReason[];
};

export type SuitabilityInput = {
  readonly cause: Cause;
  readonly regime: Regime;
  readonly intake: Intake;
  readonly registered: boolean;
  readonly partyRefuses: boolean;
  readonly courtHasJurisdiction: boolean;
  /** The claim itself asks to confirm a marriage, parentage or other status. */
  readonly asksForStatus: boolean;
  readonly online: boolean;
  readonly canUseOnline: boolean;
  /** A medical mediation committee would mediate on its own, not entrusted by the court. */
  readonly medicalCommitteeAlone: boolean;
};

type Rule = readonly [SuitabilityCode, article: string, applies: (input: SuitabilityInput) => boolean];

/** domain.md 1.2, M1-M11. */
const AGAINST: readonly Rule[] = [
  ["partyRefuses", "CPL 125", (input) => input.partyRefuses],
  ["specialProcedure", "INT 143", (input) => !input.cause.mediable],
  ["statusConfirmation", "INT 143", (input) => input.asksForStatus && input.cause.code !== DIVORCE],
  ["outsideJurisdiction", "ONL 9", (input) => !input.courtHasJurisdiction],
  ["offlineOnly", "ONL 9", (input) => input.online && !input.canUseOnline],
  [
    "registerFirst",
    "OP25 1",
    (input) => input.regime === "POST_FILING" && input.intake === "LAWSUIT" && !input.registered,
  ],
  ["medicalCommitteeBarred", "MDR 31", (input) => input.registered && input.medicalCommitteeAlone],
];
const NOTES: readonly Rule[] = [
  ["mediationFirst", "SUM20 14", ({ cause }) => MEDIATION_FIRST.includes(cause.code)],
  ["steered", "local", ({ cause }) => cause.bulk || cause.group === "family" || cause.group === "labour"],
  ["arbitrationFirst", "LAB 5", ({ cause }) => cause.arbitrationFirst],
  ["appraisalLikely", "ONL 26", ({ cause }) => cause.appraisalLikely],
  ["shamLoanRisk", "PL20 18", ({ cause }) => cause.code === "108.3"],
  ["divorceNotEndless", "INT 145", ({ cause }) => cause.code === DIVORCE],
];
const DIVORCE = "14";
const MEDIATION_FIRST = ["14", "15", "22.1", "24.1", "27", "29", "144", "411", "411.1", "206.2", "55"];

/** Can this dispute be mediated here and now, and what speaks for or against it? */
export function judgeSuitability(input: SuitabilityInput): Suitability {
  const pick = (rules: readonly Rule[]) =>
    rules.filter(([, , applies]) => applies(input)).map(([code, article]) => ({ code, article }));
  const against = pick(AGAINST);
  return { mediable: against.length === 0, against, notes: pick(NOTES) };
}
