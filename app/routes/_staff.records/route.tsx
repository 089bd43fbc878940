import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as records from "~/i18n/records";
import * as shell from "~/i18n/shell";
import * as stages from "~/i18n/stages";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { verbText } from "~/i18n/verb-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { recordsQuery } from "~/services/queries-records.server";
import { ask } from "~/services/query.server";
import { VERBS } from "~/services/verbs.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { ListBar } from "~/ui/pager";
import { Sheet } from "~/ui/section";
import { Table } from "~/ui/table";
import { addressOf, pagesOf } from "../_staff/list-address";
import { ListPager } from "../_staff/list-pager";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { useColumns } from "./columns";
import { filterIn, KEEP } from "./filter";
import { FilterForm } from "./filter-form";

const PATH = "/records";
/** What is done without a verb of its own. */
const TRACES = [
  "sign-in",
  "sign-in-failed",
  "choose-role",
  "sign-out",
  "sign-out-everywhere",
  "issue-token",
  "send-party-link",
  "send-answer-link",
  "open-party-link",
  "open-party-link-failed",
  "read-file",
  "view-contacts",
  "view-notes",
  "export-list",
  "export-records",
];

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, records)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const filter = filterIn(new URL(request.url).searchParams);
  const found = await guarded(() => ask(context.deps, actor, recordsQuery, filter));
  if (!found.ok) throw new Response(null, { status: 404 });
  const locale = localeOf(request);
  const verbs = [...new Set([...VERBS.map((verb) => verb.name), ...TRACES])].map((verb) => ({
    value: verb,
    label: verbText(locale, verb),
  }));
  // Sorted here once: the browser may order Chinese otherwise than the server.
  return { ...found, verbs: verbs.sort((a, b) => a.label.localeCompare(b.label, locale)) };
}

export type Trail = Awaited<ReturnType<typeof loader>>;

export default function Records() {
  const list = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, tShell, stage] = [useText(records), useText(shell), useText(stages)];
  const format = useFormat();
  const locale = useLocale();
  const columns = useColumns();
  const { filter, rows, capped } = list;
  const conditions = [
    filter.text ? t("cond.text", { text: filter.text }) : null,
    filter.person ? t("cond.person", { name: filter.person }) : null,
    ...filter.verb.map((verb) => verbText(locale, verb)),
    filter.stage ? t("cond.stage", { stage: stage(filter.stage) }) : null,
    filter.on ? t("cond.on", { on: format.date(filter.on) }) : null,
    filter.until ? t("cond.until", { on: format.date(filter.until) }) : null,
  ].filter((one) => one !== null);
  const pages = pagesOf(PATH, search, KEEP, list.next, rows.length, 50);
  const at = { from: pages.at + 1, to: pages.at + rows.length, total: list.total };
  const place = capped ? t("placeCapped", at) : t("place", at);
  return (
    <Page>
      <Head
        title={t("title")}
        acts={
          <LinkButton href={addressOf("/records/export.xlsx", search, KEEP)} download icon="download">
            {t("export")}
          </LinkButton>
        }
      >
        {t("about")}
        <br />
        {t(capped ? "totalCapped" : "total", { total: list.total })}{" "}
        {t("conditions", { conditions: conditions.length > 0 ? format.list(conditions) : t("none") })}
      </Head>
      <FilterForm list={list} />
      {rows.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
      ) : (
        <>
          <ListBar summary={place} tools={<PrintButton />} />
          <Sheet>
            <Table
              caption={t("caption", { place })}
              scrollLabel={tShell("scrolls", { what: t("listLabel") })}
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.chain} ${row.seq}`}
            />
          </Sheet>
          <ListPager pages={pages} summary={place} />
        </>
      )}
    </Page>
  );
}
