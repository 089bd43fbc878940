import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as booking from "~/i18n/booking";
import * as sessionTold from "~/i18n/session-told";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { pageTitle } from "../_staff/page-title";
import { AlsoPlanned } from "../_staff.cases_.$id_.book/also-planned";
import { placeOfSession, toldOfSession } from "../_staff.sessions_.$id/place.server";
import { PlaceFacts } from "../_staff.sessions_.$id/place-facts";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";
import { sessionHref } from "../_staff.sessions_.$id/session-href";
import { ToldTable } from "../_staff.sessions_.$id/told-table";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, booking)("title.told"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(context.deps, actor, params.id);
  const told = await toldOfSession(context.deps, actor, place.first.id, place.sessionId);
  const base = `/sessions/${place.sessionId}`;
  return { place, told, mayWork: sessionHref(actor.role, place.sessionId, place.first.id) === base };
}

const DONE = ["booked", "moved", "cancelled"] as const;

/** After a booking, a move or a cancellation: what was done, and who hears of it by which channel. */
export default function ToldPage() {
  const { place, told, mayWork } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const [t, say] = [useText(booking), useText(sessionTold)];
  const format = useFormat();
  const done = DONE.find((one) => one === search.get("done"));
  const isOn = place.status === "planned" && place.bookingStatus === "booked";
  const base = `/sessions/${place.sessionId}`;
  return (
    <Page>
      <SessionCrumbs
        place={place}
        title={t("title.told")}
        acts={
          isOn ? (
            <>
              <LinkButton href={`${base}.ics`} download icon="calendar">
                {t("done.ics")}
              </LinkButton>
              <LinkButton href={`${base}/texts`}>{say("told.texts")}</LinkButton>
              <LinkButton href={`${base}/people`}>{t("done.people")}</LinkButton>
              {place.cases.length > 1 ? (
                <LinkButton href={`${base}/split`}>{t("done.split")}</LinkButton>
              ) : null}
              <LinkButton href={`${base}/move`}>{t("done.move")}</LinkButton>
              <LinkButton href={`${base}/cancel`}>{t("done.cancel")}</LinkButton>
            </>
          ) : undefined
        }
      />
      {done ? (
        <Notice tone="done" isOutcome>
          <p>
            <b>{t(`done.${done}`, { when: format.range(place.startAt, place.endAt) })}</b>
          </p>
          <p>{t(done === "cancelled" ? "done.thenCancelled" : "done.then")}</p>
        </Notice>
      ) : null}
      {isOn ? <AlsoPlanned sessions={place.alsoPlanned} /> : null}
      <ToldTable place={place} told={told} />
      <Section id="place" title={t("now.title")}>
        <PlaceFacts place={place} />
      </Section>
      <div className="acts gap">
        <LinkButton look="main" href={`/cases/${place.first.id}`}>
          {t("done.case")}
        </LinkButton>
        {isOn && mayWork ? <LinkButton href={base}>{t("done.session")}</LinkButton> : null}
      </div>
    </Page>
  );
}
