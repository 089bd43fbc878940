import type { ReactNode } from "react";
import { breachText, costsText, finalityText } from "~/i18n/agreement-text";
import * as documentCodes from "~/i18n/document-codes";
import * as review from "~/i18n/review";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { ScrollRegion } from "~/ui/scroll-region";
import { Status } from "~/ui/status";
import type { ReviewShown } from "./review.server";

type Row = { id: string; item: string; claim: ReactNode; agreed: ReactNode; mark?: "same" | "differs" };

function useRows(shown: ReviewShown): Row[] {
  const [t, code] = [useText(review), useText(documentCodes)];
  const format = useFormat();
  const locale = useLocale();
  const { header, agreement } = shown;
  if (!agreement) return [];
  const { terms } = agreement;
  const paid = terms.obligations.filter((one) => one.kind === "pay");
  const sum = paid.reduce((total, one) => total + (one.amountFen ?? 0), 0);
  const parts = paid.flatMap((one) => one.instalments);
  const names = (side: string) =>
    format.list(shown.parties.filter((party) => party.side === side).map((party) => party.name));
  const who = { of: () => "", claimant: names("claimant"), respondent: names("respondent") };
  const hasMoney = header.amountFen !== null || sum > 0;
  const rows: (Row | null)[] = [
    hasMoney
      ? {
          id: "amount",
          item: t("item.amount"),
          claim: header.amountFen === null ? "" : format.money(header.amountFen),
          agreed: sum > 0 ? format.money(sum) : t("inAgreement"),
          mark: sum === header.amountFen ? "same" : "differs",
        }
      : null,
    {
      id: "claims",
      item: t("item.claims"),
      claim: header.claims,
      agreed: format.list(
        terms.obligations.map((one) =>
          [code(`obligation.${one.kind}`), one.amountFen ? format.money(one.amountFen) : one.object]
            .filter(Boolean)
            .join(" "),
        ),
      ),
    },
    paid.length > 0
      ? {
          id: "plan",
          item: t("item.plan"),
          claim: "",
          agreed:
            parts.length > 0
              ? t("planTimes", { times: parts.length, on: parts.at(-1)?.dueOn ?? "" })
              : `${t("planOnce")} ${paid[0]?.dueOn ?? ""}`,
        }
      : null,
    { id: "breach", item: t("item.breach"), claim: "", agreed: breachText(locale, terms) },
    { id: "costs", item: t("item.costs"), claim: "", agreed: costsText(locale, terms, who) },
    { id: "finality", item: t("item.finality"), claim: "", agreed: finalityText(locale, terms) },
  ];
  return rows.filter((row) => row !== null && row.agreed !== "") as Row[];
}

/** What was asked for beside what was agreed, and whether the sums are right. */
export function Comparison({ shown }: { shown: ReviewShown }) {
  const [t, tShell] = [useText(review), useText(shell)];
  const rows = useRows(shown);
  if (rows.length === 0) return null;
  return (
    <>
      <ScrollRegion label={tShell("scrolls", { what: t("compare") })}>
        <table className="tbl diff">
          <caption className="sr">{t("compare")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("col.item")}</th>
              <th scope="col">{t("col.claim")}</th>
              <th scope="col">{t("col.agreed")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.mark === "differs" ? "is-split" : "same"}>
                <th scope="row" className="nw">
                  {row.item}
                </th>
                <td>{row.mark === "differs" ? <del>{row.claim}</del> : row.claim}</td>
                <td>
                  {row.mark === "differs" ? <ins>{row.agreed}</ins> : row.agreed}
                  {row.mark ? (
                    <span className="sub">
                      <Status tone={row.mark === "same" ? "done" : "part"}>{t(row.mark)}</Status>
                    </span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Sums shown={shown} />
    </>
  );
}

const MOST_PARTS = 6;

function Sums({ shown }: { shown: ReviewShown }) {
  const t = useText(review);
  const format = useFormat();
  const plans = shown.agreement?.terms.obligations.filter((one) => one.instalments.length > 0) ?? [];
  return plans.map((one) => {
    const amounts = one.instalments.map((part) => part.amountFen);
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const isEven = amounts.length > MOST_PARTS && amounts.every((amount) => amount === amounts[0]);
    const parts = isEven
      ? `${amounts.length} × ${format.money(amounts[0] ?? 0)}`
      : amounts.map((amount) => format.money(amount)).join(" + ");
    return (
      <p className="hint mt" key={parts}>
        {t(sum === one.amountFen ? "sumRight" : "sumWrong", { parts, sum: format.money(sum) })}
      </p>
    );
  });
}
