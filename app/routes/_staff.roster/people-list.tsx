import { MEDIATOR_CATEGORIES } from "~/domain/roster/mediator-categories";
import * as list from "~/i18n/notice-list";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Sub, Table } from "~/ui/table";
import { nameIn } from "../_staff.cases_.$id/names";
import { HoursLink } from "./hours-link";
import { hoursLines } from "./hours-words";
import type { RosterShown } from "./route";

type Person = RosterShown["mediators"][number];

/** Mediators or lawyers: who they are, how much they have, when they are in the court. */
export function PeopleList({ roster, kind }: { roster: RosterShown; kind: "mediators" | "lawyers" }) {
  const [t, role, tShell] = [useText(list), useText(roles), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const category = (code: string) => {
    const known = MEDIATOR_CATEGORIES.find((one) => one === code);
    return known ? role(`category.${known}`) : code;
  };
  const columns: Column<Person>[] = [
    {
      id: "name",
      head: t("col.name"),
      isRowHead: true,
      cell: (row) => (
        <>
          <b>{nameIn(locale, row)}</b>
          {row.trainee ? <Sub>{t("trainee")}</Sub> : null}
        </>
      ),
    },
    { id: "kind", head: t("col.kind"), cell: (row) => category(row.category) },
    kind === "mediators"
      ? {
          id: "org",
          head: t("col.org"),
          cell: (row) => {
            const org = roster.organisations.find((one) => one.id === row.orgId);
            return org ? nameIn(locale, org) : "";
          },
        }
      : { id: "firm", head: t("col.firm"), cell: (row) => row.firm ?? "" },
    {
      id: "load",
      head: t("col.load"),
      isNowrap: true,
      cell: (row) => (
        <Status tone={row.openCases >= row.maxOpen ? "risk" : row.openCases > 0 ? "part" : "wait"}>
          {t("load", { open: row.openCases, max: row.maxOpen })}
        </Status>
      ),
    },
    {
      id: "hours",
      head: t("col.hours"),
      cell: (row) => {
        const lines = hoursLines(
          format,
          roster.hours.filter((one) => one.resourceId === row.id),
        );
        return (
          <>
            {lines.length > 0 ? lines.map((line) => <div key={line}>{line}</div>) : t("hoursNone")}
            {roster.keeps.people ? <HoursLink id={row.id} who={nameIn(locale, row)} /> : null}
          </>
        );
      },
    },
    {
      id: "languages",
      head: t("col.languages"),
      cell: (row) => format.list(row.languages.map((one) => (one === "zh" ? t("language.zh") : one))),
    },
    {
      id: "standing",
      head: t("col.standing"),
      isNowrap: true,
      cell: (row) => (
        <Status tone={row.active ? "done" : "no"}>{t(row.active ? "active" : "inactive")}</Status>
      ),
    },
  ];
  return (
    <Sheet className="gap">
      <Table
        caption={t(kind)}
        scrollLabel={tShell("scrolls", { what: t(kind) })}
        columns={columns}
        rows={roster[kind]}
        rowKey={(row) => row.id}
      />
    </Sheet>
  );
}
