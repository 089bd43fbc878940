import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { dropDocumentBatch } from "~/services/drop-document-batch.server";
import { documentBatchQuery } from "~/services/queries-document-batches.server";
import { ask } from "~/services/query.server";
import { startDocumentBatch } from "~/services/start-document-batch.server";
import { LinkButton } from "~/ui/button";
import { Crumbs, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { DonePart, DraftPart, RunningPart } from "./batch-parts";
import { Exceptions } from "./exceptions";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, batches)("title"));

/** The batch as this reader may see it; one of another court is one that nobody has. */
async function batchOf({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, documentBatchQuery, { batchId: params.batch }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { actor, found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { found } = await batchOf(args);
  return { ...found, formKey: uuid() };
}
export type BatchShown = Awaited<ReturnType<typeof loader>>;

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { actor } = await batchOf(args);
  const form = await request.formData();
  const { intent } = textsOf(form);
  const key = String(form.get("_key") ?? "");
  const input = { batchId: params.batch };
  if (intent === "start") {
    const started = await act(context.deps, actor, startDocumentBatch, input, `${key}-start`);
    return started.ok ? redirect(`/documents/${params.batch}`, 303) : refuseForm(request, started, form);
  }
  const dropped = await act(context.deps, actor, dropDocumentBatch, input, `${key}-drop`);
  if (!dropped.ok) return refuseForm(request, dropped, form);
  return redirect(dropped.wasDraft ? "/documents" : `/documents/${params.batch}`, 303);
}

/** One batch from looking to taking away. */
export default function DocumentBatch() {
  const batch = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [t, code, tShell, tNav] = [useText(batches), useText(documentCodes), useText(shell), useText(nav)];
  const kind = code(`kind.${batch.kind}`);
  const title = batch.number ? t("batchTitle", { kind, number: batch.number }) : t("draftTitle", { kind });
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[
          { href: "/cases", label: tNav("nav.cases") },
          { href: "/documents", label: t("title") },
          { label: batch.number ?? t("draft") },
        ]}
      />
      <Head title={title} acts={<LinkButton href="/documents">{t("toBatches")}</LinkButton>}>
        {batch.template ? t("template", { version: batch.template }) : t("startHint")}
      </Head>
      <FormErrors answer={refused} labelOf={() => undefined} />
      {batch.status === "draft" ? <DraftPart batch={batch} /> : null}
      {batch.status === "running" || batch.status === "packing" ? <RunningPart batch={batch} /> : null}
      {batch.status === "done" || batch.status === "stopped" ? <DonePart batch={batch} /> : null}
      <Exceptions batch={batch} />
    </Page>
  );
}
