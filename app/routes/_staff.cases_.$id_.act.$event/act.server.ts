import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { v4 as uuid } from "uuid";
import { fenOfYuan } from "~/domain/intake/amount";
import type { UserActor } from "~/domain/policy/actor";
import { ok, type Result, refuse } from "~/domain/result";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { courtDay, type Deps } from "~/services/deps.server";
import { issueCaseNumber } from "~/services/issue-case-number.server";
import { duesQuery } from "~/services/queries-dues.server";
import { queueChoicesQuery } from "~/services/queries-screens.server";
import { ask } from "~/services/query.server";
import { uploadedId } from "../_staff/evidence.server";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { refuseForm } from "../_staff/refusal.server";
import type { FormName } from "../_staff.cases_.$id/beside";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { SPECS } from "./specs";
import { VERBS } from "./verbs.server";

/** The case, whether the act is possible now, and what its form can choose from. */
export async function loadAct({ request, context, params }: LoaderFunctionArgs, event: FormName) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const found = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const { header, parties, clocks, chances, beside } = found;
  const chance = beside.some((one) => one.name === event)
    ? { why: null, missing: [] }
    : chances.find((one) => one.event === event);
  // Of another role or another stage: the case page says where it stands.
  if (!chance) throw redirect(`/cases/${header.caseId}`);
  const wantsTeam = SPECS[event]?.fields.some((field) => field.kind === "team");
  const choices = wantsTeam ? await ask(deps, actor, queueChoicesQuery, {}) : null;
  const wantsDues = SPECS[event]?.fields.some((field) => field.kind === "dues");
  const owed = wantsDues ? await guarded(() => ask(deps, actor, duesQuery, { caseId: header.caseId })) : null;
  return {
    event,
    header,
    parties: parties.map(({ partyId, side, name, consent, agents }) => ({
      partyId,
      side,
      name,
      consent,
      agents: agents.map(({ agentId, name, authority }) => ({ agentId, name, authority })),
    })),
    clocks,
    chance: { why: chance.why, missing: chance.missing },
    today: courtDay(deps.clock.now()),
    teamId: header.team?.id,
    teams: choices?.ok ? choices.teams : [],
    dues: owed?.ok ? owed.dues.filter((due) => !due.performedOn) : [],
    mayUpload: found.next.abilities.includes("upload-file"),
    formKey: uuid(),
  };
}

export type ActPage = Awaited<ReturnType<typeof loadAct>>;

/** Form texts as the verb's input: yuan as fen, ticked parties as consents, no team as none, the rest as it is. */
function inputOf(form: FormData, event: FormName, caseId: string) {
  const values = Object.fromEntries(Object.entries(textsOf(form)).filter(([, value]) => value.trim() !== ""));
  const input: Record<string, unknown> = { ...values, caseId };
  for (const field of SPECS[event]?.fields ?? []) {
    if (field.kind === "many" || field.kind === "dues")
      input[field.name] = form.getAll(field.name).map(String);
    if (field.kind === "consents")
      input.consents = form
        .getAll("consents")
        .map((partyId) => ({ partyId: String(partyId), how: values.consentsHow }));
    if (field.kind === "team" && event === "setTeam") input[field.name] = values[field.name] ?? null;
    if (field.kind === "yuan" && values[field.name]) {
      const read = fenOfYuan(values[field.name] ?? "");
      if (read.fault) return refuse("invalidInput", { fields: { [field.name]: [read.fault] } });
      input[field.name] = read.fen;
    }
  }
  return ok({ input });
}

/** A court that issues its numbers here leaves the field blank; elsewhere a blank field is one that is missing. */
async function runVerb(
  { deps, actor }: { deps: Deps; actor: UserActor },
  event: FormName,
  input: Record<string, unknown>,
  key: string,
): Promise<Result> {
  const issues = event === "registerCase" && input.number === undefined;
  const verb = issues ? issueCaseNumber : VERBS.get(event);
  if (!verb) throw new Response(null, { status: 404 });
  const done = await act(deps, actor, verb, input, key);
  return issues && !done.ok && done.refusal === "routeNotOpen"
    ? refuse("invalidInput", { fields: { number: ["required"] } })
    : done;
}

/** Does the act; on success back to the case, which says what comes next. */
export async function runAct({ request, context, params }: ActionFunctionArgs, event: FormName) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  const read = inputOf(form, event, caseId);
  if (!read.ok) return refuseForm(request, read, form);
  const { input } = read;
  const evidence = await uploadedId(deps, actor, form, "evidenceFile", caseId);
  if (!evidence.ok) return refuseForm(request, evidence, form);
  if (evidence.fileId) input.evidenceFileId = evidence.fileId;
  const proof = await uploadedId(deps, actor, form, "proofFile", caseId);
  if (!proof.ok) return refuseForm(request, proof, form);
  if (proof.fileId) input.proofFileId = proof.fileId;
  const done = await runVerb({ deps, actor }, event, input, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  const stays = event === "recordConsent" && "stage" in done && done.stage === "consent";
  throw redirect(`/cases/${caseId}${stays ? "/consent" : ""}?done=${event}`, 303);
}
