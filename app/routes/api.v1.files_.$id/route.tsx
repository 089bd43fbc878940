import type { LoaderFunctionArgs } from "@remix-run/node";
import { guarded } from "~/platform/answer.server";
import { apiActor } from "~/platform/api.server";
import { readStoredFile } from "~/services/store-file.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await apiActor(request, context);
  if (!actor) throw new Response(null, { status: 401 });
  const file = await guarded(() => readStoredFile(context.deps, actor, params.id ?? ""));
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "sandbox",
    },
  });
}
