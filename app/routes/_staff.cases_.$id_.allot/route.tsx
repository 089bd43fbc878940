import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { proposeProcedure, type TriageInput } from "~/domain/review/triage";
import { textFor } from "~/i18n/text";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { allotTrack } from "~/services/allot-track.server";
import { triageQuery } from "~/services/queries-triage.server";
import { ask } from "~/services/query.server";
import { Columns, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { type FormAnswer, refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { AllotForm } from "./allot-form";
import { ProposalSection } from "./proposal-section";
import { QUESTIONS } from "./questions";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, trial)("allot"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const { header, chances } = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const chance = chances.find((one) => one.event === "allotTrack");
  if (!chance) throw redirect(`/cases/${header.caseId}`);
  const triage = await guarded(() => ask(deps, actor, triageQuery, { caseId: header.caseId }));
  if (!triage.ok) throw new Response(null, { status: 404 });
  // The address holds the corrected answers, so that a proposal can be looked at again.
  const search = new URL(request.url).searchParams;
  const answers: TriageInput = search.has("seen")
    ? { ...triage.read, ...Object.fromEntries(QUESTIONS.map((one) => [one, search.get(one) === "on"])) }
    : triage.read;
  return {
    header,
    chance,
    ...triage,
    answers,
    proposal: proposeProcedure(answers, { averageWageFen: triage.averageWageFen }),
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const values = Object.entries(textsOf(form)).filter(([, value]) => value !== "");
  const done = await act(
    context.deps,
    actor,
    allotTrack,
    { ...Object.fromEntries(values), caseId },
    String(form.get("_key") ?? ""),
  );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}?done=allotTrack`, 303);
}

export type Allot = Awaited<ReturnType<typeof loader>>;

export default function AllotPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const t = useText(trial);
  const labels: Record<string, string> = {
    track: t("track"),
    procedure: t("procedure"),
    teamId: t("team"),
    judgeId: t("judge"),
  };
  return (
    <Page>
      <CaseCrumbs header={page.header} title={t("allot")} about={t("allotAbout")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <Columns kind="slot">
        <ProposalSection page={page} />
        <AllotForm page={page} answer={answer} />
      </Columns>
    </Page>
  );
}
