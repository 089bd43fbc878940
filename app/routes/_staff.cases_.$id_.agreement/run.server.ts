import { data, redirect } from "@remix-run/node";
import type { UserActor } from "~/domain/policy/actor";
import { refuse } from "~/domain/result";
import { act, guarded, statusOf } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { draftAgreement } from "~/services/draft-agreement.server";
import { performAtOnce } from "~/services/perform-at-once.server";
import { agreementPageQuery } from "~/services/queries-agreement-screens.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { refuseToSign } from "~/services/refuse-to-sign.server";
import { signAgreement } from "~/services/sign-agreement.server";
import { signApplication } from "~/services/sign-application.server";
import { textsOf } from "../_staff/form-fields";
import { formAnswer } from "../_staff/refusal.server";
import { proposedIn, withSheet } from "./from-sheet";
import { formFields, reshaped, rowsIn, termsIn } from "./read-terms.server";

type Asked = { deps: Deps; actor: UserActor; request: Request; caseId: string; form: FormData };

/** What the buttons of the agreement's page do; those that only change the form's shape give its texts back. */
export async function runAgreement({ deps, actor, request, caseId, form }: Asked) {
  const values = textsOf(form);
  const { intent = "" } = values;
  const key = `${form.get("_key")}-${intent}-${values.signer ?? ""}-${values.partyId ?? ""}`;
  const back = (done: string, at = "") => redirect(`/cases/${caseId}/agreement?done=${done}${at}`, 303);
  const again = (refusal: ReturnType<typeof refuse>) => {
    const answer = formAnswer(
      request,
      { ...refusal, fields: formFields(refusal.fields, rowsIn(values)) },
      form,
    );
    return data({ answer, values: null, rows: rowsIn(values) }, { status: statusOf(refusal) });
  };
  if (/^(add$|remove:|split:)/.test(intent)) {
    const next = reshaped(values, intent);
    return data({ answer: null, values: { ...next, stamp: key }, rows: rowsIn(next) });
  }
  if (intent === "fromSheet") {
    const found = await guarded(() => ask(deps, actor, caseElementsQuery, { caseId }));
    const page = await guarded(() => ask(deps, actor, agreementPageQuery, { caseId }));
    if (!found.ok || !page.ok) throw new Response(null, { status: 404 });
    const next = withSheet(values, proposedIn(found), page.parties);
    return data({ answer: null, values: { ...next, stamp: key }, rows: rowsIn(next) });
  }
  if (intent === "draft") {
    const { terms, fields } = termsIn(values);
    if (Object.keys(fields).length > 0) return again(refuse("invalidInput", { fields }));
    if (!values.route) return again(refuse("invalidInput", { fields: { route: ["notChosen"] } }));
    const done = await act(deps, actor, draftAgreement, { caseId, route: values.route, terms }, key);
    if (!done.ok) return again(done);
    return back(done.missing.length > 0 ? "incomplete" : "draft");
  }
  const agentId = values.agentId || undefined;
  const partyId = values.partyId || undefined;
  if (intent === "sign") {
    const { contentHash, signer } = values;
    const input = { caseId, signer, partyId, agentId, contentHash, how: "paper" };
    const done = await act(deps, actor, signAgreement, input, key);
    if (!done.ok) return again(done);
    return back(done.completes ? "effective" : "sign", "#sign");
  }
  if (intent === "apply") {
    const done = await act(deps, actor, signApplication, { caseId, partyId, agentId, how: "paper" }, key);
    return done.ok ? back("apply", "#apply") : again(done);
  }
  if (intent === "perform") {
    const done = await act(deps, actor, performAtOnce, { caseId }, key);
    return done.ok ? redirect(`/cases/${caseId}?done=performAtOnce`, 303) : again(done);
  }
  if (intent === "refuse") {
    const input = { caseId, partyId, reason: values.reason ?? "", continueTalks: values.then !== "end" };
    const done = await act(deps, actor, refuseToSign, input, key);
    return done.ok ? redirect(`/cases/${caseId}?done=refuseToSign`, 303) : again(done);
  }
  throw new Response(null, { status: 404 });
}
