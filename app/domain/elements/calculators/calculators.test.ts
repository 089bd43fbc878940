import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "./calculation";
import { cardCharges } from "./card-charges";
import { courtFee } from "./court-fee";
import { compensatedYears, injuryCompensation } from "./injury";
import { lendingInterest } from "./lending-interest";
import { lprOf } from "./lpr";
import { annualLeave, doubleWage, overtime, severance, wagesOwed } from "./wages";

const yuan = (amount: number) => Math.round(amount * 100);

describe("the court fee", () => {
  it.each([
    [8_000, 50, 25],
    [10_000, 50, 25],
    [36_000, 700, 350],
    [50_000, 1_050, 525],
    [100_000, 2_300, 1_150],
    [200_000, 4_300, 2_150],
    [500_000, 8_800, 4_400],
    [1_000_000, 13_800, 6_900],
    [5_000_000, 46_800, 23_400],
    [10_000_000, 81_800, 40_900],
    [20_000_000, 141_800, 70_900],
  ])("of %i yuan is %i, half of it %i", (amount, whole, half) => {
    const of = { amountFen: yuan(amount), isLabour: false };
    expect(courtFee({ ...of, isHalf: false }).totalFen).toBe(yuan(whole));
    expect(courtFee({ ...of, isHalf: true }).totalFen).toBe(yuan(half));
  });

  it("shows each band, and what the bands add up to", () => {
    const { steps } = courtFee({ amountFen: yuan(250_000), isHalf: false, isLabour: false });
    expect(steps.map(({ params, fen }) => [params.amountFen, params.bandRate, fen])).toEqual([
      [undefined, undefined, yuan(50)],
      [yuan(90_000), 0.025, yuan(2_250)],
      [yuan(100_000), 0.02, yuan(2_000)],
      [yuan(50_000), 0.015, yuan(750)],
    ]);
  });

  it("of a labour dispute is ten yuan, and is not halved", () => {
    expect(courtFee({ amountFen: yuan(90_000), isHalf: true, isLabour: true }).totalFen).toBe(yuan(10));
  });
});

describe("interest on a private loan", () => {
  const loan = {
    principalFen: yuan(100_000),
    contractOn: "2022-03-01",
    suitOn: "2025-03-01",
    fromOn: "2022-03-01",
    untilOn: "2023-03-01",
  };

  it("counts at the agreed rate below four times the LPR", () => {
    expect(lendingInterest({ ...loan, agreedRate: 0.12 })?.totalFen).toBe(yuan(12_000));
  });

  it("counts at four times the LPR of the contract's month above it, and says so", () => {
    const sum = lendingInterest({ ...loan, agreedRate: 0.24, claimedFen: yuan(24_000) });
    // 3.70 % in March 2022.
    expect(sum?.totalFen).toBe(yuan(14_800));
    expect(sum?.steps.map(({ code }) => code)).toEqual([
      "capLpr",
      "interestCapped",
      "interestSegment",
      "claimedOver",
    ]);
    expect(sum?.steps.at(-1)?.params).toMatchObject({ overFen: yuan(9_200) });
  });

  it("is nothing where none was agreed", () => {
    expect(lendingInterest({ ...loan, agreedRate: null })?.totalFen).toBe(0);
  });

  it("of an older contract is capped at 24 % to 2020-08-19, then by the LPR of the suit's month", () => {
    const old = {
      ...loan,
      contractOn: "2019-01-01",
      fromOn: "2020-01-01",
      untilOn: "2021-01-01",
      agreedRate: 0.36,
    };
    // 232 days at 24 %; 134 days at four times 3.10 %.
    const expected =
      Math.round((yuan(100_000) * 0.24 * 232) / 365) + Math.round((yuan(100_000) * 0.124 * 134) / 365);
    expect(lendingInterest(old)?.totalFen).toBe(expected);
  });

  it("is not reckoned where the rate is not known, unless the court gives one", () => {
    const late = { ...loan, contractOn: "2026-05-06", agreedRate: 0.2 };
    expect(lendingInterest(late)).toBeNull();
    const given = lendingInterest({ ...late, givenCap: 0.12 });
    expect([given?.totalFen, given?.isUnverified]).toEqual([yuan(12_000), false]);
  });

  it("never exceeds the cap, and longer is never less", () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((n) => new Date(Date.UTC(2021, 0, 1) + n * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 0, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, principalFen, agreedRate) => {
          const [fromOn, untilOn] = a < b ? [a, b] : [b, a];
          const of = { ...loan, principalFen, agreedRate, fromOn, contractOn: "2021-01-01" };
          const total = lendingInterest({ ...of, untilOn })?.totalFen ?? -1;
          const capped = lendingInterest({ ...of, untilOn, agreedRate: 9 })?.totalFen ?? -1;
          expect(total).toBeLessThanOrEqual(capped);
          expect(total).toBeLessThanOrEqual(
            lendingInterest({ ...of, untilOn: "2025-12-31" })?.totalFen ?? -1,
          );
        },
      ),
    );
  });

  it("reads the rate of a month, not of a day", () => {
    expect(lprOf("2019-08-01")?.rate).toBe(0.0425);
    expect(lprOf("2021-12-01")?.rate).toBe(0.038);
    expect(lprOf("2019-07-31")).toBeNull();
  });
});

