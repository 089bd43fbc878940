import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { plusDays } from "~/domain/cases/calendar";
import * as day from "~/i18n/day";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Columns, Head, Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { QueryForm } from "~/ui/query-form";
import { Anchor } from "~/ui/router";
import { Tabs } from "~/ui/tabs";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { refuseForm } from "../_staff/refusal.server";
import { nameIn } from "../_staff.cases_.$id/names";
import { KeptTable } from "./kept-table";
import { MovePanel } from "./move-panel";
import { RoomFeed } from "./room-feed";
import { SoonSection } from "./soon-section";
import { useMoves } from "./use-moves";
import { weekHref } from "./week";
import { weekOf } from "./week.server";
import { WeekBoard } from "./week-board";
import { WeekTable } from "./week-table";

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, day)("week.title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return { ...(await weekOf(context.deps, actor, new URL(request.url).searchParams)), formKey: uuid() };
}

/** A block dropped elsewhere, with its reason: the same verb as on the session's own page. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const { roomId, ...put } = textsOf(form);
  const input = { ...put, roomId: roomId || null };
  const moved = await act(context.deps, actor, rescheduleSession, input, String(form.get("_key") ?? ""));
  if (!moved.ok) return refuseForm(request, moved, form);
  const { searchParams } = new URL(request.url);
  return redirect(weekHref(searchParams, { moved: put.sessionId ?? null }), 303);
}

/** The week on a board, by room or by mediator, with a table of the same below. */
export default function Calendar() {
  const week = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, tShell] = [useText(day), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const workdays = week.days.filter((one) => one.kind !== "rest").length;
  const answer = useActionData<typeof action>();
  const moves = useMoves(week, answer !== undefined);
  const isNow = week.fromOn <= week.today && week.today <= week.toOn;
  return (
    <Page>
      <Head
        title={`${t("week.title")}　${format.dateRange(week.fromOn, week.toOn)}`}
        acts={
          <>
            <LinkButton href={weekHref(search, { on: plusDays(week.fromOn, -7) })} icon="prev">
              {t("week.previous")}
            </LinkButton>
            <LinkButton href={weekHref(search, { on: null })}>{t("week.this")}</LinkButton>
            <LinkButton href={weekHref(search, { on: plusDays(week.fromOn, 7) })} iconAfter="next">
              {t("week.next")}
            </LinkButton>
            <LinkButton href="#table">{t("week.table")}</LinkButton>
            {week.mayReplan ? <LinkButton href="/replan">{t("week.replan")}</LinkButton> : null}
            <LinkButton href="/calendar/feed" icon="calendar">
              {t("week.feed")}
            </LinkButton>
            <LinkButton href={`/calendar/docket?on=${isNow ? week.today : week.fromOn}`}>
              {t("week.docket")}
            </LinkButton>
            <PrintButton label={t("week.print")} />
          </>
        }
      >
        {t("week.about", { count: week.entries.length, days: workdays })}{" "}
        {isNow ? t("week.now", { at: format.instantShort(week.now) }) : null}
      </Head>
      <FormErrors answer={answer} labelOf={() => undefined} />
      {search.get("moved") && !answer ? (
        <Notice tone="done" isOutcome>
          <p>
            {t("move.done")} <Anchor href={`/sessions/${search.get("moved")}/told`}>{t("move.told")}</Anchor>
          </p>
        </Notice>
      ) : null}
      <QueryForm
        label={tShell("filter")}
        action="/calendar"
        search={tShell("search")}
        clear={{ href: "/calendar", label: tShell("clear") }}
        keep={{ by: week.by, ...(week.mine ? { mine: "true" } : {}) }}
      >
        <Field id="on" label={t("filterOn")}>
          <TextInput type="date" name="on" defaultValue={search.get("on") ?? week.today} />
        </Field>
        <Field id="roomId" label={t("filterRoom")}>
          <Select
            name="roomId"
            blank={tShell("all")}
            defaultValue={search.get("roomId") ?? ""}
            options={week.rooms.map((room) => ({ value: room.id, label: nameIn(locale, room) }))}
          />
        </Field>
        <Field id="mediatorId" label={t("filterMediator")}>
          <Select
            name="mediatorId"
            blank={tShell("all")}
            defaultValue={search.get("mediatorId") ?? ""}
            options={week.mediators.map((one) => ({ value: one.id, label: nameIn(locale, one) }))}
          />
        </Field>
      </QueryForm>
      <Tabs
        label={t("week.by")}
        tabs={(["room", "mediator"] as const).map((by) => ({
          href: weekHref(search, { by: by === "room" ? null : by }),
          label: t(`by.${by}`),
          isCurrent: week.by === by,
        }))}
      />
      {week.isPerson ? (
        <nav aria-label={t("scope")} className="link-row gap">
          <Anchor href={weekHref(search, { mine: "true" })} aria-current={week.mine ? "true" : undefined}>
            {t("week.mine")}
          </Anchor>
          <Anchor href={weekHref(search, { mine: null })} aria-current={week.mine ? undefined : "true"}>
            {t("week.all")}
          </Anchor>
        </nav>
      ) : null}
      <Columns kind="board">
        <aside>
          {week.roomFeed ? <RoomFeed {...week.roomFeed} /> : null}
          <SoonSection entries={week.soon} />
        </aside>
        <div>
          {moves.picked ? (
            <MovePanel picked={moves.picked} formKey={week.formKey} answer={answer} onCancel={moves.cancel} />
          ) : null}
          <WeekBoard week={week} moves={moves} />
          <WeekTable entries={week.entries} />
          <KeptTable offered={week.offered} elsewhere={week.elsewhere} present={week.present} />
        </div>
      </Columns>
    </Page>
  );
}
