import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { exportReport } from "~/services/export-report.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";

/** The day's figures as a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const on = new URL(request.url).searchParams.get("on") ?? undefined;
  const made = await guarded(() => ask(context.deps, actor, exportReport, { on, locale }));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
