import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as imports from "~/i18n/imports";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { importRunQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { errorWords } from "../_staff.cases_.import/error-words.server";
import { BadRows, GoodRows } from "./row-tables";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, imports)("runTitle"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const run = await guarded(() => ask(context.deps, actor, importRunQuery, { runId: params.run }));
  if (!run.ok) throw new Response(null, { status: 404 });
  return {
    ...run,
    badRows: run.badRows.map((row) => ({
      row: row.row,
      errors: row.errors.map((error) => errorWords(locale, error)),
      cells: row.cells.map(({ column, value }) => `${column} ${value}`).join("；"),
    })),
  };
}

export default function ImportRun() {
  const run = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, tShell, tNav] = [useText(imports), useText(shell), useText(nav)];
  const format = useFormat();
  const left = Number(search.get("left")) || 0;
  const other = run.total - run.good - run.bad;
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { href: "/cases/import", label: t("title") },
          { label: t("runTitle") },
        ]}
      />
      <Head title={t("runTitle")} acts={<LinkButton href="/cases/import">{t("again")}</LinkButton>}>
        {t("runLead", { name: run.name, at: format.instant(run.startedAt ?? "") })}
      </Head>
      <Notice tone={run.bad > 0 ? "risk" : "done"} title={run.bad > 0 ? t("badTitle") : t("allGood")}>
        <p>{t("counts", { total: run.total, good: run.good, bad: run.bad, other })}</p>
        {left > 0 ? <p>{t("left", { count: left })}</p> : null}
      </Notice>
      {run.good > 0 ? (
        <Notice title={t("next")}>
          <p>{t("nextText")}</p>
          <p className="mt">
            <LinkButton href="/cases?tab=intake">{t("nextLink")}</LinkButton>
          </p>
        </Notice>
      ) : null}
      <BadRows rows={run.badRows} />
      <GoodRows rows={run.goodRows} />
    </Page>
  );
}
