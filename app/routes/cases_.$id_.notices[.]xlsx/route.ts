import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { exportNotices } from "~/services/export-notices.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";

/** Evidence of notice as a spreadsheet. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const input = { caseId: params.id ?? "", locale: localeOf(request) };
  const made = await guarded(() => ask(context.deps, actor, exportNotices, input));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
