import type { LoaderFunctionArgs } from "@remix-run/node";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionMovesQuery } from "~/services/queries-moves.server";
import { ask } from "~/services/query.server";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";

/** Where a block of the week board may go, asked when it is picked up. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { sessionId, first } = await placeOfSession(context.deps, actor, params.id);
  const from = new URL(request.url).searchParams.get("from") ?? undefined;
  const found = await guarded(() =>
    ask(context.deps, actor, sessionMovesQuery, { caseId: first.id, sessionId, from }),
  );
  return Response.json(found, { status: found.ok ? 200 : 422, headers: { "Cache-Control": "no-store" } });
}
