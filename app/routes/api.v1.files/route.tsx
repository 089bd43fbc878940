import {
  type ActionFunctionArgs,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from "@remix-run/node";
import { refuse } from "~/domain/result";
import { apiAnswer } from "~/platform/api.server";
import { storeFile } from "~/services/store-file.server";

const MOST_BYTES = 20 * 1024 * 1024;

/** Multipart in (`file`, `caseId`), fileId out; verbs take the id. */
export function action({ request, context }: ActionFunctionArgs) {
  return apiAnswer(request, context, async (actor) => {
    const form = await unstable_parseMultipartFormData(
      request,
      unstable_createMemoryUploadHandler({ maxPartSize: MOST_BYTES }),
    ).catch(() => null);
    const file = form?.get("file");
    if (!form) return refuse("fileTooLarge", { params: { maxBytes: MOST_BYTES } });
    if (!(file instanceof File)) return refuse("invalidInput", { fields: { file: ["required"] } });
    const caseId = form.get("caseId");
    return storeFile(context.deps, actor, {
      bytes: Buffer.from(await file.arrayBuffer()),
      name: file.name,
      ...(typeof caseId === "string" && caseId ? { caseId } : {}),
    });
  });
}
