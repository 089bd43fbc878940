import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as booking from "~/i18n/booking";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { cancelSession } from "~/services/cancel-session.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { placeOfSession, toldOfSession } from "../_staff.sessions_.$id/place.server";
import { PlaceFacts } from "../_staff.sessions_.$id/place-facts";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";
import { ToldTable } from "../_staff.sessions_.$id/told-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.cancel"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  if (place.status !== "planned") throw redirect(`/sessions/${place.sessionId}/told`);
  const told = await toldOfSession(context.deps, actor, place.first.id, place.sessionId);
  return { place, told, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const sessionId = params.id ?? "";
  const version = form.get("version") ?? undefined;
  const input = { sessionId, version, reason: String(form.get("reason") ?? "") };
  const done = await act(context.deps, actor, cancelSession, input, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${sessionId}/told?done=cancelled`, 303);
}

/** Ends a planned session: what happens to the time, who is told, and why. */
export default function Cancel() {
  const { place, told, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, tShell] = [useText(booking), useText(shell)];
  const { error, value } = fieldsOf(answer);
  return (
    <Page>
      <SessionCrumbs place={place} title={t("title.cancel")} />
      <FormErrors answer={answer} labelOf={(name) => (name === "reason" ? t("reason") : undefined)} />
      <Section id="place" title={t("now.title")}>
        <PlaceFacts place={place} />
      </Section>
      <p className="gap">{t(place.bookingStatus === "held" ? "cancel.held" : "cancel.booked")}</p>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="version" value={place.version} />
        <Field
          id="reason"
          label={t("reason")}
          hint={t("reason.cancelHint")}
          error={error("reason")}
          errorPrefix={tShell("error")}
        >
          <TextArea name="reason" rows={2} maxLength={300} defaultValue={value("reason")} required />
        </Field>
        <div className="acts">
          <Button look="final">{t("cancelDo")}</Button>
          <LinkButton look="quiet" href={`/cases/${place.first.id}`}>
            {t("keepDo")}
          </LinkButton>
        </div>
      </Form>
      {told.length > 0 ? <ToldTable place={place} told={told} /> : null}
    </Page>
  );
}
