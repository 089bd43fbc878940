import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as batches from "~/i18n/document-batches";
import * as series from "~/i18n/series";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { addToSeries } from "~/services/add-to-series.server";
import { leaveSeries } from "~/services/leave-series.server";
import { seriesQuery } from "~/services/queries-series.server";
import { ask } from "~/services/query.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { BadNumbers } from "../_staff.series/bad-numbers";
import { numbersAnswer } from "../_staff.series/numbers-answer.server";
import { CasesSection } from "./cases-section";
import { ShortSection } from "./short-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, series)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const after = new URL(request.url).searchParams.get("after") ?? undefined;
  const seriesId = params.id ?? "";
  const found = await guarded(() => ask(context.deps, actor, seriesQuery, { seriesId, after }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return {
    ...found,
    isFirst: after === undefined,
    mayKeep: can(actor, "keep-series", ["court"]).ok,
    mayBatch: can(actor, "batch-documents", ["court"]).ok,
    formKey: uuid(),
  };
}

export type SeriesShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const seriesId = params.id ?? "";
  // Whoever may not see the series learns no more of it from what a form is answered.
  const known = await guarded(() => ask(context.deps, actor, seriesQuery, { seriesId }));
  if (!known.ok) throw new Response(null, { status: 404 });
  if (text("intent") === "leave") {
    const left = await act(
      context.deps,
      actor,
      leaveSeries,
      { seriesId, caseId: text("caseId") },
      text("_key"),
    );
    if (!left.ok) return numbersAnswer(request, left, form);
    return redirect(`/series/${seriesId}?left=1`, 303);
  }
  const input = { seriesId, numbers: text("numbers") };
  const done = await act(context.deps, actor, addToSeries, input, text("_key"));
  if (!done.ok) return numbersAnswer(request, done, form);
  return redirect(`/series/${seriesId}?added=${done.added}`, 303);
}

/** One series: where its cases stand, what they are worth together, who mediates them, and each of them. */
export default function Series() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, tShell, tBatches] = [useText(series), useText(shell), useText(batches)];
  const isZh = useLocale() === "zh-CN";
  const { error, value } = fieldsOf(answer);
  const { name, contractForm, creditorName, cause } = page.series;
  const count = (key: string) => Number(search.get(key) ?? -1);
  const said =
    count("made") >= 0
      ? t("made", { count: count("made") })
      : count("added") >= 0
        ? t("added", { count: count("added") })
        : search.has("left")
          ? t("left")
          : null;
  return (
    <Page>
      <Crumbs label={tShell("crumbs")} crumbs={[{ href: "/series", label: t("title") }, { label: name }]} />
      <Head
        title={name}
        acts={
          page.mayBatch ? (
            <LinkButton href={`/documents?series=${page.series.id}`}>{tBatches("title")}</LinkButton>
          ) : undefined
        }
      >
        {[creditorName, isZh ? cause.zh : cause.en, contractForm].filter(Boolean).join(" · ")}
      </Head>
      {said && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{said}</p>
        </Notice>
      ) : null}
      <FormErrors answer={answer} labelOf={(field) => (field === "numbers" ? t("numbers") : undefined)} />
      <BadNumbers answer={answer} />
      <ShortSection page={page} />
      <CasesSection page={page} />
      {page.mayKeep ? (
        <Section id="add" title={t("add")}>
          <Form method="post" className="form gap" noValidate>
            <input type="hidden" name="_key" value={page.formKey} />
            <Field
              id="numbers"
              label={t("numbers")}
              hint={t("addHint")}
              error={error("numbers")}
              errorPrefix={tShell("error")}
            >
              <TextArea name="numbers" rows={3} defaultValue={value("numbers")} />
            </Field>
            <div className="acts">
              <Button look="main" name="intent" value="add">
                {t("addDo")}
              </Button>
            </div>
          </Form>
        </Section>
      ) : null}
    </Page>
  );
}
