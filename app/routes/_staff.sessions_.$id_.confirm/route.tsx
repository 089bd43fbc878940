import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as booking from "~/i18n/booking";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { confirmHold } from "~/services/confirm-hold.server";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { AlsoPlanned } from "../_staff.cases_.$id_.book/also-planned";
import { PeopleTable } from "../_staff.cases_.$id_.book/people-table";
import { pickerOf } from "../_staff.cases_.$id_.book/picker.server";
import { wishOf } from "../_staff.cases_.$id_.book/wish";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { PlaceFacts } from "../_staff.sessions_.$id/place-facts";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.confirm"));

export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  if (place.bookingStatus === "booked") throw redirect(`/sessions/${place.sessionId}/told`);
  const wish = wishOf(new URLSearchParams());
  const { people } = await pickerOf(context.deps, actor, place.first.id, wish, place);
  const isOver = place.isHoldOver || place.bookingStatus !== "held";
  return { place, people, isOver, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const sessionId = params.id ?? "";
  const done = await act(context.deps, actor, confirmHold, { sessionId }, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${sessionId}/told?done=booked`, 303);
}

/** A kept time with everything to check; one press books it and tells everybody. */
export default function Confirm() {
  const { place, people, isOver, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(booking);
  const format = useFormat();
  const again = `/cases/${place.first.id}/book`;
  return (
    <Page>
      <SessionCrumbs place={place} title={t("title.confirm")} />
      <FormErrors answer={answer} labelOf={() => undefined} />
      {isOver ? (
        <Notice tone="risk" title={t("confirm.over")}>
          <p>{t("confirm.overText")}</p>
          <p className="acts gap">
            <LinkButton look="main" href={again}>
              {t("confirm.again")}
            </LinkButton>
          </p>
        </Notice>
      ) : (
        <Notice tone="act">
          <p>
            <b>{place.holdUntil ? t("confirm.until", { at: format.instant(place.holdUntil) }) : null}</b>
          </p>
        </Notice>
      )}
      {isOver ? null : <AlsoPlanned sessions={place.alsoPlanned} />}
      <Section id="place" title={t("now.title")}>
        <PlaceFacts place={place} />
      </Section>
      <PeopleTable people={people} />
      {isOver ? null : (
        <Form method="post" className="acts gap">
          <input type="hidden" name="_key" value={formKey} />
          <Button look="main">{t("confirm.do")}</Button>
          <LinkButton href={`/sessions/${place.sessionId}/cancel`}>{t("confirm.drop")}</LinkButton>
        </Form>
      )}
    </Page>
  );
}
