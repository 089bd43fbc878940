import { data } from "@remix-run/node";
import type { Actor } from "~/domain/policy/actor";
import { type Refusal, type Result, refuse } from "~/domain/result";
import { refusalText } from "~/i18n/refusal-text";
import { act, guarded, statusOf, typed } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { handInMaterials } from "~/services/hand-in-materials.server";
import { storeFile } from "~/services/store-file.server";
import { withdrawMaterial } from "~/services/withdraw-material.server";
import { localeOf } from "./locale.server";
import { formAnswer } from "./refusal.server";

const KINDS = ["pdf", "png", "jpg", "docx", "xlsx"] as const;

type Failed = { readonly name: string; readonly refusal: Refusal };
export type HandedIn = { readonly taken: number; readonly failed: readonly Failed[] };

/** Takes in what a form's `files` hold, each for itself: one that cannot be taken keeps none of the others back. */
async function takeIn(deps: Deps, actor: Actor, caseId: string, form: FormData): Promise<Result<HandedIn>> {
  const files = form.getAll("files").filter((one): one is File => one instanceof File && one.size > 0);
  if (!files.length) return refuse("invalidInput", { fields: { files: ["required"] } });
  const failed: Failed[] = [];
  const fileIds: string[] = [];
  const text = (name: string) => String(form.get(name) ?? "");
  const shape = { kind: text("kind"), reach: text("reach"), title: text("title") };
  const partyId = text("partyId");
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const stored = await guarded(() =>
      storeFile(deps, actor, { bytes, name: file.name, caseId, kinds: KINDS }),
    );
    if (stored.ok) fileIds.push(stored.fileId);
    else failed.push({ name: file.name, refusal: stored });
  }
  if (fileIds.length) {
    const input = { caseId, fileIds, ...shape, ...(partyId && { partyId }) };
    const done = await act(deps, actor, handInMaterials, input, text("_key"));
    if (!done.ok) return done;
  }
  return { ok: true, taken: fileIds.length, failed };
}

/**
 * What a form about materials did: null where all of it is done, else the answer with which it is shown again, with the
 * files that were not taken, each with its reason.
 */
export async function materialsAct(
  deps: Deps,
  actor: Actor,
  caseId: string,
  { request, form }: { readonly request: Request; readonly form: FormData },
) {
  if (form.get("intent") === "withdraw") {
    const input = { caseId, materialId: String(form.get("materialId") ?? "") };
    const done = await act(deps, actor, withdrawMaterial, input, String(form.get("_key") ?? ""));
    if (done.ok) return null;
    return data({ ...formAnswer(request, done, form), failed: [], taken: 0 }, { status: statusOf(done) });
  }
  const done = await takeIn(deps, actor, caseId, form);
  if (!done.ok)
    return data({ ...formAnswer(request, done, form), failed: [], taken: 0 }, { status: statusOf(done) });
  if (!done.failed.length) return null;
  const locale = localeOf(request);
  const failed = done.failed.map(({ name, refusal }) => ({ name, why: refusalText(locale, refusal) }));
  const nothing = { message: "", missing: [], fields: {}, alternatives: [] };
  // Where something was taken the page has to be read again, and an answer that says no stops that.
  const status = done.taken ? 200 : 422;
  return data({ ...nothing, values: typed(form), failed, taken: done.taken }, { status });
}
