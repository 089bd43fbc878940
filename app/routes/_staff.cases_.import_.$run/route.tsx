import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { importErrorText } from "~/i18n/import-error-text";
import * as imports from "~/i18n/imports";
import * as nav from "~/i18n/nav";
import { refusalText } from "~/i18n/refusal-text";
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
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { BadRows } from "./bad-rows";
import { ColumnForm } from "./column-form";
import { GoodRows } from "./good-rows";
import { actOnRun } from "./run-acts.server";
import { Outcome, RunState } from "./run-state";
import { UndoForm } from "./undo-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, imports)("runTitle"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const after = Number(new URL(request.url).searchParams.get("after")) || 0;
  const run = await guarded(() => ask(context.deps, actor, importRunQuery, { runId: params.run, after }));
  if (!run.ok) throw new Response(null, { status: 404 });
  return {
    ...run,
    after,
    refusal: run.refusal ? refusalText(locale, { refusal: run.refusal }) : null,
    badRows: run.badRows.map((row) => ({
      ...row,
      errors: row.errors.map((error) => ({
        ...error,
        words: importErrorText(locale, { ...error, column: "" }),
      })),
    })),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const answer = await actOnRun(context.deps, actor, params.run ?? "", form);
  if (!answer.ok) return refuseForm(request, answer, form);
  return redirect(`/cases/import/${params.run}${answer.search}`, 303);
}

export default function ImportRun() {
  const run = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, tShell, tNav] = [useText(imports), useText(shell), useText(nav)];
  const format = useFormat();
  const refused = back && "message" in back ? back : undefined;
  const isDone = run.status === "done";
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
      <FormErrors answer={refused} labelOf={(name) => (name === "reason" ? t("undoReason") : undefined)} />
      <Outcome search={search} />
      <RunState run={run} />
      {run.status === "unmapped" ? <ColumnForm run={run} /> : null}
      {isDone && run.good > 0 ? (
        <Notice title={t("next")}>
          <p>{t("nextText")}</p>
          <p className="mt">
            <LinkButton href="/cases?tab=intake">{t("nextLink")}</LinkButton>
          </p>
        </Notice>
      ) : null}
      {isDone ? <BadRows run={run} answer={refused} /> : null}
      <GoodRows rows={run.goodRows} total={run.good} />
      {isDone && run.good > 0 ? <UndoForm error={refused?.fields.reason} /> : null}
    </Page>
  );
}
