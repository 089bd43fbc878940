import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { templatePreviewQuery } from "~/services/queries-templates.server";
import { ask } from "~/services/query.server";

/** A template filled with a real case. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const input = {
    kind: search.get("kind") || undefined,
    templateId: search.get("version") || undefined,
    caseNumber: search.get("number") || undefined,
  };
  const made = await guarded(() => ask(context.deps, actor, templatePreviewQuery, input));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
