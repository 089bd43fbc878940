import * as words from "~/i18n/court-calendar";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Section, Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import type { CalendarShown } from "./route";

/** The years that are loaded, each with its notice and version. */
export function YearTable({ years }: Pick<CalendarShown, "years">) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  return (
    <Section id="years" title={t("years")} note={t("yearsNote")}>
      <Sheet className="gap">
        <Table
          caption={t("years")}
          scrollLabel={tShell("scrolls", { what: t("years") })}
          rows={years}
          rowKey={(one) => String(one.year)}
          columns={[
            { id: "year", head: t("col.year"), isRowHead: true, cell: (one) => one.year },
            { id: "version", head: t("col.version"), isNumber: true, cell: (one) => one.version },
            {
              id: "off",
              head: t("col.off"),
              cell: (one) => format.list(one.off.map(({ first, last }) => format.dateRange(first, last))),
            },
            {
              id: "work",
              head: t("col.work"),
              cell: (one) => format.list(one.work.map((on) => on.slice(5))),
            },
            { id: "source", head: t("col.source"), cell: (one) => one.source || t("sourceNone") },
          ]}
        />
      </Sheet>
    </Section>
  );
}

/** Who changed what, the newest version first. */
export function ChangeTable({ changes }: Pick<CalendarShown, "changes">) {
  const [t, tShell] = [useText(words), useText(shell)];
  const format = useFormat();
  return (
    <Section id="changes" title={t("changes")}>
      {changes.length === 0 ? (
        <Empty title={t("changesNone")}>{t("changesNoneText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("changes")}
            scrollLabel={tShell("scrolls", { what: t("changes") })}
            rows={changes}
            rowKey={(one) => String(one.version)}
            columns={[
              { id: "version", head: t("col.version"), isRowHead: true, cell: (one) => one.version },
              {
                id: "what",
                head: t("col.what"),
                cell: (one) =>
                  one.year ? t("what.year", { year: one.year }) : t("what.own", { on: one.what }),
              },
              { id: "by", head: t("col.by"), cell: (one) => one.by ?? "" },
              { id: "at", head: t("col.at"), cell: (one) => format.instant(one.at) },
            ]}
          />
        </Sheet>
      )}
    </Section>
  );
}
