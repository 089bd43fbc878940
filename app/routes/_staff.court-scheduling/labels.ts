import type { RankingWeights } from "~/domain/scheduling/ranking";
import * as words from "~/i18n/court-scheduling";
import * as slotCodes from "~/i18n/slot-codes";
import { useText } from "~/i18n/use-text";

export const WEIGHTS = [
  "dayLater",
  "residentDay",
  "contiguous",
  "partyPreference",
  "batchContiguity",
] as const satisfies readonly (keyof RankingWeights)[];
const RULES = Object.keys(words.zh).flatMap((key) =>
  key.startsWith("rule.") ? [key as keyof typeof words.zh] : [],
);

/** What a weight is given for, in the words in which a slot says why it comes first. */
export function useWeightText() {
  const [t, slot] = [useText(words), useText(slotCodes)];
  return (name: (typeof WEIGHTS)[number]) =>
    name === "dayLater" ? t("weight.dayLater") : slot(`rank.${name}`);
}

/** What a field is called in the list of errors. */
export function useLabels(): (name: string) => string | undefined {
  const t = useText(words);
  const weightText = useWeightText();
  return (name) => {
    const weight = WEIGHTS.find((one) => name === `rankingWeights.${one}`);
    const rule = RULES.find((one) => one === `rule.${name}`) as "rule.timeWay" | undefined;
    return name === "validFrom" ? t("when") : weight ? weightText(weight) : rule && t(rule);
  };
}
