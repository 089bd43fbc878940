import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { missingText } from "~/i18n/missing-text";
import { textFor } from "~/i18n/text";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { handOver } from "~/services/hand-over.server";
import { packagePreviewQuery } from "~/services/queries-package.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Empty } from "~/ui/notice";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { type FormAnswer, refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { Goes } from "./goes";
import { PassSteps } from "./pass-steps";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, trial)("handOver"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const { header, chances } = await caseOf(deps, actor, locale, params.id ?? "");
  const preview = await guarded(() => ask(deps, actor, packagePreviewQuery, { caseId: header.caseId }));
  if (!preview.ok) throw new Response(null, { status: 404 });
  return {
    header,
    chances,
    ...preview,
    missing: preview.missing.map((code) => missingText(locale, code) ?? code),
    formKey: uuid(),
  };
}

/** The case goes to the fast-track team; the judge's screen is where it is then seen. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const done = await act(context.deps, actor, handOver, { caseId }, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}?done=handOver`, 303);
}

export type ToTrial = Awaited<ReturnType<typeof loader>>;

export default function ToTrialPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const t = useText(trial);
  const isFailed = page.header.stage === "failed" || page.header.stage === "dismissed";
  return (
    <Page>
      <CaseCrumbs header={page.header} title={t("handOver")} about={t("handOverAbout")} />
      <FormErrors answer={answer} labelOf={() => undefined} />
      {isFailed ? (
        <>
          <PassSteps page={page} />
          <Goes content={page.content} />
        </>
      ) : (
        <Empty
          title={t("notFailed")}
          action={<LinkButton href={`/cases/${page.header.caseId}`}>{page.header.registrationNo}</LinkButton>}
        />
      )}
    </Page>
  );
}
