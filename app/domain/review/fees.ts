/** Court fees, all in fen (诉讼费用交纳办法). Halving happens once, at the end. */
type Band = readonly [upToFen: number, perMille: number];
const YUAN = 100;
const WAN = 10_000 * YUAN;

/** FEE 13(1): what lies in a band pays the band's rate. */
const PROPERTY: readonly Band[] = [
  [10 * WAN, 25],
  [20 * WAN, 20],
  [50 * WAN, 15],
  [100 * WAN, 10],
  [200 * WAN, 9],
  [500 * WAN, 8],
  [1000 * WAN, 7],
  [2000 * WAN, 6],
  [Number.POSITIVE_INFINITY, 5],
];
/** FEE 14(1). */
const ENFORCEMENT: readonly Band[] = [
  [50 * WAN, 15],
  [500 * WAN, 10],
  [1000 * WAN, 5],
  [Number.POSITIVE_INFINITY, 1],
];
/** FEE 14(2). */
const PRESERVATION: readonly Band[] = [
  [10 * WAN, 10],
  [Number.POSITIVE_INFINITY, 5],
];

/** What one band adds: so much lies in it, at so much per mille. Fen. */
export type FeePart = { readonly inBandFen: number; readonly perMille: number; readonly fen: number };

function partsOf(amountFen: number, freeUpToFen: number, bands: readonly Band[]): readonly FeePart[] {
  const parts: FeePart[] = [];
  let from = freeUpToFen;
  for (const [upTo, perMille] of bands) {
    if (amountFen <= from) break;
    const inBandFen = Math.min(amountFen, upTo) - from;
    parts.push({ inBandFen, perMille, fen: (inBandFen * perMille) / 1000 });
    from = upTo;
  }
  return parts;
}

const banded = (amountFen: number, freeUpToFen: number, base: number, bands: readonly Band[]): number =>
  Math.round(partsOf(amountFen, freeUpToFen, bands).reduce((sum, { fen }) => sum + fen, base));

/** What everybody pays first, and what each band adds to it (FEE 13(1)). */
export const propertyFeeParts = (
  amountFen: number,
): { readonly baseFen: number; readonly parts: readonly FeePart[] } => ({
  baseFen: 50 * YUAN,
  parts: partsOf(amountFen, WAN, PROPERTY),
});

export function propertyFee(amountFen: number): number {
  return banded(amountFen, WAN, 50 * YUAN, PROPERTY);
}

/** Closed by mediation or withdrawal (FEE 15), or summary procedure (FEE 16); never twice. */
export function halfFee(feeFen: number): number {
  return Math.round(feeFen / 2);
}

/** A third of the property fee (FEE 14(3)). */
export function paymentOrderFee(amountFen: number): number {
  return Math.round(propertyFee(amountFen) / 3);
}

/** Not prepaid: taken after enforcement (FEE 20). */
export function enforcementFee(amountFen: number): number {
  return banded(amountFen, WAN, 50 * YUAN, ENFORCEMENT);
}

/** At most 5,000 yuan. */
export function preservationFee(amountFen: number): number {
  return Math.min(5000 * YUAN, banded(amountFen, 1000 * YUAN, 30 * YUAN, PRESERVATION));
}

export const LABOUR_FEE_FEN = 10 * YUAN;
/** Special procedures, judicial confirmation among them, cost nothing (FEE 8, JC11 11). */
export const CONFIRMATION_FEE_FEN = 0;
