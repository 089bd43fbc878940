import * as documentCodes from "~/i18n/document-codes";
import * as papers from "~/i18n/papers";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Section, Sheet } from "~/ui/section";
import { Numeral, Sub, Table } from "~/ui/table";
import type { Papers } from "./route";

/** What stands in the file and this reader may open. */
export function StandingSection({ page }: { page: Papers }) {
  const [t, tShell, code] = [useText(papers), useText(shell), useText(documentCodes)];
  const format = useFormat();
  const { documents } = page;
  return (
    <Section id="standing" title={t("standing")} note={t("standingNote", { count: documents.length })}>
      {documents.length === 0 ? <Empty title={t("none")}>{t("noneText")}</Empty> : null}
      {documents.length > 0 ? (
        <Sheet>
          <Table
            caption={t("caption")}
            scrollLabel={tShell("scrolls", { what: t("listLabel") })}
            rows={documents}
            rowKey={(row) => row.documentId}
            columns={[
              {
                id: "title",
                head: t("col.title"),
                isRowHead: true,
                cell: (row) => {
                  const kind = code(`kind.${row.kind}`);
                  return (
                    <>
                      {row.title}
                      {kind === row.title ? null : <Sub>{kind}</Sub>}
                    </>
                  );
                },
              },
              {
                id: "number",
                head: t("col.number"),
                cell: (row) => (row.number ? <Numeral>{row.number}</Numeral> : null),
              },
              {
                id: "made",
                head: t("col.made"),
                isNowrap: true,
                cell: (row) => format.instant(row.createdAt),
              },
              {
                id: "act",
                head: t("col.act"),
                isScreenOnly: true,
                cell: (row) => (
                  <a href={`/api/v1/files/${row.fileId}`} download>
                    {t("download")}
                    <span className="sr"> {row.title}</span>
                  </a>
                ),
              },
            ]}
          />
        </Sheet>
      ) : null}
    </Section>
  );
}
