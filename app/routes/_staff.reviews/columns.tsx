import * as codes from "~/i18n/codes";
import * as review from "~/i18n/review";
import * as stages from "~/i18n/stages";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Clock } from "~/ui/clock";
import { Anchor } from "~/ui/router";
import { Status } from "~/ui/status";
import { type Column, Numeral, Sub } from "~/ui/table";
import { clockTone, stageTone } from "../_staff.cases/row-words";
import { numberOf } from "../_staff.cases_.$id/names";
import type { QueueRow } from "./list.server";

const ROUTES = ["confirm", "statement", "withdraw", "performed"] as const;

/** The columns of the judge's queue: what is asked, by when, where it stands. */
export function useColumns(): Column<QueueRow>[] {
  const [t, stage, code] = [useText(review), useText(stages), useText(codes)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  return [
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) => (
        <>
          <Numeral href={`/reviews/${row.caseId}`}>{numberOf(row)}</Numeral>
          <Sub>
            {isZh ? row.cause.zh : row.cause.en}
            {row.amountFen === null ? null : (
              <>
                {" · "}
                <span className="nw">{format.money(row.amountFen)}</span>
              </>
            )}
          </Sub>
        </>
      ),
    },
    {
      id: "parties",
      head: t("col.parties"),
      cell: (row) => (
        <>
          {format.names(row.claimantNames.split("、"))}
          <Sub>{t("against", { name: format.names(row.respondentNames.split("、")) })}</Sub>
        </>
      ),
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
          <Clock label={<span className="q">{t("noClock")}</span>} />
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
            <Sub>{t("again", { version: row.packageVersion })}</Sub>
          ) : null}
        </>
      ),
    },
    {
      id: "judge",
      head: t("col.judge"),
      cell: (row) => row.judgeName ?? <span className="q">{t("noJudge")}</span>,
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
