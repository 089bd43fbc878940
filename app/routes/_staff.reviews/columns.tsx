import * as codes from "~/i18n/codes";
import * as review from "~/i18n/review";
import * as reviewQueue from "~/i18n/review-queue";
import * as stages from "~/i18n/stages";
import { useFormat, useText } from "~/i18n/use-text";
import { Clock } from "~/ui/clock";
import { Anchor } from "~/ui/router";
import { Status } from "~/ui/status";
import { type Column, Sub } from "~/ui/table";
import { CaseCell, PartiesCell } from "../_staff.cases/case-cells";
import { clockTone, stageTone } from "../_staff.cases/row-words";
import { numberOf } from "../_staff.cases_.$id/names";
import type { QueueRow } from "./list.server";

const ROUTES = ["confirm", "statement", "withdraw", "performed"] as const;

/** The columns of the judge's queue: what is asked, by when, where it stands. */
export function useColumns(): Column<QueueRow>[] {
  const [t, tReview] = [useText(reviewQueue), useText(review)];
  const [stage, code] = [useText(stages), useText(codes)];
  const format = useFormat();
  return [
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) => <CaseCell row={row} href={`/reviews/${row.caseId}`} />,
    },
    {
      id: "parties",
      head: t("col.parties"),
      cell: (row) => <PartiesCell row={row} against={(name) => t("against", { name })} />,
    },
    {
      id: "route",
      head: t("col.route"),
      cell: (row) => {
        const route = ROUTES.find((one) => one === row.route);
        return (
          <>
            <Status tone={stageTone(row.stage)}>{stage(row.stage)}</Status>
            {route ? <Sub>{code(`route.${route}`)}</Sub> : null}
          </>
        );
      },
    },
    {
      id: "clock",
      head: t("col.clock"),
      isNowrap: true,
      cell: (row) =>
        row.due ? (
          <Clock
            label={format.daysLeft(row.due.daysLeft)}
            tone={clockTone(row.due.tone)}
            daysTotal={row.span?.total}
            daysGone={row.span?.gone}
            sub={format.dateShort(row.due.on)}
          />
        ) : (
          <Clock label={<span className="q">{tReview("noClock")}</span>} />
        ),
    },
    {
      id: "handed",
      head: t("col.handed"),
      cell: (row) => (
        <>
          {row.handedOverAt ? format.instantShort(row.handedOverAt) : null}
          {row.mediatorName ? <Sub>{t("by", { name: row.mediatorName })}</Sub> : null}
          {row.packageVersion && row.packageVersion > 1 ? (
            <Sub>{tReview("again", { version: row.packageVersion })}</Sub>
          ) : null}
        </>
      ),
    },
    {
      id: "judge",
      head: t("col.judge"),
      cell: (row) => row.judgeName ?? <span className="q">{tReview("noJudge")}</span>,
    },
    {
      id: "act",
      head: t("col.act"),
      isScreenOnly: true,
      cell: (row) => (
        <Anchor className="nw" href={`/reviews/${row.caseId}`}>
          {t("open")}
          <span className="sr"> {numberOf(row)}</span>
        </Anchor>
      ),
    },
  ];
}
