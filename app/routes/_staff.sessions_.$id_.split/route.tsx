import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { refuse } from "~/domain/result";
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
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Columns, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { sidesOf } from "../_staff.cases_.$id/names";
import { MonthSection } from "../_staff.cases_.$id_.book/month-section";
import { NoTime } from "../_staff.cases_.$id_.book/no-time";
import { PickForm } from "../_staff.cases_.$id_.book/pick-form";
import { pickerOf } from "../_staff.cases_.$id_.book/picker.server";
import { slotsOf, wayOf } from "../_staff.cases_.$id_.book/read-slots.server";
import { WhySection } from "../_staff.cases_.$id_.book/why-section";
import { wishOf } from "../_staff.cases_.$id_.book/wish";
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
  const [slot] = slotsOf(form);
  if (!slot) return refuseForm(request, refuse("invalidInput", { fields: { slot: ["notChosen"] } }), form);
  const done = await act(
    context.deps,
    actor,
    splitSession,
    {
      sessionId,
      caseIds: form.getAll("with").map(String),
      ...slot,
      ...wayOf(form),
      version: form.get("version") ?? undefined,
      reason: String(form.get("reason") ?? ""),
    },
    String(form.get("_key") ?? ""),
  );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${done.sessionId}/told?done=booked`, 303);
}

/** Some cases of a joint session 集中调解 get a time of their own. */
export default function Split() {
  const { place, version, leaving, someStay, picker, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, tBook, tShell] = [useText(people), useText(booking), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer);
  const labels: Record<string, string> = { slot: tBook("slots.legend"), reason: tBook("reason") };
  return (
    <Page>
      <SessionCrumbs place={place} title={t("split.title")} />
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
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
        <>
          {picker.total === 0 ? <NoTime picker={picker} caseId={leaving[0] ?? place.first.id} /> : null}
          <Columns kind="slot">
            <MonthSection picker={picker} />
            <div>
              <PickForm
                picker={picker}
                formKey={formKey}
                answer={answer}
                note={tBook("moveNote")}
                acts={[{ intent: "split", label: t("split.do") }]}
              >
                <input type="hidden" name="version" value={version} />
                <div className="gap">
                  <Field
                    id="reason"
                    label={tBook("reason")}
                    hint={tBook("reason.moveHint")}
                    error={error("reason")}
                    errorPrefix={tShell("error")}
                  >
                    <TextInput name="reason" maxLength={300} defaultValue={value("reason")} required />
                  </Field>
                </div>
              </PickForm>
              <WhySection picker={picker} />
            </div>
          </Columns>
        </>
      ) : null}
    </Page>
  );
}
