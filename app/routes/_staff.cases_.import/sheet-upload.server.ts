import type { UserActor } from "~/domain/policy/actor";
import { type Result, refuse } from "~/domain/result";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { storeFile } from "~/services/store-file.server";

/** A sheet of 50,000 rows and twenty columns stays well below. */
export const MOST_MB = 20;
const MOST_BYTES = MOST_MB * 1024 * 1024;

/** Takes the chosen sheet in; nothing is believed about it but its bytes. */
export async function storeSheet(
  deps: Deps,
  actor: UserActor,
  form: FormData,
): Promise<Result<{ fileId: string }>> {
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return refuse("incomplete", { fields: { file: ["required"] } });
  if (file.size > MOST_BYTES) return refuse("fileTooLarge", { params: { maxBytes: MOST_BYTES } });
  const bytes = Buffer.from(await file.arrayBuffer());
  return guarded(() => storeFile(deps, actor, { bytes, name: file.name, kinds: ["xlsx", "csv"] }));
}
