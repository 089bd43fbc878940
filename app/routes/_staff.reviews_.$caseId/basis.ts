import * as reviewDecision from "~/i18n/review-decision";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import type { ReviewShown } from "./review.server";

type Item = Pick<ReviewShown["checklist"][number], "law" | "number" | "basis">;
type LawKey = keyof typeof reviewDecision.zh & `law.${string}`;
const isLaw = (key: string): key is LawKey => Object.hasOwn(reviewDecision.zh, key);

/** Articles in the short form that judges use among themselves: 民诉法解释第 354、355 条. */
export function useBasis(): (items: readonly Item[]) => string {
  const t = useText(reviewDecision);
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  return (items) => {
    const laws = [...new Set(items.map((one) => one.law))];
    const said = laws.map((law) => {
      const own = items.filter((one) => one.law === law);
      const key = `law.${law}`;
      if (!isLaw(key)) return [...new Set(own.map((one) => one.basis))].join(isZh ? "，" : "; ");
      const numbers = [...new Set(own.map((one) => one.number))].sort((a, b) => Number(a) - Number(b));
      return t("articles", { law: t(key), numbers: format.list(numbers) });
    });
    return said.join(isZh ? "，" : "; ");
  };
}
