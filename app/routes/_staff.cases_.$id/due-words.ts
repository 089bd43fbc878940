import * as documents from "~/i18n/document-codes";
import * as dues from "~/i18n/dues";
import { useFormat, useText } from "~/i18n/use-text";
import type { CaseShown } from "./case.server";

export type Due = NonNullable<CaseShown["dues"]>[number];

/** One due in words: which it is, who owes what, by when. */
export function useDueWords(parties: readonly { partyId: string; name: string }[]) {
  const [t, code] = [useText(dues), useText(documents)];
  const format = useFormat();
  return (due: Due) => {
    const kind = code(`obligation.${due.kind}`);
    const no = due.ordinal;
    const which =
      due.instalment > 0 ? t("part", { no, part: due.instalment, kind }) : t("whole", { no, kind });
    const name = parties.find((party) => party.partyId === due.obligorId)?.name ?? "";
    const what = due.amountFen === null ? kind : format.money(due.amountFen);
    return {
      which,
      owed: t("owes", { name, what }),
      until: due.dueOn ? t("dueOn", { on: format.date(due.dueOn) }) : t("noDay"),
    };
  };
}
