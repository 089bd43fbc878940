import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as words from "~/i18n/court-calendar";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { courtCalendarQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { PrintButton } from "../_staff/print-button";
import { useLabels } from "../_staff.availability/labels";
import { changeBy, refusedChange } from "./change.server";
import { ChangeSection } from "./change-section";
import { HoursSection } from "./hours-section";
import { OwnSection } from "./own-section";
import { YearForm } from "./year-form";
import { ChangeTable, YearTable } from "./year-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, words)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(context.deps, actor, courtCalendarQuery, {}));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, mayLoad: can(actor, "load-calendar", ["court"]).ok, formKey: uuid() };
}

const FIELDS = ["json", "on", "name", "validFrom", "validTo", "hours"] as const;
export type CalendarShown = Awaited<ReturnType<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const done = await changeBy(context.deps, actor, localeOf(request), form);
  return done.ok ? { change: done.change } : refusedChange(request, done, form);
}

/** The calendar that limits and sessions are counted with; the administrator changes it after seeing what follows. */
export default function CourtCalendar() {
  const shown = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const t = useText(words);
  const refused = back && "message" in back ? back : undefined;
  const change = back && "change" in back ? back.change : undefined;
  const ofYear = refused?.values.intent?.endsWith("year") ? refused : undefined;
  const ofHours = refused?.values.intent?.endsWith("hours") ? refused : undefined;
  const spanLabel = useLabels();
  const labelOf = (name: string) => {
    const own = FIELDS.find((one) => one === name);
    return own ? t(own) : spanLabel(name);
  };
  return (
    <Page>
      <Head title={t("title")} acts={<PrintButton />}>
        {t("about", { version: shown.version })}
      </Head>
      <FormErrors answer={refused} labelOf={labelOf} />
      {change ? <ChangeSection change={change} formKey={shown.formKey} /> : null}
      <YearTable years={shown.years} />
      <HoursSection
        hours={shown.hours}
        today={shown.today}
        mayLoad={shown.mayLoad}
        {...(ofHours ? { answer: ofHours } : {})}
      />
      <OwnSection
        closures={shown.closures}
        mayLoad={shown.mayLoad}
        {...(refused && !ofYear && !ofHours ? { answer: refused } : {})}
      />
      {shown.mayLoad ? <YearForm {...(ofYear ? { answer: ofYear } : {})} /> : null}
      <ChangeTable changes={shown.changes} />
    </Page>
  );
}
