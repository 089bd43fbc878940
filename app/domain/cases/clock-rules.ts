import type { Role } from "../policy/roles";
import type { ClockCode } from "./clock-codes";
import type { Article } from "./laws";
import type { Intake, Regime } from "./regime";
import type { Procedure, SettledRoute } from "./routes";

export const CLOCK_UNITS = ["day", "workday", "month"] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

export const CLOCK_STARTS = [
  "complaintReceived",
  "applicationReceived",
  "bothConsented",
  "delegationReceived",
  "oneSideAccepted",
  "materialsSigned",
  "orgAccepted",
  "appraisalAccepted",
  "agreementEffective",
  "confirmationReceived",
  "confirmationAccepted",
  "rulingReceived",
  "rulingKnown",
  "agreedOrFailed",
  "registered",
  "allotted",
  "answerServed",
  "evidenceOrdered",
  "hearingNotified",
  "feeNotified",
  "agreedInCourt",
  "published",
  "preservationTaken",
  "performanceEnds",
  "enforcementApplied",
  "orderApplied",
  "orderAccepted",
  "orderReceived",
  "rightKnown",
  "drafted",
  "correctionAsked",
  "refused",
  "supplementAsked",
  "dismissed",
  "caseClosed",
  "handedOver",
] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

export const CLOCK_EXTENSIONS = [
  "none",
  "allAgree",
  "allAgree30",
  "president",
  "upperCourt",
  "excluded",
] as const;
/** Who can lengthen it; `allAgree30`: with everybody's consent by 30 days at most. */
export type ClockExtension = (typeof CLOCK_EXTENSIONS)[number];

export const CLOCK_CONSEQUENCES = [
  "warn",
  "registerFirst",
  "courtDesignates",
  "reassign",
  "mediationEnds",
  "rightLapses",
  "deemedWithdrawn",
  "measureLifted",
  "lapses",
] as const;
/** What its end means. Only the verified ones may gate an event; the others warn. */
export type ClockConsequence = (typeof CLOCK_CONSEQUENCES)[number];

export const CLOCK_PAUSES = ["exclusion", "suspension"] as const;
/** 扣除: days that are not counted; 中止: the case is halted and the rest runs on afterwards. */
export type ClockPause = (typeof CLOCK_PAUSES)[number];

export type ClockLength = { readonly length: number; readonly unit: ClockUnit };

export type ClockRule = {
  readonly code: ClockCode;
  readonly article: Article;
  readonly unit: ClockUnit;
  /** Null = ends with an event, not with a day. */
  readonly length: number | null;
  readonly start: ClockStart;
  readonly extension: ClockExtension;
  /** How much all its extensions may add up to; null = no limit of its own, or no extension at all. */
  readonly most: ClockLength | null;
  /** What stops it from running; a right of the parties runs on whatever the court is looking into. */
  readonly pauses: readonly ClockPause[];
  /** Who answers for it when nobody is named. */
  readonly owner: Extract<Role, "mediator" | "judge" | "coordinator">;
  readonly consequence: ClockConsequence;
  /** The text behind it was read. An unverified rule is shown and can be switched off; it never refuses anything. */
  readonly verified: boolean;
};

type Row = Omit<ClockRule, "code" | "most" | "pauses" | "owner">;
const row = (
  article: Article,
  length: number | null,
  unit: ClockUnit,
  start: ClockStart,
  consequence: ClockConsequence = "warn",
  extension: ClockExtension = "none",
  verified = true,
): Row => ({ article, length, unit, start, consequence, extension, verified });
const UNREAD = false;

