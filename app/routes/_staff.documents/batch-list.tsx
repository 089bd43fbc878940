import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Section, Sheet } from "~/ui/section";
import { Numeral, Table } from "~/ui/table";
import type { BatchesShown } from "./route";

/** The latest batches, newest first. */
export function BatchList({ shown }: { shown: BatchesShown }) {
  const [t, code, tShell] = [useText(batches), useText(documentCodes), useText(shell)];
  const format = useFormat();
  const rows = shown.batches;
  return (
    <Section id="batches" title={t("list")} note={t("listNote", { count: rows.length })}>
      {rows.length === 0 ? (
        <Empty title={t("none")}>{t("noneText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("list")}
            scrollLabel={tShell("scrolls", { what: t("list") })}
            rows={rows}
            rowKey={(row) => row.batchId}
            columns={[
              {
                id: "number",
                head: t("col.number"),
                isRowHead: true,
                isNowrap: true,
                cell: (row) => (
                  <Numeral href={`/documents/${row.batchId}`}>{row.number ?? t("draft")}</Numeral>
                ),
              },
              { id: "kind", head: t("col.kind"), cell: (row) => code(`kind.${row.kind}`) },
              {
                id: "status",
                head: t("col.status"),
                isNowrap: true,
                cell: (row) => t(`status.${row.status}`),
              },
              {
                id: "done",
                head: t("col.documents"),
                isNumber: true,
                cell: (row) => format.count(row.counts.done),
              },
              {
                id: "exceptions",
                head: t("col.exceptions"),
                isNumber: true,
                cell: (row) => format.count(row.counts.missing + row.counts.failed),
              },
              {
                id: "made",
                head: t("col.made"),
                isNowrap: true,
                cell: (row) => format.instantShort(row.createdAt),
              },
            ]}
          />
        </Sheet>
      )}
    </Section>
  );
}
