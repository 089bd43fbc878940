import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { Numeral, Sub, Table } from "~/ui/table";

/** Lines that did not come in, each with every reason. */
export function BadRows({ rows }: { rows: readonly { row: number; errors: string[]; cells: string }[] }) {
  const [t, tShell] = [useText(imports), useText(shell)];
  if (rows.length === 0) return null;
  return (
    <Section id="bad" title={t("badTitle")} note={t("badNote")}>
      <Sheet className="gap">
        <Table
          caption={t("badTitle")}
          scrollLabel={tShell("scrolls", { what: t("badTitle") })}
          rows={rows}
          rowKey={(row) => String(row.row)}
          columns={[
            { id: "row", head: t("col.row"), isRowHead: true, isNowrap: true, cell: (row) => row.row },
            {
              id: "errors",
              head: t("col.errors"),
              cell: (row) =>
                row.errors.map((error) => (
                  <div key={error}>
                    <Status tone="no">{error}</Status>
                  </div>
                )),
            },
            { id: "cells", head: t("col.cells"), cell: (row) => <Sub>{row.cells}</Sub> },
          ]}
        />
      </Sheet>
    </Section>
  );
}

type Good = { row: number; caseId: string | null; registrationNo: string | null; caseNo: string | null };

/** Lines that became cases. */
export function GoodRows({ rows }: { rows: readonly Good[] }) {
  const [t, tShell] = [useText(imports), useText(shell)];
  if (rows.length === 0) return null;
  return (
    <Section id="good" title={t("goodTitle")} note={t("goodNote", { count: rows.length })}>
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
          ]}
        />
      </Sheet>
    </Section>
  );
}
