import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { exportRecords } from "~/services/export-records.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";
import { filterIn } from "../_staff.records/filter";

/** The filtered trail as a spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const filter = filterIn(new URL(request.url).searchParams);
  const made = await guarded(() =>
    ask(context.deps, actor, exportRecords, { ...filter, after: undefined, locale }),
  );
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