/** domain.md 1.8, row by row; L.. are the court's own limits, which a court may set otherwise. */
const ROWS: Readonly<Record<ClockCode, Row>> = {
  T01: row("CPL 126", 7, "day", "complaintReceived", "registerFirst"),
  T02: row("ONL 10", 3, "workday", "applicationReceived"),
  T03: row("ONL 10", 2, "workday", "bothConsented", "courtDesignates"),
  T04: row("ONL 12", 3, "workday", "delegationReceived", "reassign"),
  T05: row("ONL 15", 3, "workday", "oneSideAccepted"),
  T06: row("INV 27", 30, "day", "materialsSigned", "mediationEnds", "allAgree"),
  T06b: row("PML 17", 1, "month", "orgAccepted", "warn", "allAgree", UNREAD),
  T07: row("INV 27", 15, "day", "materialsSigned", "mediationEnds", "allAgree30"),
  T08: row("INV 27", 7, "day", "materialsSigned", "mediationEnds", "allAgree30"),
  T09: row("MDR 38", 30, "workday", "orgAccepted", "mediationEnds", "allAgree"),
  T10: row("ONL 26", null, "day", "appraisalAccepted", "warn", "excluded"),
  T11: row("CPL 205", 30, "day", "agreementEffective", "rightLapses"),
  T12: row("JC11 4", 3, "day", "confirmationReceived"),
  T13: row("JC11 5", 15, "day", "confirmationAccepted", "warn", "president"),
  T14: row("INT 372", 15, "day", "rulingReceived", "rightLapses"),
  T15: row("INT 372", 6, "month", "rulingKnown", "rightLapses"),
  T16: row("OPR17 13", 3, "day", "agreedOrFailed", "warn", "none", UNREAD),
  T17: row("OPR17 5", 3, "day", "registered", "warn", "none", UNREAD),
  T18: row("CPL 168", 2, "month", "registered", "warn", "president"),
  T19: row("CPL 164", 3, "month", "registered", "warn", "president"),
  T20: row("CPL 152", 6, "month", "registered", "warn", "upperCourt"),
  T21: row("OPR17 20", 10, "day", "allotted", "warn", "none", UNREAD),
  T22: row("CPL 128", 5, "day", "registered"),
  T22b: row("CPL 128", 15, "day", "answerServed"),
  T23: row("INT 266", 15, "day", "evidenceOrdered"),
  T23b: row("INT 275", 7, "day", "evidenceOrdered"),
  T24: row("CPL 139", 3, "day", "hearingNotified"),
  T25: row("FEE 22", 7, "day", "feeNotified", "deemedWithdrawn"),
  T26: row("SUM20 16", 10, "day", "agreedInCourt"),
  T27: row("CPL 95", 30, "day", "published"),
  T28: row("CPL 104", 30, "day", "preservationTaken", "measureLifted"),
  T29: row("CPL 250", 24, "month", "performanceEnds", "rightLapses"),
  T30: row("INT 480", 10, "day", "enforcementApplied"),
  T31a: row("CPL 226", 5, "day", "orderApplied"),
  T31b: row("CPL 227", 15, "day", "orderAccepted"),
  T31c: row("CPL 227", 15, "day", "orderReceived"),
  T32: row("CC 188", 36, "month", "rightKnown"),
  L01: row("local", 30, "day", "drafted"),
  L02: row("local", 7, "day", "correctionAsked", "lapses"),
  L03: row("local", 3, "day", "refused"),
  L04: row("local", 7, "day", "supplementAsked", "lapses"),
  L05: row("local", 15, "day", "dismissed"),
  L06: row("local", 30, "day", "caseClosed"),
  L07: row("local", 10, "day", "handedOver"),
};

/** 1.8: 30 days in all after registration (OP25 3); the president's 10 days (JC11 5), month (CPL 164, 168), 6 months (CPL 152). */
const MOST: Readonly<Partial<Record<ClockCode, ClockLength>>> = {
  T07: { length: 30, unit: "day" },
  T08: { length: 30, unit: "day" },
  T13: { length: 10, unit: "day" },
  T18: { length: 1, unit: "month" },
  T19: { length: 1, unit: "month" },
  T20: { length: 6, unit: "month" },
};

/** The periods one of which limits a mediation; appraisal is left out of them (ONL 26, MDR 38), a halt stops them (INV 18). */
export const MEDIATION_PERIODS = ["T06", "T06b", "T07", "T08", "T09"] as const;
const TRIAL_LIMITS = ["T18", "T19", "T20"] as const;

/**
 * INT 243 and CPL 153 for the trial limits; T16 waits with a halted case; enforcement and limitation follow CC 194. T11 is
 * a fixed period of the parties and nothing stops it.
 */
const PAUSES: Readonly<Partial<Record<ClockCode, readonly ClockPause[]>>> = {
  ...Object.fromEntries([...MEDIATION_PERIODS, ...TRIAL_LIMITS].map((code) => [code, CLOCK_PAUSES])),
  T16: ["suspension"],
  T29: ["suspension"],
  T32: ["suspension"],
};

const OF_MEDIATOR: readonly ClockCode[] = [...MEDIATION_PERIODS, "T04", "T05", "T16"];
const OF_JUDGE: readonly ClockCode[] = [...TRIAL_LIMITS, "T12", "T13", "T21", "T26", "L04", "L07"];

export const CLOCK_RULES = Object.fromEntries(
  Object.entries(ROWS).map(([key, rule]) => {
    const code = key as ClockCode;
    const owner = OF_MEDIATOR.includes(code) ? "mediator" : OF_JUDGE.includes(code) ? "judge" : "coordinator";
    return [code, { code, ...rule, most: MOST[code] ?? null, pauses: PAUSES[code] ?? [], owner }];
  }),
) as Readonly<Record<ClockCode, ClockRule>>;

/** Which period limits a mediation: 30 days before registration, 15 or 7 after it, 30 working days at the 医调委. */
export function mediationRule(of: {
  readonly regime: Regime;
  readonly intake: Intake;
  readonly procedure: "summary" | "ordinary";
  readonly medicalCommittee: boolean;
}): ClockRule {
  if (of.medicalCommittee && of.intake === "SELF_APPLIED") return CLOCK_RULES.T09;
  if (of.intake === "SELF_APPLIED" || of.regime === "PRE_FILING") return CLOCK_RULES.T06;
  return of.procedure === "summary" ? CLOCK_RULES.T08 : CLOCK_RULES.T07;
}

/** What limits a judge's acceptance of a settled case, and his decision on it (JC11 4-5; a statement: the court's own). */
export function reviewRule(step: "acceptance" | "decision", route: SettledRoute | null): ClockRule {
  if (route === "statement") return CLOCK_RULES.L07;
  return step === "acceptance" ? CLOCK_RULES.T12 : CLOCK_RULES.T13;
}

export function trialRule(procedure: Procedure): ClockRule {
  if (procedure === "smallClaim") return CLOCK_RULES.T18;
  return procedure === "summary" ? CLOCK_RULES.T19 : CLOCK_RULES.T20;
}
