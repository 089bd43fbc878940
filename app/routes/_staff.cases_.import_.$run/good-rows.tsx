import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral, Table } from "~/ui/table";

type Good = {
  row: number;
  caseId: string | null;
  registrationNo: string | null;
  caseNo: string | null;
  repaired: string[];
};

/** Lines that became cases. */
export function GoodRows({ rows, total }: { rows: readonly Good[]; total: number }) {
  const [t, tShell] = [useText(imports), useText(shell)];
  if (rows.length === 0) return null;
  return (
    <Section id="good" title={t("goodTitle")} note={t("goodNote", { count: total })}>
      <Sheet className="gap">
        <Table
          caption={t("goodTitle")}
          scrollLabel={tShell("scrolls", { what: t("goodTitle") })}
          rows={rows}
          rowKey={(row) => String(row.row)}
          columns={[
            {
              id: "number",
              head: t("col.number"),
              isRowHead: true,
              cell: (row) => <Numeral href={`/cases/${row.caseId}`}>{row.registrationNo}</Numeral>,
            },
            { id: "caseNo", head: t("col.caseNo"), cell: (row) => row.caseNo ?? "" },
            { id: "row", head: t("col.row"), isNumber: true, cell: (row) => row.row },
            {
              id: "repaired",
              head: t("repairedMark"),
              cell: (row) =>
                row.repaired.length > 0 ? <Status tone="part">{t("repairedMark")}</Status> : "",
            },
          ]}
        />
      </Sheet>
    </Section>
  );
}
