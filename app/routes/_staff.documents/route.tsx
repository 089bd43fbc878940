import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as batches from "~/i18n/document-batches";
import * as templates from "~/i18n/document-templates";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { prepareDocumentBatch } from "~/services/prepare-document-batch.server";
import { documentBatchesQuery } from "~/services/queries-document-batches.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { formAnswer, refuseForm } from "../_staff/refusal.server";
import { filterOf } from "../_staff.cases/list.server";
import { BatchList } from "./batch-list";
import { PrepareForm } from "./prepare-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, batches)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, documentBatchesQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  const search = new URL(request.url).searchParams;
  return {
    ...found,
    formKey: uuid(),
    /** What the list of cases sent along: its filter, or rows that were ticked there. */
    from: {
      ids: search.getAll("id"),
      seriesId: search.get("series"),
      filter: search.size > 0 && !search.has("series") ? search.toString() : "",
    },
    mayManage: can(actor, "manage-templates", ["court"]).ok,
  };
}
export type BatchesShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const texts = textsOf(form);
  const caseIds = form.getAll("id").map(String).filter(Boolean);
  const input = {
    kind: texts.kind,
    ...(caseIds.length ? { caseIds } : {}),
    ...(texts.numbers?.trim() ? { numbers: texts.numbers } : {}),
    ...(texts.importId ? { importId: texts.importId } : {}),
    ...(texts.seriesId ? { seriesId: texts.seriesId } : {}),
    ...(texts.exceptionsOf ? { exceptionsOf: texts.exceptionsOf } : {}),
    ...(texts.filter ? { filter: filterOf(new URLSearchParams(texts.filter)) } : {}),
  };
  const prepared = await act(deps, actor, prepareDocumentBatch, input, String(form.get("_key") ?? ""));
  if (prepared.ok) return redirect(`/documents/${prepared.batchId}`, 303);
  const unknown = prepared.params?.numbers;
  if (!Array.isArray(unknown)) return refuseForm(request, prepared, form);
  const answer = formAnswer(request, prepared, form);
  const t = textFor(localeOf(request), batches);
  return { ...answer, fields: { numbers: [t("numbersUnknown", { numbers: unknown.join(", ") })] } };
}

/** Batches of documents: choose, look, start; the latest below. */
export default function Documents() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [t, tShell, tNav, tTemplates] = [useText(batches), useText(shell), useText(nav), useText(templates)];
  const labels: Readonly<Record<string, string>> = {
    kind: t("kind"),
    numbers: t("numbers"),
    importId: t("importRun"),
  };
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/cases", label: tNav("nav.cases") }, { label: t("title") }]}
      />
      <Head
        title={t("title")}
        acts={shown.mayManage ? <LinkButton href="/templates">{tTemplates("title")}</LinkButton> : undefined}
      >
        {t("about")}
      </Head>
      <FormErrors answer={refused} labelOf={(name) => labels[name]} />
      {shown.from.filter ? (
        <Notice title={t("fromQueue")}>
          <p>{t("fromQueueText")}</p>
        </Notice>
      ) : null}
      {shown.from.seriesId ? (
        <Notice title={t("fromSeries")}>
          <p>{t("fromSeriesText")}</p>
        </Notice>
      ) : null}
      <PrepareForm shown={shown} answer={refused} />
      <BatchList shown={shown} />
    </Page>
  );
}
