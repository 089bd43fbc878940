import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { importErrorText } from "~/i18n/import-error-text";
import * as imports from "~/i18n/imports";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { importCaseNumbers } from "~/services/import-case-numbers.server";
import { importCases } from "~/services/import-cases.server";
import { importRunsQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { RunTable } from "./run-table";
import { MOST_MB, storeSheet } from "./sheet-upload.server";
import { UploadForm } from "./upload-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, imports)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, importRunsQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { runs: found.runs, senders: found.senders, formKey: uuid(), mb: MOST_MB };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const stored = await storeSheet(deps, actor, form);
  if (!stored.ok) return refuseForm(request, stored, form);
  const key = String(form.get("_key") ?? "");
  const locale = localeOf(request);
  if (form.get("intent") === "numbers") {
    const done = await act(deps, actor, importCaseNumbers, { fileId: stored.fileId }, key);
    if (!done.ok) return refuseForm(request, done, form);
    const { total, known, bad } = done;
    return {
      numbers: {
        counts: { total, known, done: done.done, bad: bad.length },
        bad: bad.map((one) => ({ row: one.row, words: importErrorText(locale, one) })),
      },
    };
  }
  const sender = String(form.get("sender") ?? "");
  const begun = await act(deps, actor, importCases, { fileId: stored.fileId, sender }, key);
  if (!begun.ok) return refuseForm(request, begun, form);
  return redirect(`/cases/import/${begun.runId}`, 303);
}

export default function ImportPage() {
  const { runs, senders, formKey, mb } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [t, tShell, tNav] = [useText(imports), useText(shell), useText(nav)];
  const refused = back && "message" in back ? back : undefined;
  const numbers = back && "numbers" in back ? back.numbers : undefined;
  const errorOf = (intent: string) => (refused?.values.intent === intent ? refused.fields.file : undefined);
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/cases", label: tNav("nav.cases") }, { label: t("title") }]}
      />
      <Head title={t("title")}>{t("about")}</Head>
      <FormErrors answer={refused} labelOf={(name) => t(name === "sender" ? "sender" : "col.name")} />
      {numbers ? (
        <Notice tone={numbers.bad.length > 0 ? "risk" : "done"} isOutcome>
          <p>{t("numbersDone", numbers.counts)}</p>
          <ul>
            {numbers.bad.map((one) => (
              <li key={`${one.row} ${one.words}`}>
                {t("rowError", { row: one.row })} · {one.words}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Section id="cases" title={t("casesTitle")}>
        <UploadForm
          intent="cases"
          formKey={formKey}
          error={errorOf("cases")}
          mb={mb}
          senders={senders}
          isMain
        />
      </Section>
      <Section id="template" title={t("templateTitle")}>
        <form method="get" action="/cases/import/template.xlsx" className="form gap">
          <Field id="cause" label={t("templateCause")} hint={t("templateCauseHint")}>
            <TextInput name="cause" maxLength={60} />
          </Field>
          <div className="acts">
            <Button icon="download">{t("template")}</Button>
          </div>
        </form>
      </Section>
      <Section id="numbers" title={t("numbersTitle")} note={t("numbersText")}>
        <UploadForm intent="numbers" formKey={formKey} error={errorOf("numbers")} mb={mb} />
      </Section>
      <RunTable runs={runs} />
    </Page>
  );
}
