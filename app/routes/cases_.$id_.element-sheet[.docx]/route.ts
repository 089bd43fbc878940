import type { LoaderFunctionArgs } from "@remix-run/node";
import { SIDES } from "~/domain/cases/sides";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { elementPaperQuery } from "~/services/queries-element-papers.server";
import { ask } from "~/services/query.server";

/** One side of the element sheet as a complaint or an answer to print; the claimant's unless the address says otherwise. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const wanted = new URL(request.url).searchParams.get("side");
  const side = SIDES.find((one) => one === wanted) ?? "claimant";
  const caseId = params.id ?? "";
  const made = await guarded(() => ask(context.deps, actor, elementPaperQuery, { caseId, side }));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
