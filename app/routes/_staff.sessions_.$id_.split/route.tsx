import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as booking from "~/i18n/booking";
import * as people from "~/i18n/session-people";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionPeopleQuery } from "~/services/queries-session-people.server";
import { ask } from "~/services/query.server";
import { splitSession } from "~/services/split-session.server";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { sidesOf } from "../_staff.cases_.$id/names";
import { pickerOf } from "../_staff.cases_.$id_.book/picker.server";
import { wishOf } from "../_staff.cases_.$id_.book/wish";
import { NewTime, NewTimeErrors } from "../_staff.sessions_.$id/new-time";
import { newTimeOf } from "../_staff.sessions_.$id/new-time.server";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, people)("split.title"));

export const shouldRevalidate = () => true;

/** First which cases leave (`with` in the address), then a time for them; the others are asked nothing. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  const people = await guarded(() =>
    ask(context.deps, actor, sessionPeopleQuery, { caseId: place.first.id, sessionId: place.sessionId }),
  );
  if (!people.ok) throw new Response(null, { status: 404 });
  if (place.status !== "planned" || place.bookingStatus !== "booked" || place.cases.length < 2)
    throw redirect(`/sessions/${place.sessionId}/told`);
  const wish = { ...wishOf(new URL(request.url).searchParams), isOffer: false };
  const leaving = place.cases.map((one) => one.id).filter((id) => wish.with.includes(id));
  const [first] = leaving;
  const someStay = leaving.length < place.cases.length;
  const picker =
    first && someStay
      ? await pickerOf(context.deps, actor, first, {
          ...wish,
          with: leaving,
          mode: wish.mode ?? place.mode,
          minutes: wish.minutes ?? place.minutes,
        })
      : null;
  return { place, version: people.version, leaving, someStay, picker, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const sessionId = params.id ?? "";
  const chosen = newTimeOf(form);
  if (!chosen.ok) return refuseForm(request, chosen, form);
  const input = { sessionId, caseIds: form.getAll("with").map(String), ...chosen.time };
  const done = await act(context.deps, actor, splitSession, input, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${done.sessionId}/told?done=booked`, 303);
}

/** Some cases of a joint session 集中调解 get a time of their own. */
export default function Split() {
  const { place, version, leaving, someStay, picker, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, tBook, tShell] = [useText(people), useText(booking), useText(shell)];
  const format = useFormat();
  return (
    <Page>
      <SessionCrumbs place={place} title={t("split.title")} />
      <NewTimeErrors answer={answer} />
      <Section id="which" title={t("split.which")} note={t("split.note")}>
        <Form method="get" className="form gap">
          <Choices
            kind="checkbox"
            id="with"
            name="with"
            legend={t("split.which")}
            error={leaving.length > 0 && !someStay ? t("split.someStay") : undefined}
            errorPrefix={tShell("error")}
            chosen={leaving}
            choices={place.cases.map((one) => ({
              value: one.id,
              label: <span className="no">{one.number}</span>,
              hint: format.versus(...sidesOf(one)),
            }))}
          />
          <div className="acts">
            <Button>{tBook("refresh")}</Button>
          </div>
        </Form>
      </Section>
      {picker ? (
        <NewTime
          picker={picker}
          caseId={leaving[0] ?? place.first.id}
          version={version}
          formKey={formKey}
          answer={answer}
          act={{ intent: "split", label: t("split.do") }}
        />
      ) : null}
    </Page>
  );
}
