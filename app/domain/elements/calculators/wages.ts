import { type Calculation, type Step, step, sumOf } from "./calculation";

/** Days that count as a month's work when a day's or an hour's wage is reckoned. */
const DAYS_A_MONTH = 21.75;
const HOURS_A_DAY = 8;
const MOST_CAPPED_YEARS = 12;
const MOST_DOUBLE_MONTHS = 11;

const UNREAD = { isUnverified: true } as const;

/** Wages owed for so many months, less what was paid. */
export function wagesOwed(of: { monthlyFen: number; months: number; paidFen: number }): Calculation {
  const steps = [
    step("wagesOwed", { monthlyFen: of.monthlyFen, months: of.months }, of.monthlyFen * of.months),
    ...(of.paidFen > 0 ? [step("wagesPaid", { paidFen: of.paidFen }, -of.paidFen)] : []),
  ];
  return { steps, totalFen: Math.max(0, sumOf(steps)), sources: ["LL 50"], isUnverified: true };
}

/** A month's wage for each year; half a year and more count as one, less as half a month's wage (LCL 47). */
const severanceMonths = (months: number): number => {
  const rest = months % 12;
  return Math.floor(months / 12) + (rest >= 6 ? 1 : rest > 0 ? 0.5 : 0);
};

export type Severance = {
  /** Months that the employment lasted, a begun one counted. */
  readonly months: number;
  /** The average of the twelve months before it ended. */
  readonly averageFen: number;
  /** What workers of the district earned on average in a month of the year before; caps at three times it. */
  readonly localAverageFen: number | null;
  /** Twice the sum where the ending was unlawful (LCL 87). */
  readonly isUnlawful: boolean;
};

export function severance(of: Severance): Calculation {
  const cap = of.localAverageFen === null ? null : of.localAverageFen * 3;
  const isCapped = cap !== null && of.averageFen > cap;
  const baseFen = isCapped ? cap : of.averageFen;
  const earned = severanceMonths(of.months);
  const years = isCapped ? Math.min(earned, MOST_CAPPED_YEARS) : earned;
  const fen = Math.round(baseFen * years);
  const steps: Step[] = [
    step("severanceYears", { months: of.months, wages: earned }),
    ...(isCapped ? [step("severanceCapped", { capFen: cap, years: MOST_CAPPED_YEARS })] : []),
    step("severance", { baseFen, wages: years }, fen),
    ...(of.isUnlawful ? [step("unlawfulDouble", {}, fen)] : []),
  ];
  return {
    steps,
    totalFen: sumOf(steps),
    sources: of.isUnlawful ? ["LCL 47", "LCL 87"] : ["LCL 47"],
    ...UNREAD,
  };
}

/** The second wage for want of a written contract: from the second month, eleven months at most (LCL 82). */
export function doubleWage(of: { monthlyFen: number; monthsWithout: number }): Calculation {
  const months = Math.min(Math.max(0, of.monthsWithout - 1), MOST_DOUBLE_MONTHS);
  const steps = [step("doubleWage", { monthlyFen: of.monthlyFen, months }, of.monthlyFen * months)];
  return { steps, totalFen: sumOf(steps), sources: ["LCL 82"], ...UNREAD };
}

export const OVERTIME_KINDS = ["workday", "restDay", "holiday"] as const;
const TIMES = { workday: 1.5, restDay: 2, holiday: 3 } as const;

/** Hours beyond the agreed ones, by the kind of day (LL 44). */
export function overtime(of: {
  monthlyFen: number;
  hours: Readonly<Record<(typeof OVERTIME_KINDS)[number], number>>;
}): Calculation {
  const hourFen = of.monthlyFen / DAYS_A_MONTH / HOURS_A_DAY;
  const steps = OVERTIME_KINDS.filter((kind) => of.hours[kind] > 0).map((kind) =>
    step(
      "overtime",
      { kind, hours: of.hours[kind], times: TIMES[kind], hourFen: Math.round(hourFen) },
      Math.round(hourFen * of.hours[kind] * TIMES[kind]),
    ),
  );
  return { steps, totalFen: sumOf(steps), sources: ["LL 44"], ...UNREAD };
}

/** Three days' wages for each day of leave not taken, of which one is paid already with the month's wage. */
export function annualLeave(of: { monthlyFen: number; days: number }): Calculation {
  const dayFen = of.monthlyFen / DAYS_A_MONTH;
  const steps = [
    step("annualLeave", { days: of.days, dayFen: Math.round(dayFen) }, Math.round(dayFen * of.days * 2)),
  ];
  return { steps, totalFen: sumOf(steps), sources: ["《职工带薪年休假条例》5"], ...UNREAD };
}
