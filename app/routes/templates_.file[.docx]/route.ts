import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { templateFileQuery } from "~/services/queries-templates.server";
import { ask } from "~/services/query.server";

/** A template's own file, to be edited and uploaded again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const input = { kind: search.get("kind") || undefined, templateId: search.get("version") || undefined };
  const made = await guarded(() => ask(context.deps, actor, templateFileQuery, input));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
