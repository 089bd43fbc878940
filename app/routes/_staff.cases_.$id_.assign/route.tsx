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
import * as events from "~/i18n/events";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { nameMediator } from "~/services/name-mediator.server";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { aboutOf } from "../_staff.cases_.$id/about";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { AssignForm } from "./assign-form";
import { assignmentField } from "./field.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, events)("assignMediator"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { header, chances } = await caseOf(context.deps, actor, localeOf(request), params.id ?? "");
  const chance = chances.find(({ event }) => event === "assignMediator" || event === "nameMediator");
  if (!chance) throw redirect(`/cases/${header.caseId}`);
  const field = await assignmentField(context.deps, actor, header.caseId);
  return { header, chance, field, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const values = Object.fromEntries(Object.entries(textsOf(form)).filter(([, value]) => value.trim() !== ""));
  const key = String(form.get("_key") ?? "");
  const isNaming = actor.role === "orgManager";
  const done = isNaming
    ? await act(deps, actor, nameMediator, { ...values, caseId }, key)
    : await act(deps, actor, assignMediator, { ...values, caseId }, key);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}?done=${isNaming ? "nameMediator" : "assignMediator"}`, 303);
}

const LABELS = {
  mediatorId: "choose",
  orgId: "org",
  lawyerId: "lawyer",
  reason: "reason",
} as const;
const isLabelled = (name: string): name is keyof typeof LABELS => Object.hasOwn(LABELS, name);

export default function Assign() {
  const { header, chance, field, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, event, about] = [useText(assignment), useText(events), useText(acts)];
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={event(chance.event)}
        about={chance.why ?? aboutOf(about, chance.event)}
      />
      <FormErrors answer={answer} labelOf={(name) => (isLabelled(name) ? t(LABELS[name]) : undefined)} />
      <AssignForm
        field={field}
        isNaming={chance.event === "nameMediator"}
        caseId={header.caseId}
        formKey={formKey}
        answer={answer}
      />
    </Page>
  );
}
