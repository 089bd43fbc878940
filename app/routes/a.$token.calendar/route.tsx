import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireInvitation } from "~/platform/answer-link.server";
import { CalendarWays } from "../p.$token.calendar/calendar-ways";

/** The same page as behind a party link, for the one session that is asked about. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { registrationNo, court, session } = await requireInvitation(params.token, context);
  return { home: `/a/${params.token}`, number: registrationNo, court, session };
}

export default function AddToCalendar() {
  const page = useLoaderData<typeof loader>();
  return <CalendarWays {...page} fileHref={`${page.home}/session.ics`} />;
}
