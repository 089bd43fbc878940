import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { fenOfYuan } from "~/domain/intake/amount";
import { can } from "~/domain/policy/can";
import { refuse } from "~/domain/result";
import * as intake from "~/i18n/intake";
import { textFor } from "~/i18n/text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { queueChoicesQuery } from "~/services/queries-screens.server";
import { ask } from "~/services/query.server";
import { registerCase } from "~/services/register-case.server";
import { uploadedId } from "../_staff/evidence.server";
import { textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { formAnswer } from "../_staff/refusal.server";
import { IntakeForm } from "./intake-form";
import { blankValues, fieldNames, reshape } from "./party-list";
import { registerInput } from "./read-form.server";

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, intake)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  if (!can(actor, "draft-case", ["court"]).ok) throw new Response(null, { status: 403 });
  const choices = await guarded(() => ask(context.deps, actor, queueChoicesQuery, {}));
  return { formKey: uuid(), values: blankValues(), teams: choices.ok ? choices.teams : [] };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const values = textsOf(form);
  const intent = values.intent ?? "submit";
  const changed = reshape(values, intent);
  if (changed) return { ...changed, stamp: uuid(), twin: null, answer: undefined };
  const again = (refusal: Parameters<typeof formAnswer>[1]) => {
    const answer = formAnswer(request, refusal, form);
    const twin = refusal.refusal === "duplicateCase" ? String(refusal.params?.registrationNo ?? "") : null;
    return data(
      {
        values,
        stamp: uuid(),
        focus: undefined,
        twin,
        answer: { ...answer, fields: fieldNames(values, answer.fields) },
      },
      { status: refusal.refusal === "invalidInput" ? 422 : 409 },
    );
  };
  const fault = values.amount?.trim() ? fenOfYuan(values.amount).fault : undefined;
  if (fault) return again(refuse("invalidInput", { fields: { amountFen: [fault] } }));
  const evidence = await uploadedId(deps, actor, form, "evidenceFile");
  if (!evidence.ok) return again(evidence);
  const input = registerInput(values, evidence.fileId, intent !== "draft");
  const done = await act(deps, actor, registerCase, input, String(form.get("_key") ?? ""));
  if (!done.ok) return again(done);
  return redirect(`/cases/${done.caseId}?done=${intent === "draft" ? "draftCase" : "submitCase"}`, 303);
}

export default function NewCase() {
  const { formKey, values, teams } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  return (
    <IntakeForm
      // A reshaped or refused form starts afresh from its values: what the browser kept in the old fields would mix with them.
      key={back?.stamp ?? "first"}
      formKey={formKey}
      values={back?.values ?? values}
      teams={teams}
      focus={back?.focus}
      twin={back?.twin ?? null}
      answer={back?.answer}
    />
  );
}
