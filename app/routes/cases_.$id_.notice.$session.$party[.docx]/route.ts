import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { sessionNoticeQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";

/** The notice of a session for one party, made from the booking as it stands. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const made = await guarded(() =>
    ask(context.deps, actor, sessionNoticeQuery, {
      caseId: params.id ?? "",
      sessionId: params.session ?? "",
      partyId: params.party ?? "",
    }),
  );
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
