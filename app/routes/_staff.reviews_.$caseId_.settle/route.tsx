import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { refuse } from "~/domain/result";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import * as trial from "~/i18n/trial";
import { useText } from "~/i18n/use-text";
import { act, statusOf } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { settleInTrial } from "~/services/settle-in-trial.server";
import { Button, LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { type FormAnswer, formAnswer, refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { ObligationFields } from "./obligation-fields";
import { missingIn, termsIn } from "./read-terms.server";
import { TermFields } from "./term-fields";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, trial)("settle"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { header, parties, chances } = await caseOf(
    context.deps,
    actor,
    localeOf(request),
    params.caseId ?? "",
  );
  if (!chances.some((one) => one.event === "settleInTrial")) throw redirect(`/reviews/${header.caseId}`);
  return {
    header,
    parties: parties.map(({ partyId, name, side }) => ({ partyId, name, side })),
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.caseId ?? "";
  const form = await request.formData();
  const { terms, errors } = termsIn(textsOf(form));
  if (Object.keys(errors).length > 0)
    return refuseForm(request, refuse("invalidInput", { fields: errors }), form);
  const done = await act(
    context.deps,
    actor,
    settleInTrial,
    { caseId, terms },
    String(form.get("_key") ?? ""),
  );
  if (!done.ok) {
    const shown = { ...done, ...(done.fields ? { fields: flat(done.fields) } : {}) };
    const { parties } = await caseOf(context.deps, actor, localeOf(request), caseId);
    const today = context.deps.clock.now().setZone("Asia/Shanghai").toISODate() ?? "";
    // The refusal names what is missing; which obligation it is missing in is said here.
    const missing = missingIn(terms, parties, today, localeOf(request));
    const answer = formAnswer(request, shown, form);
    return data(missing.length > 0 ? { ...answer, missing } : answer, { status: statusOf(shown) });
  }
  return redirect(`/reviews/${caseId}?done=settleInTrial`, 303);
}

/** The verb speaks of `terms.obligations.0.dueOn`, the form of `obligations.0.dueOn`. */
const flat = (fields: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, codes]) => [
      name.replace(/^terms\./, "").replace("amountFen", "amount"),
      [...codes],
    ]),
  );

export default function Settle() {
  const { header, parties, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const [t, tShell] = [useText(trial), useText(shell)];
  const labelOf = (name: string) => {
    const key = name.split(".").at(-1) ?? "";
    if (key === "mainFacts" || key === "obligor" || key === "amount" || key === "dueOn" || key === "object")
      return t(key);
    return key === "instalments" || key === "channel" ? t(key) : undefined;
  };
  return (
    <Page>
      <CaseCrumbs header={header} title={t("settle")} about={t("settleAbout")} />
      <FormErrors answer={answer} labelOf={labelOf} />
      <Form method="post" className="form is-wide" key={formKey} noValidate>
        <input type="hidden" name="_key" value={formKey} />
        {[0, 1, 2].map((index) => (
          <ObligationFields key={index} index={index} parties={parties} answer={answer} />
        ))}
        <TermFields answer={answer} />
        <div className="acts">
          <Button look="main">{t("settleNow")}</Button>
          <LinkButton look="quiet" href={`/reviews/${header.caseId}`}>
            {tShell("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}
