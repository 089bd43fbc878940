import type { LoaderFunctionArgs } from "@remix-run/node";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionMovesQuery } from "~/services/queries-moves.server";
import { ask } from "~/services/query.server";

/** Where a block of the week board may go, asked when it is picked up. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const found = await guarded(() =>
    ask(context.deps, actor, sessionMovesQuery, {
      caseId: search.get("caseId"),
      sessionId: search.get("sessionId"),
      from: search.get("from") ?? undefined,
    }),
  );
  return Response.json(found, { status: found.ok ? 200 : 422, headers: { "Cache-Control": "no-store" } });
}
