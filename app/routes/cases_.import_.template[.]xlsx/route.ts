import type { LoaderFunctionArgs } from "@remix-run/node";
import { causeNamed } from "~/domain/intake/causes";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { importTemplateQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { localeOf } from "../_staff/locale.server";

/** The blank sheet for an import. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const locale = localeOf(request);
  const named = new URL(request.url).searchParams.get("cause") ?? "";
  const causeCode = causeNamed(named)?.code;
  const made = await guarded(() => ask(context.deps, actor, importTemplateQuery, { locale, causeCode }));
  if (!made.ok) throw new Response(null, { status: 404 });
  return fileAnswer(made);
}
