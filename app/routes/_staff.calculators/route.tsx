import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { CALCULATORS, calculatorOf } from "~/domain/elements/calculators/calculator-list";
import * as calculators from "~/i18n/calculators";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Head, Page } from "~/ui/page";
import { pageTitle } from "../_staff/page-title";
import { CalculatorForm, CalculatorLinks } from "./calculator-form";
import { reckon } from "./reckon.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, calculators)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(request, context);
  const wanted = calculatorOf(new URL(request.url).searchParams.get("kind"));
  return { kind: (wanted ?? CALCULATORS[0])?.key ?? "", formKey: uuid() };
}

/** Nothing is written: what was entered comes back with the sum. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireViewer(request, context);
  const form = await request.formData();
  const calculator = calculatorOf(String(form.get("kind")));
  if (!calculator) throw new Response(null, { status: 404 });
  const reckoned = reckon(request, calculator, form);
  return data(reckoned, { status: reckoned.isFaulty ? 422 : 200 });
}

/** Sums that courts work out by hand, each with its steps; about no case. */
export default function Calculators() {
  const { kind, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(calculators);
  return (
    <Page>
      <Head title={t("title")}>{t("about")}</Head>
      <CalculatorLinks of={CALCULATORS} kind={kind} />
      <CalculatorForm kind={kind} formKey={formKey} entered={{}} answer={answer} />
    </Page>
  );
}
