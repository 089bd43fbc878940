import * as words from "~/i18n/court-scheduling";
import type { Text } from "~/i18n/text";

type Words = Text<typeof words.zh>;
type Key = Parameters<Words>[0];

/** What a field is called in the list of errors: a rule by its name, a weight by what it is given for. */
export function labelOf(t: Words, name: string): string | undefined {
  const key = name.startsWith("rankingWeights.") ? `weight.${name.slice(15)}` : `rule.${name}`;
  if (name === "validFrom") return t("when");
  return Object.hasOwn(words.zh, key) ? (t as (key: Key) => string)(key as Key) : undefined;
}
