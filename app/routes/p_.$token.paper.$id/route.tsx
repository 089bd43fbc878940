import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { readDocumentQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";

/** One of the party's own documents; those of others are not there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const file = await guarded(() =>
    ask(context.deps, actor, readDocumentQuery, { caseId: actor.caseId, documentId: params.id }),
  );
  if (!file.ok) throw new Response(null, { status: 404 });
  return fileAnswer(file);
}
