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
import { textFor } from "~/i18n/text";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { bookOffered } from "~/services/book-offered.server";
import { bookSession } from "~/services/book-session.server";
import { offerTimes } from "~/services/offer-times.server";
import { offerQuery } from "~/services/queries-offers.server";
import { companionsQuery } from "~/services/queries-session-screens.server";
import { ask } from "~/services/query.server";
import { setTimeWay } from "~/services/set-time-way.server";
import { LinkButton } from "~/ui/button";
import { Columns, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { OtherTimes } from "../_staff/other-times";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { AlsoPlanned } from "./also-planned";
import { MonthSection } from "./month-section";
import { NoTime } from "./no-time";
import { OfferSection } from "./offer-section";
import { OverrideForm, useOverrideLabels } from "./override-form";
import { PeopleTable } from "./people-table";
import { PickForm } from "./pick-form";
import { pickerOf } from "./picker.server";
import { arrivalsOf, overrideOf, slotsOf, wayOf } from "./read-slots.server";
import { StaggerField } from "./stagger-field";
import { TimeWayForm } from "./time-way-form";
import { WayFields } from "./way-fields";
import { WhySection } from "./why-section";
import { alternativeHref, wishOf } from "./wish";
import { WishForm } from "./wish-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.book"));

/** A refused time shows the times that are left, so the list is read again after a refusal too. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const { header, chances } = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const chance = chances.find(({ event }) => event === "bookSession");
  if (!chance) throw redirect(`/cases/${header.caseId}`);
  const { caseId } = header;
  const [companions, offer] = await guarded(() =>
    Promise.all([ask(deps, actor, companionsQuery, { caseId }), ask(deps, actor, offerQuery, { caseId })]),
  );
  if (!companions.ok || !offer.ok) throw new Response(null, { status: 404 });
  return {
    header,
    why: chance.why,
    picker: await pickerOf(deps, actor, caseId, wishOf(new URL(request.url).searchParams, companions.way)),
    caseWay: companions.caseWay,
    courtWay: companions.courtWay,
    mayOverride: can(actor, "override-times", ["court"]).ok,
    companions: companions.cases,
    holdMinutes: companions.holdMinutes,
    offer: offer.offer,
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const key = `${form.get("_key")}-${intent}`;
  if (intent === "bookOffered") {
    const bookingId = String(form.get("offered") ?? "");
    const taken = await act(deps, actor, bookOffered, { caseId, bookingId }, key);
    if (!taken.ok) return refuseForm(request, taken, form);
    return redirect(`/sessions/${taken.sessionId}/told?done=booked`, 303);
  }
  if (intent === "way") {
    const way = String(form.get("way") ?? "") || null;
    const set = await act(deps, actor, setTimeWay, { caseId, way }, key);
    return set.ok ? redirect(`/cases/${caseId}/book`, 303) : refuseForm(request, set, form);
  }
  const caseIds = [caseId, ...form.getAll("with").map(String)];
  if (intent === "override") {
    const over = await act(deps, actor, bookSession, { caseIds, ...overrideOf(form) }, key);
    if (!over.ok) return refuseForm(request, over, form);
    return redirect(`/sessions/${over.sessionId}/told?done=booked`, 303);
  }
  const slots = slotsOf(form);
  const [slot] = slots;
  if (!slot) return refuseForm(request, refuse("invalidInput", { fields: { slot: ["notChosen"] } }), form);
  if (intent === "offer") {
    const offered = await act(deps, actor, offerTimes, { caseId, slots }, key);
    if (!offered.ok) return refuseForm(request, offered, form);
    return redirect(`/cases/${caseId}?done=offerTimes`, 303);
  }
  const hold = intent === "hold";
  const arriveAfterMinutes = arrivalsOf(form, caseIds.length, slot.minutes);
  const booked = await act(
    deps,
    actor,
    bookSession,
    { caseIds, ...slot, ...wayOf(form), arriveAfterMinutes, hold },
    key,
  );
  if (!booked.ok) return refuseForm(request, booked, form);
  const next = hold ? "confirm" : "told?done=booked";
  return redirect(`/sessions/${booked.sessionId}/${next}`, 303);
}

export default function Book() {
  const { header, why, picker, companions, holdMinutes, offer, formKey, caseWay, courtWay, mayOverride } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(booking);
  const format = useFormat();
  const isZh = useLocale() === "zh-CN";
  const overrideLabels = useOverrideLabels(answer);
  const about = [
    t("about", {
      cause: isZh ? header.cause.zh : header.cause.en,
      duration: format.duration(picker.minutes),
    }),
    picker.dueOn
      ? t("due", { on: format.dateShort(picker.dueOn), left: format.daysLeft(picker.dueLeft ?? 0) })
      : t("noDue"),
    ...(picker.wish.with.length > 0 ? [t("withChosen", { count: picker.wish.with.length })] : []),
  ].join(isZh ? "" : " ");
  return (
    <Page>
      <CaseCrumbs header={header} title={t("title.book")} about={why ?? about} />
      <FormErrors
        answer={answer}
        labelOf={(name) =>
          overrideLabels[name] ??
          (["slot", "startAt", "roomId"].includes(name) ? t("slots.legend") : undefined)
        }
      />
      <OtherTimes
        times={answer?.alternatives ?? []}
        hrefOf={(value, startAt) => alternativeHref(search, value, startAt)}
      />
      <AlsoPlanned sessions={picker.alsoPlanned} />
      {offer ? <OfferSection offer={offer} formKey={formKey} /> : null}
      {picker.total === 0 ? <NoTime picker={picker} caseId={header.caseId} /> : null}
      <Columns kind="slot">
        <div>
          <WishForm picker={picker} companions={companions} />
          <MonthSection picker={picker} />
          <PeopleTable people={picker.people} />
        </div>
        <div>
          <PickForm
            picker={picker}
            formKey={formKey}
            answer={answer}
            note={picker.wish.isOffer ? null : t("holdNote", { duration: format.duration(holdMinutes) })}
            acts={
              picker.wish.isOffer
                ? [{ intent: "offer", label: t("offerSend") }]
                : [
                    { intent: "hold", label: t("hold", { duration: format.duration(holdMinutes) }) },
                    { intent: "book", label: t("bookNow") },
                  ]
            }
            aside={
              <LinkButton look="quiet" href={`?${otherWay(search, picker.wish.isOffer)}`}>
                {t(picker.wish.isOffer ? "offerBack" : "offer")}
              </LinkButton>
            }
          >
            <WayFields picker={picker} answer={answer} />
            {picker.wish.with.length > 0 && !picker.wish.isOffer ? <StaggerField /> : null}
          </PickForm>
          {mayOverride && !picker.wish.isOffer ? (
            <OverrideForm picker={picker} formKey={formKey} answer={answer} />
          ) : null}
          <TimeWayForm formKey={formKey} caseWay={caseWay} courtWay={courtWay} />
          <WhySection picker={picker} />
        </div>
      </Columns>
    </Page>
  );
}

function otherWay(search: URLSearchParams, isOffer: boolean): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set("do", isOffer ? "set" : "offer");
  return next;
}
