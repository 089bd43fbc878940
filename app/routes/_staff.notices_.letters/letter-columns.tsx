import * as letters from "~/i18n/letters";
import * as evidence from "~/i18n/notice-evidence";
import { useFormat, useText } from "~/i18n/use-text";
import { type Column, Numeral } from "~/ui/table";
import type { Letter } from "./route";

/** What every list of letters shows: which case, to whom, what, since when. */
export function useLetterColumns(): Column<Letter>[] {
  const [t, say] = [useText(letters), useText(evidence)];
  const format = useFormat();
  return [
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) => <Numeral href={`/cases/${row.case_id}/notices`}>{row.number}</Numeral>,
    },
    { id: "to", head: t("col.to"), isNowrap: true, cell: (row) => row.name ?? "" },
    { id: "what", head: t("col.what"), cell: (row) => say(`kind.${row.kind}` as "kind.other") },
    { id: "at", head: t("col.at"), isNowrap: true, cell: (row) => format.instantShort(row.at) },
  ];
}
