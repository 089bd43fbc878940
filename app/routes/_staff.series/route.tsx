import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as series from "~/i18n/series";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { makeSeries } from "~/services/make-series.server";
import { seriesListQuery } from "~/services/queries-series.server";
import { ask } from "~/services/query.server";
import { Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { BadNumbers } from "./bad-numbers";
import { MakeForm } from "./make-form";
import { numbersAnswer } from "./numbers-answer.server";
import { AlikeSection, ListSection } from "./tables";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, series)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, seriesListQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { series: found.series, alike: found.alike, formKey: uuid() };
}

export type SeriesListShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const input = {
    name: text("name"),
    contractForm: text("contractForm"),
    numbers: text("numbers"),
    isAll: text("isAll"),
  };
  const done = await act(context.deps, actor, makeSeries, input, text("_key"));
  if (!done.ok) return numbersAnswer(request, done, form);
  return redirect(`/series/${done.seriesId}?made=${done.added}`, 303);
}

/** The court's series, look-alike cases in none, and where one is made. */
export default function SeriesList() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(series);
  const labels: Readonly<Record<string, string>> = {
    name: t("name"),
    contractForm: t("contractForm"),
    numbers: t("numbers"),
  };
  return (
    <Page>
      <Head title={t("title")}>{t("about")}</Head>
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <BadNumbers answer={answer} />
      <ListSection page={page} />
      <AlikeSection page={page} />
      <MakeForm formKey={page.formKey} answer={answer} like={search.get("like") ?? ""} />
    </Page>
  );
}
