import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as booking from "~/i18n/booking";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { OverrideForm } from "../_staff.cases_.$id_.book/override-form";
import { pickerOf } from "../_staff.cases_.$id_.book/picker.server";
import { overrideOf } from "../_staff.cases_.$id_.book/read-slots.server";
import { wishOf } from "../_staff.cases_.$id_.book/wish";
import { WishForm } from "../_staff.cases_.$id_.book/wish-form";
import { NewTime, NewTimeErrors } from "../_staff.sessions_.$id/new-time";
import { newTimeOf } from "../_staff.sessions_.$id/new-time.server";
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
  if (form.get("intent") === "override") {
    const { override, ...slot } = overrideOf(form);
    const version = form.get("version") ?? undefined;
    const input = { sessionId, version, ...slot, override, reason: override.reason };
    const over = await act(context.deps, actor, rescheduleSession, input, `${form.get("_key")}-override`);
    if (!over.ok) return refuseForm(request, over, form);
    return redirect(`/sessions/${sessionId}/told?done=moved`, 303);
  }
  const chosen = newTimeOf(form);
  if (!chosen.ok) return refuseForm(request, chosen, form);
  const input = { sessionId, ...chosen.time };
  const moved = await act(context.deps, actor, rescheduleSession, input, String(form.get("_key") ?? ""));
  if (!moved.ok) return refuseForm(request, moved, form);
  return redirect(`/sessions/${sessionId}/told?done=moved`, 303);
}

/** Another time for a booked session: the same picker, the old time beside it, a reason. */
export default function Move() {
  const { place, picker, mayOverride, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(booking);
  return (
    <Page>
      <SessionCrumbs place={place} title={t("title.move")} />
      <NewTimeErrors answer={answer} />
      <NewTime
        picker={picker}
        caseId={place.first.id}
        version={place.version}
        formKey={formKey}
        answer={answer}
        act={{ intent: "move", label: t("moveDo") }}
        aside={
          <LinkButton look="quiet" href={`/sessions/${place.sessionId}/told`}>
            {t("keepDo")}
          </LinkButton>
        }
        before={
          <>
            <Section id="place" title={t("now.title")}>
              <PlaceFacts place={place} />
            </Section>
            <WishForm picker={picker} companions={[]} />
          </>
        }
      >
        {mayOverride ? (
          <OverrideForm picker={picker} formKey={formKey} answer={answer} version={place.version} />
        ) : null}
      </NewTime>
    </Page>
  );
}
