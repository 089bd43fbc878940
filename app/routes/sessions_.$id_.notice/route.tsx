import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionNoticeQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";

/** The notice of a session on paper, for a party without an address or at its wish. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const paper = await guarded(() =>
    ask(context.deps, actor, sessionNoticeQuery, {
      caseId: search.get("case") ?? "",
      partyId: search.get("party") ?? "",
      sessionId: params.id ?? "",
    }),
  );
  if (!paper.ok) throw new Response(null, { status: 404 });
  return fileAnswer(paper);
}
