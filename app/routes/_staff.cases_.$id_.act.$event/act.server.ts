import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { v4 as uuid } from "uuid";
import type { EventName } from "~/domain/cases/events";
import { refuse } from "~/domain/result";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { queueChoicesQuery } from "~/services/queries-screens.server";
import { ask } from "~/services/query.server";
import { uploadedId } from "../_staff/evidence.server";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { fenOf } from "../_staff.cases_.new/read-form.server";
import { SPECS } from "./specs";
import { VERBS } from "./verbs.server";

/** The case, whether the act is possible now, and what its form can choose from. */
export async function loadAct({ request, context, params }: LoaderFunctionArgs, event: EventName) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const { header, parties, clocks, chances } = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const chance = chances.find((one) => one.event === event);
  // Of another role or another stage: the case page says where it stands.
  if (!chance) throw redirect(`/cases/${header.caseId}`);
  const wantsTeam = SPECS[event]?.fields.some((field) => field.kind === "team");
  const choices = wantsTeam ? await ask(deps, actor, queueChoicesQuery, {}) : null;
  return {
    event,
    header,
    parties: parties.map(({ partyId, side, name, consent }) => ({ partyId, side, name, consent })),
    clocks,
    chance,
    teams: choices?.ok ? choices.teams : [],
    formKey: uuid(),
  };
}

export type ActPage = Awaited<ReturnType<typeof loadAct>>;

/** Form texts as the verb's input: yuan as fen, ticked parties as consents, the rest as it is. */
function inputOf(form: FormData, event: EventName, caseId: string) {
  const values = Object.fromEntries(Object.entries(textsOf(form)).filter(([, value]) => value.trim() !== ""));
  const input: Record<string, unknown> = { ...values, caseId };
  for (const field of SPECS[event]?.fields ?? []) {
    if (field.kind === "many") input[field.name] = form.getAll(field.name).map(String);
    if (field.kind === "consents")
      input.consents = form
        .getAll("consents")
        .map((partyId) => ({ partyId: String(partyId), how: values.consentsHow }));
    if (field.kind === "yuan" && values[field.name]) input[field.name] = fenOf(values[field.name] ?? "");
  }
  return input;
}

/** Does the act; on success back to the case, which says what comes next. */
export async function runAct({ request, context, params }: ActionFunctionArgs, event: EventName) {
  const { deps } = context;
  const verb = VERBS[event];
  if (!verb) throw new Response(null, { status: 404 });
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const input = inputOf(form, event, caseId);
  if (input.feeFen === null)
    return refuseForm(request, refuse("invalidInput", { fields: { feeFen: ["amountInvalid"] } }), form);
  const evidence = await uploadedId(deps, actor, form, "evidenceFile", caseId);
  if (!evidence.ok) return refuseForm(request, evidence, form);
  if (evidence.fileId) input.evidenceFileId = evidence.fileId;
  const done = await act(deps, actor, verb, input, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  const stays = event === "recordConsent" && "stage" in done && done.stage === "consent";
  throw redirect(`/cases/${caseId}${stays ? "/consent" : ""}?done=${event}`, 303);
}
