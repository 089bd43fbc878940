import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer, guarded } from "~/platform/answer.server";
import { apiActor } from "~/platform/api.server";
import { readStoredFile } from "~/services/store-file.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await apiActor(request, context);
  if (!actor) throw new Response(null, { status: 401 });
  const file = await guarded(() => readStoredFile(context.deps, actor, params.id ?? ""));
  return fileAnswer({ bytes: file.bytes, name: file.name, type: file.mediaType });
}
