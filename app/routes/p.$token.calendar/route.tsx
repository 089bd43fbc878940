import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guarded } from "~/platform/answer.server";
import { requireLink } from "~/platform/party.server";
import { partyTimeQuery } from "~/services/queries-party.server";
import { ask } from "~/services/query.server";
import { CalendarWays } from "./calendar-ways";

/** The next session, or the one named: time and place only, as on the first page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const page = await guarded(() => ask(context.deps, actor, partyTimeQuery, { caseId: actor.caseId }));
  if (!page.ok) throw new Response(null, { status: 404 });
  const id = new URL(request.url).searchParams.get("id");
  const coming = page.sessions.filter((one) => !one.isOver);
  const session = coming.find((one) => one.sessionId === id) ?? coming[0] ?? null;
  return { token: params.token as string, number: page.registrationNo, court: page.court, session };
}

export default function AddToCalendar() {
  const { token, ...page } = useLoaderData<typeof loader>();
  const { session } = page;
  return (
    <CalendarWays
      {...page}
      home={`/p/${token}`}
      fileHref={`/p/${token}/session.ics?id=${session?.sessionId ?? ""}`}
    />
  );
}