it("reckons a card's charges and what they make in a year", () => {
  const sum = cardCharges({
    principalFen: yuan(10_000),
    dayRate: 0.0005,
    fromOn: "2025-01-01",
    untilOn: "2026-01-01",
    charges: [{ name: "违约金", fen: yuan(675) }],
  });
  expect(sum.totalFen).toBe(yuan(2_500));
  expect(sum.steps.at(-1)).toMatchObject({ code: "cardYearly", params: { yearRate: 0.25 }, fen: null });
});

describe("work", () => {
  it("wages owed, less what was paid", () => {
    expect(wagesOwed({ monthlyFen: yuan(5_500), months: 3, paidFen: yuan(2_000) }).totalFen).toBe(
      yuan(14_500),
    );
  });

  it.each([
    [5, 0.5],
    [6, 1],
    [12, 1],
    [17, 1.5],
    [18, 2],
    [240, 20],
  ])("severance for %i months is %d wages", (months, wages) => {
    const of = { months, averageFen: yuan(8_000), localAverageFen: yuan(9_000), isUnlawful: false };
    expect(severance(of).totalFen).toBe(yuan(8_000 * wages));
    expect(severance({ ...of, isUnlawful: true }).totalFen).toBe(yuan(16_000 * wages));
  });

  it("severance of a high wage is capped in amount and years", () => {
    const of = { months: 240, averageFen: yuan(50_000), localAverageFen: yuan(10_000), isUnlawful: false };
    expect(severance(of).totalFen).toBe(yuan(30_000 * 12));
  });

  it("double wage, overtime and leave", () => {
    expect(doubleWage({ monthlyFen: yuan(6_000), monthsWithout: 20 }).totalFen).toBe(yuan(66_000));
    expect(doubleWage({ monthlyFen: yuan(6_000), monthsWithout: 1 }).totalFen).toBe(0);
    // 8,700 / 21.75 / 8 = 50 an hour.
    const hours = { workday: 10, restDay: 8, holiday: 2 };
    expect(overtime({ monthlyFen: yuan(8_700), hours }).totalFen).toBe(yuan(750 + 800 + 300));
    expect(annualLeave({ monthlyFen: yuan(8_700), days: 5 }).totalFen).toBe(yuan(4_000));
  });
});

describe("injury", () => {
  it.each([
    [30, 20],
    [60, 20],
    [61, 19],
    [74, 6],
    [75, 5],
    [90, 5],
  ])("at %i is compensated for %i years", (age, years) => {
    expect(compensatedYears(age)).toBe(years);
  });

  const hurt = {
    age: 40,
    yearlyIncomeFen: yuan(80_000),
    grade: 9,
    isDead: false,
    monthlyWageFen: yuan(10_000),
    perDay: [{ name: "护理费", days: 60, dayFen: yuan(150) }],
    dependants: [{ yearlyFen: yuan(50_000), years: 10, supporters: 2 }],
    liabilityRate: 0.7,
  };

  it("counts item by item, then by the share of liability", () => {
    // 9,000 + 80,000 × 20 × 20 % + 50,000 × 10 × 20 % ÷ 2 = 379,000
    expect(injuryCompensation(hurt).totalFen).toBe(yuan(379_000 * 0.7));
  });

  it("of a death counts whole", () => {
    const dead = { ...hurt, isDead: true, perDay: [], dependants: [], liabilityRate: 1 };
    expect(injuryCompensation(dead).totalFen).toBe(yuan(1_600_000 + 60_000));
  });

  it("adds up to what its steps add", () => {
    const { steps, totalFen } = injuryCompensation(hurt);
    expect(sumOf(steps)).toBe(totalFen);
  });
});
