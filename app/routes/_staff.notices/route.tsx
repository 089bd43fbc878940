import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { CHANNELS } from "~/domain/notices/channels";
import { can } from "~/domain/policy/can";
import * as list from "~/i18n/notice-list";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { DELIVERY_TABS, deliveriesQuery } from "~/services/queries-deliveries.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Empty, Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { Tabs } from "~/ui/tabs";
import { pageTitle } from "../_staff/page-title";
import { NoticeTable } from "./notice-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, list)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const found = await guarded(() =>
    ask(context.deps, actor, deliveriesQuery, {
      tab: search.get("tab") ?? "all",
      channel: search.get("channel") ?? undefined,
      after: search.get("after") ?? undefined,
    }),
  );
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, tabs: DELIVERY_TABS, mayWork: can(actor, "work-tasks", ["court"]).ok };
}

export type NoticeRow = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];

/** What went out: sent, failed, without an address; each leads to its case. */
export default function Notices() {
  const { tab, tabs, channel, counts, rows, next, mayWork } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, tShell] = [useText(list), useText(shell)];
  const total = counts[tab];
  const addressOf = (of: Record<string, string | null>) => {
    const kept = Object.entries(of).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return kept.length ? `/notices?${new URLSearchParams(kept)}` : "/notices";
  };
  const hrefOf = (one: string) => addressOf({ tab: one === "all" ? null : one, channel });
  return (
    <Page>
      <Head
        title={t("title")}
        acts={
          mayWork ? (
            <>
              <LinkButton href="/tasks">{t("worklist")}</LinkButton>
              <LinkButton href="/notices/letters">{t("letters")}</LinkButton>
            </>
          ) : undefined
        }
      >
        {t("about", { count: total, filter: tab === "all" ? "" : t("filter", { tab: t(`tab.${tab}`) }) })}
      </Head>
      <Tabs
        label={t("tabs")}
        tabs={tabs.map((one) => ({
          href: hrefOf(one),
          label: t(`tab.${one}`),
          count: counts[one],
          isCurrent: one === tab,
          isOver: (one === "failed" || one === "bounced") && counts[one] > 0,
        }))}
      />
      <Tabs
        label={t("channels")}
        tabs={[null, ...CHANNELS].map((one) => ({
          href: addressOf({ tab: tab === "all" ? null : tab, channel: one }),
          label: t(`channel.${one ?? "all"}`),
          isCurrent: one === channel,
        }))}
      />
      {tab === "failed" || tab === "bounced" || tab === "noAddress" ? (
        <Notice>
          <p>{t("failedHelp")}</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? <Empty title={t("none")}>{t("noneText")}</Empty> : <NoticeTable rows={rows} />}
      <Pager
        label={tShell("pages")}
        summary={t("page", { count: rows.length, total })}
        previous={search.has("after") ? { href: hrefOf(tab), label: t("newest") } : undefined}
        next={next ? { href: addressOf({ tab, channel, after: next }), label: t("older") } : undefined}
      />
    </Page>
  );
}
