import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as availability from "~/i18n/availability";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { availabilityQuery, explainDayQuery } from "~/services/queries-availability.server";
import { calendarSourcesQuery } from "~/services/queries-calendar-sources.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Columns, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { PERSONS } from "../_staff/nav";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { nameIn } from "../_staff.cases_.$id/names";
import { AVAILABILITY_ACTS } from "./acts.server";
import { availabilityHref } from "./address";
import { CalendarsSection } from "./calendars-section";
import { DatesSection } from "./dates-section";
import { DaysSection } from "./days-section";
import { ExplainSection } from "./explain-section";
import { FacilitiesForm } from "./facilities-form";
import { useLabels } from "./labels";
import { LeaveSection } from "./leave-section";
import { LimitsForm } from "./limits-form";
import { OutsideNotice } from "./outside-notice";
import { WeekSection } from "./week-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, availability)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const resourceId = search.get("resourceId") || undefined;
  // Who has no hours of his own keeps others' from the roster.
  if (!resourceId && !PERSONS.includes(actor.role) && can(actor, "manage-availability", ["court"]).ok)
    throw redirect("/roster");
  const on = search.get("on");
  const hasOwn = !resourceId || resourceId === actor.userId;
  const [kept, day, own] = await guarded(() =>
    Promise.all([
      ask(deps, actor, availabilityQuery, { resourceId }),
      on ? ask(deps, actor, explainDayQuery, { resourceId, on }) : null,
      hasOwn && can(actor, "manage-calendar-sources", ["court"]).ok
        ? ask(deps, actor, calendarSourcesQuery, {})
        : null,
    ]),
  );
  if (!kept.ok) throw new Response(null, { status: 404 });
  return { ...kept, day: day?.ok ? day : null, sources: own?.ok ? own.sources : null, formKey: uuid() };
}

export type AvailabilityShown = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const resourceId = new URL(request.url).searchParams.get("resourceId") || undefined;
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const run = Object.hasOwn(AVAILABILITY_ACTS, intent) ? AVAILABILITY_ACTS[intent] : undefined;
  if (!run) throw new Response(null, { status: 400 });
  const done = await run(context.deps, actor, form, resourceId);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(availabilityHref(resourceId, { done: intent }), 303);
}

/** One person's or room's time: what can be booked, why, and everything that decides it. */
export default function Availability() {
  const kept = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(availability);
  const locale = useLocale();
  const labelOf = useLabels();
  const { resource } = kept;
  const isRoom = resource.kind === "room";
  const name = nameIn(locale, resource);
  const done = search.get("done");
  return (
    <Page>
      <Head
        title={resource.isOwn ? t("title") : t("titleOf", { name })}
        acts={
          <LinkButton href={isRoom ? "/roster?list=rooms" : "/roster"} icon="person">
            {t("back")}
          </LinkButton>
        }
      >
        {t(isRoom ? "aboutRoom" : resource.isOwn ? "aboutOwn" : "aboutOther")}
      </Head>
      <FormErrors answer={answer} labelOf={labelOf} />
      {done && !answer ? (
        <Notice tone="done" isOutcome>
          <p>
            <b>{t(done === "endLeave" ? "doneLeaveEnded" : "done")}</b> {t("doneText")}
          </p>
        </Notice>
      ) : null}
      {kept.outside.length > 0 ? <OutsideNotice kept={kept} /> : null}
      {kept.day ? <ExplainSection kept={kept} day={kept.day} /> : null}
      <WeekSection kept={kept} answer={answer} />
      <Columns kind="slot">
        <div>
          <DaysSection kept={kept} />
        </div>
        <div>
          <DatesSection kept={kept} answer={answer} />
          <LeaveSection kept={kept} answer={answer} />
          <CalendarsSection kept={kept} answer={answer} />
          <LimitsForm kept={kept} answer={answer} />
          {isRoom && resource.facilities ? (
            <FacilitiesForm kept={kept} facilities={resource.facilities} />
          ) : null}
        </div>
      </Columns>
    </Page>
  );
}
