import type { Actor } from "~/domain/policy/actor";
import { ok, type Result } from "~/domain/result";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { storeFile } from "~/services/store-file.server";

/** Stores the file of a form's field, if one was chosen. A name without `caseId` is for what has no case yet. */
export async function uploadedId(
  deps: Deps,
  actor: Actor,
  form: FormData,
  field: string,
  caseId?: string,
): Promise<Result<{ fileId?: string }>> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0) return ok({});
  const bytes = Buffer.from(await file.arrayBuffer());
  const stored = await guarded(() =>
    storeFile(deps, actor, { bytes, name: file.name, ...(caseId ? { caseId } : {}) }),
  );
  return stored.ok ? stored : { ...stored, fields: { [field]: [stored.refusal] } };
}
