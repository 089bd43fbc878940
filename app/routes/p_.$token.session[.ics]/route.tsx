import type { LoaderFunctionArgs } from "@remix-run/node";
import { guarded } from "~/platform/answer.server";
import { requireLink } from "~/platform/party.server";
import { sessionFile } from "~/services/feeds.server";
import { partyTimeQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";

/** The session as a file for any calendar: time and place, a neutral title. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const page = await guarded(() => ask(context.deps, actor, partyTimeQuery, { caseId: actor.caseId }));
  const session = page.ok
    ? page.sessions.find((one) => one.sessionId === new URL(request.url).searchParams.get("id"))
    : undefined;
  if (!page.ok || !session) throw new Response(null, { status: 404 });
  const place = session.room
    ? `${page.court.name} ${session.room.name} ${session.room.place}`
    : page.court.name;
  const bytes = sessionFile({
    sessionId: session.sessionId,
    number: page.registrationNo,
    startAt: session.startAt,
    endAt: session.endAt,
    place,
    changedAt: context.deps.clock.now(),
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="mediation.ics"',
    },
  });
}
