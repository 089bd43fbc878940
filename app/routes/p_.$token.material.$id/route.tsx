import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { readMaterialQuery } from "~/services/queries-materials.server";
import { ask } from "~/services/query.server";

/** One material that this side may see: its own, or one that the other side meant for it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const file = await guarded(() =>
    ask(context.deps, actor, readMaterialQuery, { caseId: actor.caseId, materialId: params.id }),
  );
  if (!file.ok) throw new Response(null, { status: 404 });
  return fileAnswer(file);
}
