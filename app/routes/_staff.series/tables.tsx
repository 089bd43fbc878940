import * as series from "~/i18n/series";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Sub, Table } from "~/ui/table";
import type { SeriesListShown } from "./route";

/** The series that there are, with what of each is still open. */
export function ListSection({ page }: { page: SeriesListShown }) {
  const [t, tShell] = [useText(series), useText(shell)];
  const isZh = useLocale() === "zh-CN";
  const rows = page.series;
  return (
    <Section id="list" title={t("list")} note={t("listNote", { count: rows.length })}>
      {rows.length === 0 ? <Empty title={t("none")}>{t("noneText")}</Empty> : null}
      {rows.length > 0 ? (
        <Sheet>
          <Table
            caption={t("caption")}
            scrollLabel={tShell("scrolls", { what: t("listLabel") })}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: "name",
                head: t("col.name"),
                isRowHead: true,
                cell: (row) => (
                  <>
                    <Anchor href={`/series/${row.id}`}>{row.name}</Anchor>
                    {row.contractForm ? <Sub>{row.contractForm}</Sub> : null}
                  </>
                ),
              },
              { id: "creditor", head: t("col.creditor"), cell: (row) => row.creditorName },
              { id: "cause", head: t("col.cause"), cell: (row) => (isZh ? row.cause.zh : row.cause.en) },
              { id: "open", head: t("col.open"), isNumber: true, cell: (row) => row.open },
              { id: "total", head: t("col.total"), isNumber: true, cell: (row) => row.total },
            ]}
          />
        </Sheet>
      ) : null}
    </Section>
  );
}

/** Cases that look alike and are in no series: one press begins one. */
export function AlikeSection({ page }: { page: SeriesListShown }) {
  const [t, tShell] = [useText(series), useText(shell)];
  const isZh = useLocale() === "zh-CN";
  const rows = page.alike;
  if (rows.length === 0) return null;
  return (
    <Section id="alike" title={t("alike")} note={t("alikeNote")}>
      <Sheet>
        <Table
          caption={t("alikeCaption")}
          scrollLabel={tShell("scrolls", { what: t("alikeLabel") })}
          rows={rows}
          rowKey={(row) => row.first}
          columns={[
            {
              id: "creditor",
              head: t("col.creditor"),
              isRowHead: true,
              cell: (row) => row.creditorName,
            },
            { id: "cause", head: t("col.cause"), cell: (row) => (isZh ? row.cause.zh : row.cause.en) },
            { id: "count", head: t("col.count"), isNumber: true, cell: (row) => row.total },
            {
              id: "act",
              head: t("col.act"),
              isScreenOnly: true,
              cell: (row) => (
                <Anchor href={`/series?like=${row.first}#make`}>
                  {t("start")}
                  <span className="sr"> {row.creditorName}</span>
                </Anchor>
              ),
            },
          ]}
        />
      </Sheet>
    </Section>
  );
}
