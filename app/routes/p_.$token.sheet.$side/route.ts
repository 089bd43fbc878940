import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { elementPaperQuery } from "~/services/queries-element-papers.server";
import { ask } from "~/services/query.server";

/** A side's element sheet to print and sign on paper: either side's, as both sides read both. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { caseId } = actor;
  const made = await guarded(() =>
    ask(context.deps, actor, elementPaperQuery, { caseId, side: params.side }),
  );
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
