import * as day from "~/i18n/day";
import * as docket from "~/i18n/docket";
import * as sessionCodes from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Lights, Status } from "~/ui/status";
import { type Column, Numeral, Table } from "~/ui/table";
import { useSideLights } from "../_staff.calendar/side-lights";
import { MARKS } from "../_staff.calendar/week";
import { sidesOf } from "../_staff.cases_.$id/names";
import type { DocketShown } from "./docket.server";

type Entry = DocketShown["entries"][number];

/** Room by room, as the day goes. */
export function DocketTable({ shown }: { shown: DocketShown }) {
  const [t, tDay, code, tShell] = [useText(docket), useText(day), useText(sessionCodes), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const isZh = locale === "zh-CN";
  const lightsOf = useSideLights();
  const roomOf = (row: Entry) => (isZh ? row.roomName : row.roomNameEn) ?? t("remote");
  const rows = [...shown.entries].sort(
    (a, b) =>
      roomOf(a).localeCompare(roomOf(b), isZh ? "zh-CN" : "en", { numeric: true }) ||
      a.startAt.localeCompare(b.startAt),
  );
  const inside: Column<Entry>[] = shown.isPosted
    ? []
    : [
        {
          id: "cause",
          head: t("cause"),
          cell: (row) =>
            row.cases.map((one) => (
              <div key={one.caseId}>{one.cause ? (isZh ? one.cause.zh : one.cause.en) : ""}</div>
            )),
        },
        {
          id: "sides",
          head: t("sides"),
          cell: (row) =>
            row.cases.map((one) => (
              <div key={one.caseId}>
                {one.sides ? format.versus(...sidesOf(one.sides)) : ""}
                {one.replies ? <Lights lights={lightsOf([one.replies])} /> : null}
              </div>
            )),
        },
      ];
  const columns: Column<Entry>[] = [
    { id: "n", head: t("ordinal"), cell: (row) => rows.indexOf(row) + 1 },
    {
      id: "time",
      head: t("time"),
      isNowrap: true,
      cell: (row) => format.timeRange(row.startAt, row.endAt),
    },
    {
      id: "number",
      head: t("number"),
      isRowHead: true,
      cell: (row) =>
        row.cases.length > 0
          ? row.cases.map((one) => (
              <div key={one.caseId}>
                <Numeral>{one.number}</Numeral>
              </div>
            ))
          : tDay("other"),
    },
    ...inside,
    {
      id: "mediator",
      head: t("mediator"),
      cell: (row) => (isZh ? row.mediatorName : (row.mediatorNameEn ?? row.mediatorName)) ?? "",
    },
    ...(shown.isPosted
      ? []
      : [
          {
            id: "status",
            head: t("status"),
            isNowrap: true,
            cell: (row: Entry) => <Status tone={MARKS[row.mark]}>{tDay(`mark.${row.mark}`)}</Status>,
          },
          { id: "note", head: t("note"), cell: (row: Entry) => (row.roomId ? "" : code(`mode.${row.mode}`)) },
        ]),
  ];
  return (
    <Table
      caption={t("caption", { on: format.date(shown.on) })}
      scrollLabel={tShell("scrolls", { what: t("pageTitle") })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.sessionId}
      groupOf={(row) => ({ id: row.roomId ?? "remote", head: roomOf(row) })}
    />
  );
}
