import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as board from "~/i18n/board";
import * as day from "~/i18n/day";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Board } from "~/ui/board";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Columns, Head, Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Section } from "~/ui/section";
import { Tabs } from "~/ui/tabs";
import { pageTitle } from "../_staff/page-title";
import { boardDays, HOURS } from "../_staff.calendar/board-days";
import { KeptTable } from "../_staff.calendar/kept-table";
import { WeekTable } from "../_staff.calendar/week-table";
import { AttentionSections } from "./attention";
import { boardOf } from "./board.server";
import { CapacitySection } from "./capacity-section";

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, board)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return boardOf(context.deps, actor, new URL(request.url).searchParams);
}

/** The coordinator's morning: today by room or mediator, and beside it whatever cannot wait. */
export default function TodayBoard() {
  const shown = useLoaderData<typeof loader>();
  const [t, tDay, tShell] = [useText(board), useText(day), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const { week, capacity, on } = shown;
  const isToday = on === week.today;
  return (
    <Page>
      <Head
        title={t("title")}
        acts={
          <>
            <LinkButton href="/calendar" icon="calendar">
              {t("week")}
            </LinkButton>
            {week.mayReplan ? <LinkButton href="/replan">{t("replan")}</LinkButton> : null}
            <LinkButton href={`/calendar/docket?on=${on}`} icon="print">
              {t("print")}
            </LinkButton>
          </>
        }
      >
        {format.date(week.today)}
        {isToday ? ` · ${t("about", { count: week.entries.length })}` : null}
      </Head>
      <Columns kind="board">
        <aside>
          <AttentionSections shown={shown} />
        </aside>
        <div>
          <Section
            id="today"
            title={isToday ? t("today") : t("next", { on: format.date(on) })}
            note={isToday ? null : t("restToday")}
          >
            <Tabs
              label={tDay("week.by")}
              tabs={(["room", "mediator"] as const).map((by) => ({
                href: by === "room" ? "/board" : "/board?by=mediator",
                label: t(by === "room" ? "byRoom" : "byMediator"),
                isCurrent: week.by === by,
              }))}
            />
            {week.entries.length + week.offered.length === 0 ? (
              <Empty title={t("none")}>{t("noneText")}</Empty>
            ) : (
              <Board
                label={tShell("scrolls", { what: t("today") })}
                rowHead={tDay(`by.${week.by}Head`)}
                hours={HOURS}
                now={
                  isToday && week.nowMinute >= HOURS.openMinute && week.nowMinute < HOURS.closeMinute
                    ? { minute: week.nowMinute, label: format.time(week.now) }
                    : undefined
                }
                days={boardDays(week, { t: tDay, format, locale })}
              />
            )}
          </Section>
          {week.entries.length > 0 ? <WeekTable entries={week.entries} title={t("list")} /> : null}
          <KeptTable offered={week.offered} elsewhere={week.elsewhere} present={week.present} />
          <CapacitySection capacity={capacity} />
        </div>
      </Columns>
    </Page>
  );
}
