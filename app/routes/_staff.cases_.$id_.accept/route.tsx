import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as acts from "~/i18n/acts";
import * as assignment from "~/i18n/assignment";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { acceptAssignment } from "~/services/accept-assignment.server";
import type { Verb } from "~/services/command.server";
import { declineAssignment } from "~/services/decline-assignment.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { signForMaterials } from "~/services/sign-for-materials.server";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { AcceptSteps } from "./accept-steps";

const VERBS: Record<string, { verb: Verb; event: string; stays: boolean }> = {
  sign: { verb: signForMaterials, event: "", stays: true },
  disclose: { verb: discloseRelation, event: "discloseRelation", stays: true },
  accept: { verb: acceptAssignment, event: "acceptAssignment", stays: false },
  decline: { verb: declineAssignment, event: "declineAssignment", stays: false },
};

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, assignment)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { header, chances, assignments, parties } = await caseOf(
    context.deps,
    actor,
    localeOf(request),
    params.id ?? "",
  );
  const current = assignments.find((one) => one.status !== "ended");
  const isMine = chances.some(({ event }) => event === "acceptAssignment" || event === "discloseRelation");
  if (!current || !isMine) throw redirect(`/cases/${header.caseId}`);
  return { header, chances, current, parties, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const { intent = "", ...values } = textsOf(form);
  const chosen = VERBS[intent];
  if (!chosen) throw new Response(null, { status: 404 });
  const input = { ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")), caseId };
  const done = await act(context.deps, actor, chosen.verb, input, `${form.get("_key")}-${intent}`);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(chosen.stays ? `/cases/${caseId}/accept` : `/cases/${caseId}?done=${chosen.event}`, 303);
}

export default function Accept() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, about] = [useText(assignment), useText(acts)];
  const labels: Record<string, string> = { reason: t("declineReason"), words: t("words"), level: t("level") };
  return (
    <Page>
      <CaseCrumbs header={page.header} title={t("title")} about={about("about.acceptAssignment")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <AcceptSteps page={page} answer={answer} />
    </Page>
  );
}
