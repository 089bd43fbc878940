export const SIDES = ["claimant", "respondent"] as const;
export type Side = (typeof SIDES)[number];

export function otherSide(side: Side): Side {
  return side === "claimant" ? "respondent" : "claimant";
}
