import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireInvitation } from "~/platform/answer-link.server";
import { calendarAnswer } from "../p_.$token.session[.ics]/calendar-answer.server";

/** The session that is asked about as a file for any calendar: time and place, a neutral title. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await requireInvitation(params.token, context);
  return calendarAnswer(page, page.session, context.deps.clock.now());
}
