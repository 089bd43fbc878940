import type { Terms } from "~/domain/mediation/agreement";
import type { Values } from "../_staff/form-fields";

const yuanText = (fen: number | undefined) => (fen === undefined ? "" : (fen / 100).toFixed(2));

/** Stored terms as the texts of the form, to be changed into a new version. */
export function valuesOf(terms: Terms | undefined): Values {
  if (!terms) return { "o.0.kind": "pay" };
  const rows = terms.obligations.flatMap((one, row) =>
    Object.entries({
      kind: one.kind,
      obligorId: one.obligorId ?? "",
      obligeeId: one.obligeeId ?? "",
      amount: yuanText(one.amountFen),
      object: one.object ?? "",
      dueOn: one.dueOn ?? "",
      channel: one.channel ?? "",
      plan: one.instalments.map((part) => `${part.dueOn} ${yuanText(part.amountFen)}`).join("\n"),
    }).map(([name, value]) => [`o.${row}.${name}`, value] as const),
  );
  return {
    ...Object.fromEntries(rows.length > 0 ? rows : [["o.0.kind", "pay"]]),
    mainFacts: terms.mainFacts,
    defaultClause: terms.defaultClause ?? "",
    feeSplit: terms.feeSplit ?? "",
    finality: terms.finality === null ? "" : terms.finality ? "yes" : "no",
    guarantors: terms.guarantors.map((one) => one.name).join("、"),
    statusContent: terms.statusContent ? "on" : "",
    titleContent: terms.titleContent ? "on" : "",
    bindsOnSigning: terms.bindsOnSigning ? "on" : "",
  };
}
