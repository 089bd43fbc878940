import { memo } from "react";
import * as day from "~/i18n/day";
import * as sessionCodes from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Lights, Status } from "~/ui/status";
import { type Column, Numeral, Sub, Table } from "~/ui/table";
import { sidesOf } from "../_staff.cases_.$id/names";
import { leaderOf, placeOf } from "./board-days";
import { useSideLights } from "./side-lights";
import { MARKS } from "./week";
import type { WeekEntry } from "./week.server";

interface WeekTableProps {
  entries: readonly WeekEntry[];
  /** Where it is not the week: the day. */
  title?: string;
}

/** The same week as a list, for reading out, for paper, and for narrow screens. */
export const WeekTable = memo(function WeekTable({ entries, title: given }: WeekTableProps) {
  const [t, code, tShell] = [useText(day), useText(sessionCodes), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const title = given ?? t("tableTitle");
  const lightsOf = useSideLights();
  const columns: Column<WeekEntry>[] = [
    {
      id: "when",
      head: t("col.when"),
      isNowrap: true,
      cell: (row) =>
        row.cases.length > 0 ? (
          <Anchor href={row.href}>{format.timeRange(row.startAt, row.endAt)}</Anchor>
        ) : (
          format.timeRange(row.startAt, row.endAt)
        ),
    },
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) =>
        row.cases.length > 0 ? (
          <>
            {row.cases.map((one) => (
              <div key={one.caseId}>
                <Numeral href={`/cases/${one.caseId}`}>{one.number}</Numeral>
                <Sub>{format.versus(...sidesOf(one))}</Sub>
              </div>
            ))}
            {row.caseCount > 1 ? <Sub>{t("more", { count: row.caseCount })}</Sub> : null}
          </>
        ) : (
          t("other")
        ),
    },
    { id: "mediator", head: t("col.mediator"), cell: (row) => leaderOf(row, locale) },
    {
      id: "place",
      head: t("col.place"),
      cell: (row) => placeOf(row, locale, code(`mode.${row.mode}`)),
    },
    {
      id: "status",
      head: t("col.status"),
      isNowrap: true,
      cell: (row) => <Status tone={MARKS[row.mark]}>{t(`mark.${row.mark}`)}</Status>,
    },
    {
      id: "sides",
      head: t("col.sides"),
      cell: (row) => (row.cases.length > 0 ? <Lights lights={lightsOf(row.cases)} /> : null),
    },
  ];
  return (
    <Section id="table" title={title} note={t("tableNote", { count: entries.length })}>
      {entries.length === 0 ? (
        <Empty title={t("weekNone")}>{t("weekNoneText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={title}
            scrollLabel={tShell("scrolls", { what: title })}
            columns={columns}
            rows={entries}
            rowKey={(row) => row.sessionId}
            groupOf={(row) => ({ id: row.on, head: format.date(row.on) })}
          />
        </Sheet>
      )}
    </Section>
  );
});
