import * as list from "~/i18n/notice-list";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Table } from "~/ui/table";
import { nameIn } from "../_staff.cases_.$id/names";
import { HoursLink } from "./hours-link";
import type { RosterShown } from "./route";

const FACILITIES = ["video", "wheelchair", "signLanguage", "recording"] as const;
const ORGS = ["peoples", "invited", "industry", "medical", "notary", "lawyers"] as const;

/** Rooms: where they are and what is in them. */
export function RoomList({ roster }: { roster: RosterShown }) {
  const [t, tShell] = [useText(list), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const columns: Column<RosterShown["rooms"][number]>[] = [
    { id: "room", head: t("col.room"), isRowHead: true, cell: (row) => <b>{nameIn(locale, row)}</b> },
    {
      id: "place",
      head: t("col.place"),
      cell: (row) => (locale === "zh-CN" ? row.place : row.placeEn || row.place),
    },
    {
      id: "facilities",
      head: t("col.facilities"),
      cell: (row) =>
        format.list(
          row.facilities.map((code) => {
            const known = FACILITIES.find((one) => one === code);
            return known ? t(`facility.${known}`) : code;
          }),
        ) || tShell("none"),
    },
    ...(roster.keeps.rooms
      ? [
          {
            id: "hours",
            head: t("col.hours"),
            isNowrap: true,
            cell: (row: RosterShown["rooms"][number]) => <HoursLink id={row.id} who={nameIn(locale, row)} />,
          },
        ]
      : []),
  ];
  return (
    <Sheet className="gap">
      <Table
        caption={t("rooms")}
        scrollLabel={tShell("scrolls", { what: t("rooms") })}
        columns={columns}
        rows={roster.rooms}
        rowKey={(row) => row.id}
      />
    </Sheet>
  );
}

/** Organisations with how many people and open cases they have. */
export function OrgList({ roster }: { roster: RosterShown }) {
  const [t, tShell] = [useText(list), useText(shell)];
  const locale = useLocale();
  type Org = RosterShown["organisations"][number];
  const peopleOf = (org: Org) => roster.mediators.filter((one) => one.orgId === org.id && one.active);
  const columns: Column<Org>[] = [
    { id: "name", head: t("col.org"), isRowHead: true, cell: (row) => <b>{nameIn(locale, row)}</b> },
    {
      id: "kind",
      head: t("col.kind"),
      cell: (row) => t(`org.${ORGS.find((one) => one === row.kind) ?? "other"}`),
    },
    {
      id: "people",
      head: t("col.people"),
      isNowrap: true,
      cell: (row) => t("people", { count: peopleOf(row).length }),
    },
    {
      id: "open",
      head: t("col.open"),
      isNowrap: true,
      cell: (row) => t("cases", { count: peopleOf(row).reduce((sum, one) => sum + one.openCases, 0) }),
    },
    { id: "charges", head: t("col.charges"), cell: (row) => t(row.charges ? "charged" : "free") },
    {
      id: "standing",
      head: t("col.standing"),
      cell: (row) => (
        <Status tone={row.active ? "done" : "no"}>{t(row.active ? "active" : "inactive")}</Status>
      ),
    },
  ];
  return (
    <Sheet className="gap">
      <Table
        caption={t("organisations")}
        scrollLabel={tShell("scrolls", { what: t("organisations") })}
        columns={columns}
        rows={roster.organisations}
        rowKey={(row) => row.id}
      />
    </Sheet>
  );
}
