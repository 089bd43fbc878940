import { fillElements } from "~/services/fill-elements.server";
import type { TestCourt } from "./court";
import { type Cast, does } from "./journey";

/** In the sheet: handed in, which the court reads; and said later on the way to a settlement, which stays. */
export async function plantElements(
  c: TestCourt,
  cast: Cast,
  { handedIn, token }: { handedIn: string; token: (field: string) => string },
): Promise<void> {
  const { caseId } = cast;
  const claimant = (text: string) => ({ "fee.amount": 936_000, "arrears.formula": text });
  const respondent = (note: string) => ({ "fee.amount": { stand: "partly", value: 900_000, note } });
  const said = [
    ["claimant", cast.claimant, claimant],
    ["respondent", cast.respondent, respondent],
  ] as const;
  for (const [side, actor, answers] of said) {
    const of = { caseId, side };
    const pleading = { answers: answers(`${handedIn}-${side}`), isPleading: true };
    await does(c, actor, fillElements, { ...of, version: 0, ...pleading });
    const kept = { answers: answers(token(`elements-${side}`)), isPleading: false };
    await does(c, actor, fillElements, { ...of, version: 1, ...kept });
  }
}
