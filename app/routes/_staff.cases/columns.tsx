import * as queue from "~/i18n/queue";
import * as roles from "~/i18n/roles";
import * as modes from "~/i18n/session-codes";
import * as stages from "~/i18n/stages";
import { useFormat, useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { Lights, Status } from "~/ui/status";
import { type Column, Sub } from "~/ui/table";
import { numberOf } from "../_staff.cases_.$id/names";
import { CaseCell, PartiesCell } from "./case-cells";
import { ClockCell } from "./clock-cell";
import type { ListedRow } from "./list.server";
import { SIDE_TONES, standingOf } from "./row-words";

/** The columns of the queue, as the look has them. Tick boxes only for those who can do something with them. */
export function useColumns({ canPick, today }: { canPick: boolean; today: string }): Column<ListedRow>[] {
  const [t, stage, role, mode] = [useText(queue), useText(stages), useText(roles), useText(modes)];
  const format = useFormat();
  const columns: Column<ListedRow>[] = [
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) => <CaseCell row={row} href={`/cases/${row.caseId}`} />,
    },
    {
      id: "parties",
      head: t("col.parties"),
      cell: (row) => <PartiesCell row={row} against={(name) => t("against", { name })} />,
    },
    {
      id: "stage",
      head: t("col.stage"),
      cell: (row) => {
        const { tone, fact } = standingOf(row);
        return (
          <>
            <Status tone={tone}>{fact ? t(fact) : stage(row.stage)}</Status>
            {fact ? <Sub>{stage(row.stage)}</Sub> : null}
          </>
        );
      },
    },
    {
      id: "sides",
      head: t("col.sides"),
      cell: (row) => (
        <Lights
          lights={(["claimant", "respondent"] as const).map((side) => ({
            id: side,
            who: role(`short.${side}`),
            whoFull: role(`mediation.${side}`),
            tone: SIDE_TONES[row.sides[side]],
            word: t(`side.${row.sides[side]}`),
          }))}
        />
      ),
    },
    { id: "clock", head: t("col.clock"), isNowrap: true, cell: (row) => <ClockCell row={row} /> },
    {
      id: "mediator",
      head: t("col.mediator"),
      cell: (row) => {
        const { session } = row;
        const when =
          session && format.date(session.startAt).startsWith(today)
            ? t("today", { time: format.time(session.startAt) })
            : session && format.instantShort(session.startAt);
        return (
          <>
            {row.mediatorName ?? row.orgName ?? <span className="q">{t("unassigned")}</span>}
            {session ? (
              <Sub>
                {when} {session.room ?? (session.mode === "video" ? mode("mode.video") : mode("mode.phone"))}
              </Sub>
            ) : row.mediatorName && row.orgName ? (
              <Sub>{row.orgName}</Sub>
            ) : null}
          </>
        );
      },
    },
    {
      id: "next",
      head: t("col.next"),
      isScreenOnly: true,
      cell: (row) => (
        <Anchor className="nw" href={row.step.href}>
          {t(row.step.key)}
          <span className="sr"> {numberOf(row)}</span>
        </Anchor>
      ),
    },
  ];
  if (!canPick) return columns;
  return [
    {
      id: "pick",
      head: <span className="sr">{t("pick")}</span>,
      isScreenOnly: true,
      cell: (row) => (
        <input
          type="checkbox"
          name="id"
          value={row.caseId}
          aria-label={t("pickOne", { number: numberOf(row) })}
        />
      ),
    },
    ...columns,
  ];
}
