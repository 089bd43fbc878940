import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { exportCases } from "~/services/export-cases.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";
import { filterOf } from "../_staff.cases/list.server";

/** The filtered list, or its ticked rows, as a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const locale = localeOf(request);
  const input = { ...filterOf(search), locale, ids: search.getAll("id") };
  const made = await guarded(() => ask(context.deps, actor, exportCases, input));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
