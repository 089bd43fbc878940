export const REGIMES = ["PRE_FILING", "POST_FILING"] as const;
/** Mediation before registration, or (since 2025-01-01) only after it: per court and date, never a constant. */
export type Regime = (typeof REGIMES)[number];

export const INTAKES = ["LAWSUIT", "SELF_APPLIED"] as const;
/** A lawsuit handed in, or a party's own application to a mediation organisation without suing. */
export type Intake = (typeof INTAKES)[number];

/** Valid from `validFrom` (inclusive) to `validTo` (exclusive, null = open), court-local dates. */
export type RegimePeriod = {
  readonly regime: Regime;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** The regime in force on a court-local date (YYYY-MM-DD), or null when the court has not set one. */
export function regimeOn(regimes: readonly RegimePeriod[], date: string): Regime | null {
  const match = regimes.find(
    (period) => period.validFrom <= date && (period.validTo === null || date < period.validTo),
  );
  return match?.regime ?? null;
}

/** The legal act of sending a case to a mediator: 委派 before registration, 委托 after it (INV 11). */
export const LEGAL_ACTS = ["delegated", "entrusted"] as const;
export type LegalAct = (typeof LEGAL_ACTS)[number];
export function legalAct(registered: boolean): LegalAct {
  return registered ? "entrusted" : "delegated";
}
