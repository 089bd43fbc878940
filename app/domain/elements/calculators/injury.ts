import { type Calculation, type Step, step, sumOf } from "./calculation";

/** Years for which compensation is paid: twenty, one less for each year past sixty, five from seventy-five on. */
export const compensatedYears = (age: number): number =>
  age >= 75 ? 5 : age > 60 ? Math.max(5, 20 - (age - 60)) : 20;

export type Injury = {
  readonly age: number;
  /** What people of the court's region had to spend in a year, as published for the year before. */
  readonly yearlyIncomeFen: number;
  /** 1 the worst to 10; null: none was found. */
  readonly grade: number | null;
  readonly isDead: boolean;
  /** An average month's wage of the region, for the funeral. */
  readonly monthlyWageFen: number;
  readonly perDay: readonly { readonly name: string; readonly days: number; readonly dayFen: number }[];
  readonly dependants: readonly {
    readonly yearlyFen: number;
    readonly years: number;
    /** How many share the duty to support. */
    readonly supporters: number;
  }[];
  /** The part that the other side answers for: 0.7 is 70 %. */
  readonly liabilityRate: number;
};

/**
 * Compensation for injury or death, item by item and then by the share of liability (PI22 7-17). Figures of the region are
 * given by whoever asks: they are published each year.
 */
export function injuryCompensation(of: Injury): Calculation {
  const years = compensatedYears(of.age);
  const gradeRate = of.isDead ? 1 : of.grade === null ? 0 : (11 - of.grade) / 10;
  const items: Step[] = [
    ...of.perDay.map(({ name, days, dayFen }) => step("perDay", { name, days, dayFen }, days * dayFen)),
    ...(of.isDead
      ? [
          step("death", { yearlyFen: of.yearlyIncomeFen, years }, of.yearlyIncomeFen * years),
          step("funeral", { monthlyFen: of.monthlyWageFen }, of.monthlyWageFen * 6),
        ]
      : of.grade === null
        ? []
        : [
            step(
              "disability",
              { yearlyFen: of.yearlyIncomeFen, years, grade: of.grade, gradeRate },
              Math.round(of.yearlyIncomeFen * years * gradeRate),
            ),
          ]),
    ...of.dependants.map((one) =>
      step(
        "dependants",
        { yearlyFen: one.yearlyFen, years: one.years, supporters: one.supporters, gradeRate },
        Math.round((one.yearlyFen * one.years * gradeRate) / Math.max(1, one.supporters)),
      ),
    ),
  ];
  const wholeFen = sumOf(items);
  const shareFen = Math.round(wholeFen * of.liabilityRate);
  const steps =
    of.liabilityRate === 1
      ? items
      : [...items, step("liabilityShare", { wholeFen, shareRate: of.liabilityRate }, shareFen - wholeFen)];
  return { steps, totalFen: sumOf(steps), sources: ["PI22 7-17"], isUnverified: true };
}
