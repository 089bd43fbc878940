import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { contactLogQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";

/** The log of contacts as a document. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const made = await guarded(() => ask(context.deps, actor, contactLogQuery, { caseId: params.id ?? "" }));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
