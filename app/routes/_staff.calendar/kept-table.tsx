import { memo } from "react";
import * as day from "~/i18n/day";
import * as sessionCodes from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Numeral, Table } from "~/ui/table";
import { leaderOf, placeOf } from "./board-days";
import type { Week } from "./week.server";

type Kept = Pick<Week, "offered" | "elsewhere" | "present">;

/** As a list what the board draws beside the sessions: times that offers keep, and what other courts have taken. */
export const KeptTable = memo(function KeptTable({ offered, elsewhere, present }: Kept) {
  const [t, code, tShell] = [useText(day), useText(sessionCodes), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const nameOf = (personId: string) => {
    const found = present.find((one) => one.id === personId);
    return found ? (locale === "zh-CN" ? found.name : found.nameEn) : "";
  };
  const rows = [
    ...offered.map((one) => ({
      id: one.bookingId,
      on: one.on,
      startAt: one.startAt,
      endAt: one.endAt,
      what: one.caseId ? <Numeral href={`/cases/${one.caseId}`}>{one.number}</Numeral> : t("other"),
      who: leaderOf(one, locale),
      place: placeOf(one, locale, code(`mode.${one.mode}`)),
      mark: <Status tone="wait">{t("mark.offered")}</Status>,
    })),
    ...elsewhere.map((one) => ({
      id: `${one.personId} ${one.startAt}`,
      on: one.on,
      startAt: one.startAt,
      endAt: one.endAt,
      what: null,
      who: nameOf(one.personId),
      place: "",
      mark: <Status tone="shut">{t("elsewhere")}</Status>,
    })),
  ].sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
  if (!rows.length) return null;
  const columns: Column<(typeof rows)[number]>[] = [
    {
      id: "when",
      head: t("col.when"),
      isRowHead: true,
      isNowrap: true,
      cell: (row) => format.timeRange(row.startAt, row.endAt),
    },
    {
      id: "case",
      head: t("col.case"),
      cell: (row) => (
        <>
          {row.what}
          <div>{row.mark}</div>
        </>
      ),
    },
    { id: "mediator", head: t("col.mediator"), cell: (row) => row.who },
    { id: "place", head: t("col.place"), cell: (row) => row.place },
  ];
  return (
    <Section id="kept" title={t("keptTitle")} note={t("keptNote")}>
      <Sheet className="gap">
        <Table
          caption={t("keptTitle")}
          scrollLabel={tShell("scrolls", { what: t("keptTitle") })}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          groupOf={(row) => ({ id: row.on, head: format.date(row.on) })}
        />
      </Sheet>
    </Section>
  );
});
