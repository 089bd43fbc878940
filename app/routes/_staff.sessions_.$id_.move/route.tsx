import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import { refuse } from "~/domain/result";
import * as booking from "~/i18n/booking";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Columns, Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { OtherTimes } from "../_staff/other-times";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { MonthSection } from "../_staff.cases_.$id_.book/month-section";
import { NoTime } from "../_staff.cases_.$id_.book/no-time";
import { OverrideForm, useOverrideLabels } from "../_staff.cases_.$id_.book/override-form";
import { PickForm } from "../_staff.cases_.$id_.book/pick-form";
import { pickerOf } from "../_staff.cases_.$id_.book/picker.server";
import { overrideOf, slotsOf, wayOf } from "../_staff.cases_.$id_.book/read-slots.server";
import { WayFields } from "../_staff.cases_.$id_.book/way-fields";
import { WhySection } from "../_staff.cases_.$id_.book/why-section";
import { alternativeHref, wishOf } from "../_staff.cases_.$id_.book/wish";
import { WishForm } from "../_staff.cases_.$id_.book/wish-form";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { PlaceFacts } from "../_staff.sessions_.$id/place-facts";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.move"));

export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  if (place.status !== "planned" || place.bookingStatus !== "booked")
    throw redirect(`/sessions/${place.sessionId}/told`);
  const wish = { ...wishOf(new URL(request.url).searchParams), with: [], isOffer: false };
  const picker = await pickerOf(context.deps, actor, place.first.id, wish, place);
  return { place, picker, mayOverride: can(actor, "override-times", ["court"]).ok, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const sessionId = params.id ?? "";
  const version = form.get("version") ?? undefined;
  if (form.get("intent") === "override") {
    const { override, ...slot } = overrideOf(form);
    const input = { sessionId, version, ...slot, override, reason: override.reason };
    const over = await act(context.deps, actor, rescheduleSession, input, `${form.get("_key")}-override`);
    if (!over.ok) return refuseForm(request, over, form);
    return redirect(`/sessions/${sessionId}/told?done=moved`, 303);
  }
  const [slot] = slotsOf(form);
  if (!slot) return refuseForm(request, refuse("invalidInput", { fields: { slot: ["notChosen"] } }), form);
  const reason = String(form.get("reason") ?? "");
  const input = { sessionId, version, ...slot, ...wayOf(form), reason };
  const moved = await act(context.deps, actor, rescheduleSession, input, String(form.get("_key") ?? ""));
  if (!moved.ok) return refuseForm(request, moved, form);
  return redirect(`/sessions/${sessionId}/told?done=moved`, 303);
}

/** Another time for a booked session: the same picker, the old time beside it, a reason. */
export default function Move() {
  const { place, picker, mayOverride, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, tShell] = [useText(booking), useText(shell)];
  const { error, value } = fieldsOf(answer);
  const overrideLabels = useOverrideLabels(answer);
  const labels: Record<string, string> = {
    slot: t("slots.legend"),
    reason: t("reason"),
    ...overrideLabels,
  };
  return (
    <Page>
      <SessionCrumbs place={place} title={t("title.move")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <OtherTimes
        times={answer?.alternatives ?? []}
        hrefOf={(value, startAt) => alternativeHref(search, value, startAt)}
      />
      {picker.total === 0 ? <NoTime picker={picker} caseId={place.first.id} /> : null}
      <Columns kind="slot">
        <div>
          <Section id="place" title={t("now.title")}>
            <PlaceFacts place={place} />
          </Section>
          <WishForm picker={picker} companions={[]} />
          <MonthSection picker={picker} />
        </div>
        <div>
          <PickForm
            picker={picker}
            formKey={formKey}
            answer={answer}
            note={t("moveNote")}
            acts={[{ intent: "move", label: t("moveDo") }]}
            aside={
              <LinkButton look="quiet" href={`/sessions/${place.sessionId}/told`}>
                {t("keepDo")}
              </LinkButton>
            }
          >
            <input type="hidden" name="version" value={place.version} />
            <WayFields picker={picker} answer={answer} />
            <div className="gap">
              <Field
                id="reason"
                label={t("reason")}
                hint={t("reason.moveHint")}
                error={error("reason")}
                errorPrefix={tShell("error")}
              >
                <TextInput name="reason" maxLength={300} defaultValue={value("reason")} required />
              </Field>
            </div>
          </PickForm>
          {mayOverride ? (
            <OverrideForm picker={picker} formKey={formKey} answer={answer} version={place.version} />
          ) : null}
          <WhySection picker={picker} />
        </div>
      </Columns>
    </Page>
  );
}
