import { halfFee, LABOUR_FEE_FEN, propertyFeeParts } from "../../review/fees";
import { type Calculation, step, sumOf } from "./calculation";

/**
 * The fee for a case about property, in fen; half where it is settled, withdrawn or tried summarily (FEE 13(1), 15, 16),
 * and never half of a half. Labour disputes cost ten yuan (FEE 13(4)).
 */
export function courtFee(of: { amountFen: number; isHalf: boolean; isLabour: boolean }): Calculation {
  if (of.isLabour)
    return {
      steps: [step("feeLabour", {}, LABOUR_FEE_FEN)],
      totalFen: LABOUR_FEE_FEN,
      sources: ["FEE 13(4)"],
      isUnverified: false,
    };
  const { baseFen, parts } = propertyFeeParts(of.amountFen);
  const whole = [
    step("feeBase", {}, baseFen),
    ...parts.map(({ inBandFen, perMille, fen }) =>
      step("feeBand", { amountFen: inBandFen, bandRate: perMille / 1000 }, fen),
    ),
  ];
  const wholeFen = sumOf(whole);
  const steps = of.isHalf ? [...whole, step("feeHalf", {}, halfFee(wholeFen) - wholeFen)] : whole;
  return {
    steps,
    totalFen: sumOf(steps),
    sources: of.isHalf ? ["FEE 13(1)", "FEE 15", "FEE 16"] : ["FEE 13(1)"],
    isUnverified: false,
  };
}
