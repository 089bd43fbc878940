import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { causeOf } from "~/domain/intake/causes";
import * as queue from "~/i18n/queue";
import * as series from "~/i18n/series";
import * as stages from "~/i18n/stages";
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { LinkButton } from "~/ui/button";
import { Head, Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Tabs } from "~/ui/tabs";
import { pageTitle } from "../_staff/page-title";
import { addressWith } from "./address";
import { CaseTable } from "./case-table";
import { conditionsOf } from "./conditions";
import { FilterForm } from "./filter-form";
import { listOf } from "./list.server";
import { ScopeSwitch } from "./scope-switch";

export const handle: PageHandle = { print: "landscape" };

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, queue)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return listOf(context.deps, actor, new URL(request.url).searchParams);
}

export default function Cases() {
  const list = useLoaderData<typeof loader>();
  const { filter, may } = list;
  const [search] = useSearchParams();
  const [t, stage, tSeries] = [useText(queue), useText(stages), useText(series)];
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const cause = filter.cause ? causeOf(filter.cause) : undefined;
  const named = [...list.mediators, ...list.orgs];
  const nameOf = (id: string | undefined) => {
    const found = named.find((one) => one.id === id);
    return isZh ? found?.name : found?.nameEn;
  };
  const conditions = conditionsOf(filter, {
    t,
    stage,
    format,
    causeName: isZh ? cause?.zh : cause?.en,
    nameOf,
  });
  const total = list.capped ? t("totalCapped", { total: list.total - 1 }) : t("total", { total: list.total });
  const shown = list.tabs.filter(
    (tab) => list.counts[tab] > 0 || tab === filter.tab || tab === "all" || tab === "overdue",
  );
  return (
    <Page>
      <Head
        title={t("title")}
        acts={
          <>
            {may.documents ? (
              <LinkButton href={addressWith(search, {}, "/documents")}>{t("documents")}</LinkButton>
            ) : null}
            {may.import ? <LinkButton href="/series">{tSeries("title")}</LinkButton> : null}
            {may.import ? <LinkButton href="/cases/import">{t("import")}</LinkButton> : null}
            {may.export ? (
              <LinkButton href={addressWith(search, {}, "/cases/export.xlsx")} download icon="download">
                {t("export")}
              </LinkButton>
            ) : null}
            {may.create ? (
              <LinkButton look="main" href="/cases/new">
                {t("create")}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {total} {t("conditions", { conditions: format.list(conditions) })}
      </Head>
      <FilterForm list={list} />
      <Tabs
        label={t("tabs")}
        tabs={shown.map((tab) => ({
          href: addressWith(search, { tab }),
          label: t(`tab.${tab}`),
          count: list.counts[tab] > 1000 ? "1000+" : list.counts[tab],
          isCurrent: tab === filter.tab,
          isOver: tab === "overdue" && list.counts.overdue > 0,
        }))}
      />
      <CaseTable list={list} scope={<ScopeSwitch now={filter.scope ?? "all"} />} />
    </Page>
  );
}
