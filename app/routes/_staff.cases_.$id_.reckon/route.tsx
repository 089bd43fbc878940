import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { SIDES } from "~/domain/cases/sides";
import { calculatorOf, calculatorsFor, filledFrom } from "~/domain/elements/calculators/calculator-list";
import { elementsOf } from "~/domain/elements/sheet";
import { sheetOf } from "~/domain/elements/sheet-list";
import type { UserActor } from "~/domain/policy/actor";
import * as calculators from "~/i18n/calculators";
import { named } from "~/i18n/element-words";
import * as roles from "~/i18n/roles";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { guarded, statusOf } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import type { Deps } from "~/services/deps.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { Button, LinkButton } from "~/ui/button";
import { Page } from "~/ui/page";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { formAnswer } from "../_staff/refusal.server";
import { CalculatorForm, CalculatorLinks } from "../_staff.calculators/calculator-form";
import { reckon } from "../_staff.calculators/reckon.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { takenBy, takeOver } from "./take.server";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, calculators)("title"));

async function sheetIn(deps: Deps, actor: UserActor, caseId: string) {
  const found = await guarded(() => ask(deps, actor, caseElementsQuery, { caseId }));
  const sheet = found.ok && found.sheetKey ? sheetOf(found.sheetKey) : null;
  if (!found.ok || !sheet || !found.claimant || !found.respondent) throw new Response(null, { status: 404 });
  const names = new Set(elementsOf(sheet).map(({ name }) => name));
  return { ...found, sheet, names, claimant: found.claimant, respondent: found.respondent };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, next } = await caseOf(context.deps, actor, localeOf(request), caseId);
  if (!next.abilities.includes("fill-elements")) throw new Response(null, { status: 403 });
  const { sheet, names, claimant, isOpen } = await sheetIn(context.deps, actor, caseId);
  const known = calculatorsFor(names);
  const wanted = new URL(request.url).searchParams.get("kind");
  const one = known.find(({ key }) => key === wanted) ?? known[0];
  return {
    header,
    sheetKey: sheet.key,
    kind: one?.key ?? "",
    entered: one ? filledFrom(one, claimant.answers) : {},
    mayTake: isOpen,
    hasClaim: claimant.version > 0,
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { deps } = context;
  const caseId = params.id ?? "";
  const form = await request.formData();
  const found = await sheetIn(deps, actor, caseId);
  const calculator = calculatorOf(String(form.get("kind")));
  if (!calculator) throw new Response(null, { status: 404 });
  const reckoned = reckon(request, calculator, form);
  const taken = takenBy(String(form.get("intent")));
  if (!taken || !reckoned.calculation) return data(reckoned, { status: reckoned.isFaulty ? 422 : 200 });
  if (!calculator.into.includes(taken.name) || !found.names.has(taken.name))
    throw new Response(null, { status: 404 });
  const at = { deps, actor, caseId, key: `${form.get("_key")}-${taken.side}-${taken.name}` };
  const done = await takeOver(at, taken, reckoned.calculation.totalFen, found);
  if (!done.ok)
    return data(
      { ...reckoned, ...formAnswer(request, done, form), isFaulty: true },
      { status: statusOf(done) },
    );
  return redirect(`/cases/${caseId}/elements?saved=${done.version}`, 303);
}

/** A sum for this case, with what its sheet says filled in, and the way back into the sheet. */
export default function CaseReckon() {
  const { header, sheetKey, kind, entered, mayTake, hasClaim, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, role] = [useText(calculators), useText(roles)];
  const locale = useLocale();
  const sheet = sheetOf(sheetKey);
  if (!sheet) return null;
  const placed = elementsOf(sheet);
  const into = placed.filter(({ name }) => calculatorOf(kind)?.into.includes(name));
  const sides = SIDES.filter((side) => side === "claimant" || hasClaim);
  const take =
    mayTake && into.length > 0 ? (
      <>
        <div className="acts">
          {into.flatMap(({ name, block, element }) =>
            sides.map((side) => (
              <Button key={`${side} ${name}`} name="intent" value={`take:${side}:${name}`}>
                {t("take", {
                  element: `${named(locale, block)} · ${named(locale, element)}`,
                  side: role(`mediation.${side}`),
                })}
              </Button>
            )),
          )}
        </div>
        <p className="hint">{t("takeHint")}</p>
      </>
    ) : null;
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={t("title")}
        about={t("about")}
        acts={<LinkButton href="/calculators">{t("every")}</LinkButton>}
      />
      <CalculatorLinks of={calculatorsFor(new Set(placed.map(({ name }) => name)))} kind={kind} />
      {Object.keys(entered).length > 0 ? <p className="hint">{t("fromSheet")}</p> : null}
      <CalculatorForm kind={kind} formKey={formKey} entered={entered} answer={answer} take={take} />
    </Page>
  );
}
