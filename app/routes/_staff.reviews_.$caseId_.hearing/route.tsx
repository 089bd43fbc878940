import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import * as sessionCodes from "~/i18n/session-codes";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { bookHearing } from "~/services/book-hearing.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { type FormAnswer, refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, trial)("hearing"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { header, chances } = await caseOf(context.deps, actor, localeOf(request), params.caseId ?? "");
  if (!chances.some((one) => one.event === "bookHearing")) throw redirect(`/reviews/${header.caseId}`);
  return { header, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.caseId ?? "";
  const form = await request.formData();
  const { startAt = "", ...values } = textsOf(form);
  // The field is the court's wall clock, which never changes its offset.
  const input = { ...values, caseId, startAt: startAt ? `${startAt}:00+08:00` : "" };
  const done = await act(context.deps, actor, bookHearing, input, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/reviews/${caseId}?done=bookHearing`, 303);
}

export default function Hearing() {
  const { header, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const [t, tShell, code] = [useText(trial), useText(shell), useText(sessionCodes)];
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const labels: Record<string, string> = { startAt: t("startAt"), minutes: t("minutes"), mode: t("mode") };
  return (
    <Page>
      <CaseCrumbs header={header} title={t("hearing")} about={t("hearingAbout")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <Form method="post" className="form" key={formKey} noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <Field
          id="startAt"
          label={t("startAt")}
          hint={tShell("beijingTime")}
          error={error("startAt")}
          errorPrefix={errorPrefix}
        >
          <TextInput type="datetime-local" name="startAt" defaultValue={value("startAt")} />
        </Field>
        <Field id="minutes" label={t("minutes")} error={error("minutes")} errorPrefix={errorPrefix}>
          <TextInput isNumber inputMode="numeric" name="minutes" defaultValue={value("minutes", "60")} />
        </Field>
        <Field id="mode" label={t("mode")}>
          <Select
            name="mode"
            defaultValue={value("mode")}
            options={SESSION_MODES.map((one) => ({ value: one, label: code(`mode.${one}`) }))}
          />
        </Field>
        <div className="acts">
          <Button look="main">{t("hearingNow")}</Button>
          <LinkButton look="quiet" href={`/reviews/${header.caseId}`}>
            {tShell("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
