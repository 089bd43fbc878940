import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { returnedRowsQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";

/** The rows of an import that did not come in, with what is wrong, to be mended and sent again. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const made = await guarded(() =>
    ask(context.deps, actor, returnedRowsQuery, { runId: params.run, locale }),
  );
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
