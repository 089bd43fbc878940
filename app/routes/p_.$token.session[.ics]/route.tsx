import type { LoaderFunctionArgs } from "@remix-run/node";
import { guarded } from "~/platform/answer.server";
import { requireLink } from "~/platform/party.server";
import { partyTimeQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { calendarAnswer } from "./calendar-answer.server";

/** The session as a file for any calendar: time and place, a neutral title. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const page = await guarded(() => ask(context.deps, actor, partyTimeQuery, { caseId: actor.caseId }));
  const session = page.ok
    ? page.sessions.find((one) => one.sessionId === new URL(request.url).searchParams.get("id"))
    : undefined;
  if (!page.ok || !session) throw new Response(null, { status: 404 });
  return calendarAnswer(page, session, context.deps.clock.now());
}
