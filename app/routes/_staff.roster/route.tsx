import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "~/domain/policy/can";
import * as list from "~/i18n/notice-list";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { weeklyHoursQuery } from "~/services/queries-calendar-screens.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { ask } from "~/services/query.server";
import { Empty } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Tabs } from "~/ui/tabs";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { PeopleList } from "./people-list";
import { OrgList, RoomList } from "./place-list";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, list)("roster"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const [lists, hours] = await guarded(() =>
    Promise.all([
      ask(context.deps, actor, rosterListsQuery, {}),
      ask(context.deps, actor, weeklyHoursQuery, {}),
    ]),
  );
  if (!lists.ok || !hours.ok) throw new Response(null, { status: 404 });
  const { mediators, lawyers, organisations } = lists;
  const rooms = [...lists.rooms].sort((a, b) => a.nameEn.localeCompare(b.nameEn, "en", { numeric: true }));
  const keeps = {
    people: can(actor, "manage-roster", ["court"]).ok,
    rooms: can(actor, "manage-rooms", ["court"]).ok,
  };
  return { mediators, lawyers, organisations, rooms, hours: hours.hours, keeps };
}

export type RosterShown = ReturnType<typeof useLoaderData<typeof loader>>;

const LISTS = ["mediators", "lawyers", "rooms", "organisations"] as const;

/** Who and what the court can count on; read here, changed by the administrator. */
export default function Roster() {
  const roster = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const t = useText(list);
  const now = LISTS.find((one) => one === search.get("list")) ?? "mediators";
  return (
    <Page>
      <Head title={t("roster")} acts={<PrintButton />}>
        {t("rosterAbout", {
          mediators: roster.mediators.length,
          lawyers: roster.lawyers.length,
          rooms: roster.rooms.length,
          orgs: roster.organisations.length,
        })}
      </Head>
      <Tabs
        label={t("roster.tabs")}
        tabs={LISTS.map((one) => ({
          href: one === "mediators" ? "/roster" : `/roster?list=${one}`,
          label: t(one),
          count: roster[one].length,
          isCurrent: one === now,
        }))}
      />
      <Section id="list" title={t(now)} note={t("listNote", { count: roster[now].length })}>
        {roster[now].length === 0 ? <Empty title={t("empty")}>{t("emptyText")}</Empty> : null}
        {now === "mediators" || now === "lawyers" ? <PeopleList roster={roster} kind={now} /> : null}
        {now === "rooms" ? <RoomList roster={roster} /> : null}
        {now === "organisations" ? <OrgList roster={roster} /> : null}
      </Section>
    </Page>
  );
}
