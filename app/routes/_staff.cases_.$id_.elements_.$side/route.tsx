import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { SIDES } from "~/domain/cases/sides";
import { elementsOf } from "~/domain/elements/sheet";
import { sheetOf } from "~/domain/elements/sheet-list";
import { refuse } from "~/domain/result";
import { named } from "~/i18n/element-words";
import * as elements from "~/i18n/elements";
import * as roles from "~/i18n/roles";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { fillElements } from "~/services/fill-elements.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { answersOf } from "./answers-of.server";
import { ClaimantFields } from "./claimant-fields";
import { RespondentFields } from "./respondent-fields";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, elements)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, next } = await caseOf(context.deps, actor, localeOf(request), caseId);
  if (!next.abilities.includes("fill-elements")) throw new Response(null, { status: 403 });
  const side = SIDES.find((one) => one === params.side);
  const found = await guarded(() => ask(context.deps, actor, caseElementsQuery, { caseId }));
  if (!side || !found.ok || !found.sheetKey) throw new Response(null, { status: 404 });
  const { sheetKey, claimant, respondent } = found;
  return { header, side, sheetKey, claimant, respondent, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const caseId = params.id ?? "";
  const side = SIDES.find((one) => one === params.side);
  const found = await guarded(() => ask(context.deps, actor, caseElementsQuery, { caseId }));
  const sheet = found.ok && found.sheetKey ? sheetOf(found.sheetKey) : null;
  if (!side || !sheet) throw new Response(null, { status: 404 });
  const { answers, faults } = answersOf(sheet, side, form);
  if (Object.keys(faults).length > 0)
    return refuseForm(request, refuse("invalidInput", { fields: faults }), form);
  const version = String(form.get("version") ?? "");
  const done = await act(
    context.deps,
    actor,
    fillElements,
    {
      caseId,
      side,
      version,
      answers,
      isPleading: form.get("isPleading") === "on",
      to: String(form.get("to") ?? "") || undefined,
    },
    String(form.get("_key")),
  );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}/elements?saved=${done.version}`, 303);
}

/** One side of the sheet, entered by the court from what that side handed in. */
export default function FillElements() {
  const { header, side, sheetKey, claimant, respondent, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, role] = [useText(elements), useText(roles)];
  const locale = useLocale();
  const sheet = sheetOf(sheetKey);
  if (!sheet || !claimant || !respondent) return null;
  const standing = side === "claimant" ? claimant : respondent;
  const typed = (name: string) => answer?.values[name];
  const error = (name: string) => answer?.fields[name];
  const labelOf = (name: string) => {
    const one = elementsOf(sheet).find((each) => name === each.name || name.startsWith(`${each.name}.`));
    return one ? `${named(locale, one.block)} · ${named(locale, one.element)}` : undefined;
  };
  const title = t(side === "claimant" ? "fillClaimant" : "fillRespondent", {
    side: role(`mediation.${side}`),
  });
  return (
    <Page>
      <CaseCrumbs header={header} title={`${named(locale, sheet)} · ${title}`} />
      <FormErrors answer={answer} labelOf={labelOf} />
      {side === "respondent" && claimant.version === 0 ? (
        <Notice>
          <p>{t("waitsForClaimant", { side: role("mediation.claimant") })}</p>
        </Notice>
      ) : (
        <Form method="post" className="form gap" noValidate>
          <input type="hidden" name="_key" value={formKey} />
          <input type="hidden" name="version" value={standing.newest} />
          <input type="hidden" name="to" value={claimant.newest} />
          {side === "claimant" ? (
            <ClaimantFields sheet={sheet} answers={claimant.answers} typed={typed} error={error} />
          ) : (
            <RespondentFields
              sheet={sheet}
              answers={claimant.answers}
              responses={respondent.answers}
              typed={typed}
              error={error}
            />
          )}
          <Check
            name="isPleading"
            label={t("isPleading", { side: role(`mediation.${side}`), what: t(`pleading.${side}`) })}
            hint={t("isPleadingHint")}
            defaultChecked={
              answer ? typed("isPleading") === "on" : side === "claimant" || standing.isPleading
            }
          />
          <div className="acts">
            <Button look="main">{t("save")}</Button>
          </div>
        </Form>
      )}
    </Page>
  );
}
