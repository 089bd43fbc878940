import type { Obligation, Terms } from "~/domain/mediation/agreement";
import * as documents from "./documents";
import { formatFor } from "./format";
import { capitalMoney, yuan } from "./format-money";
import type { Locale } from "./locale";
import { textFor } from "./text";

/** `2026年11月23日` as documents write it; in English the date of every page. */
export function documentDate(locale: Locale, on: string): string {
  if (locale !== "zh-CN") return formatFor(locale).date(on);
  const [year, month, day] = on.slice(0, 10).split("-");
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Who is meant by a party's id, and how both sides are called together. */
export type TermNames = {
  readonly of: (partyId: string | undefined) => string;
  readonly claimant: string;
  readonly respondent: string;
};

/** One obligation as a sentence without its full stop; what is not decided yet shows as a dash. */
export function obligationText(locale: Locale, one: Obligation, names: TermNames): string {
  const t = textFor(locale, documents);
  const who = { obligor: names.of(one.obligorId), obligee: names.of(one.obligeeId) };
  const dueOn = one.dueOn ? documentDate(locale, one.dueOn) : t("dueNone");
  const object = one.object ?? t("dueNone");
  if (one.kind === "refrain") return t("term.refrain", { ...who, object });
  if (one.kind !== "pay") return t(`term.${one.kind}`, { ...who, dueOn, object });
  const amount = one.amountFen ?? 0;
  const money = {
    amount: yuan(amount),
    capitals: capitalMoney(amount),
    channel: one.channel ?? t("dueNone"),
    purpose: one.object ? t("term.purpose", { object: one.object }) : "",
  };
  if (one.instalments.length === 0) return t("term.pay", { ...who, ...money, dueOn });
  const plan = one.instalments.map((part) =>
    t("term.instalment", { dueOn: documentDate(locale, part.dueOn), amount: yuan(part.amountFen) }),
  );
  return t("term.instalments", {
    ...who,
    ...money,
    times: one.instalments.length,
    plan: plan.join(locale === "zh-CN" ? "，" : ", "),
  });
}

export function breachText(locale: Locale, terms: Terms): string {
  const clause = terms.defaultClause;
  return clause && clause !== "none" ? textFor(locale, documents)(`breach.${clause}`) : "";
}

export function costsText(locale: Locale, terms: Terms, names: TermNames): string {
  if (!terms.feeSplit) return "";
  const t = textFor(locale, documents);
  const { claimant, respondent } = names;
  if (terms.feeSplit === "none") return t("costs.none");
  if (terms.feeSplit === "claimant") return t("costs.claimant", { claimant });
  if (terms.feeSplit === "respondent") return t("costs.respondent", { respondent });
  return t("costs.shared", { claimant, respondent });
}

export function guaranteeText(locale: Locale, terms: Terms): string {
  if (terms.guarantors.length === 0) return "";
  const names = formatFor(locale).list(terms.guarantors.map((one) => one.name));
  return textFor(locale, documents)("guarantee", { names });
}

export function finalityText(locale: Locale, terms: Terms): string {
  if (terms.finality === null) return "";
  return textFor(locale, documents)(terms.finality ? "finality.yes" : "finality.no");
}

/** The terms as numbered lines, for the operative part of rulings and statements and for reading on a screen. */
export function termLines(locale: Locale, terms: Terms, names: TermNames): string[] {
  const end = textFor(locale, documents)("sentence.end");
  return [
    ...terms.obligations.map((one) => obligationText(locale, one, names)),
    breachText(locale, terms),
    guaranteeText(locale, terms),
    costsText(locale, terms, names),
    finalityText(locale, terms),
  ]
    .filter((line) => line !== "")
    .map((line) => `${line}${end}`);
}
