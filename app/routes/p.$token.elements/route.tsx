import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import type { PartyActor } from "~/domain/policy/actor";
import { refuse } from "~/domain/result";
import { named } from "~/i18n/element-words";
import * as party from "~/i18n/party-elements";
import * as roles from "~/i18n/roles";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import type { Deps } from "~/services/deps.server";
import { fillElements } from "~/services/fill-elements.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { refuseForm } from "../_staff/refusal.server";
import { answersOf } from "../_staff.cases_.$id_.elements_.$side/answers-of.server";
import { BlockForm } from "./block-form";
import { BlockList, stepsOf } from "./block-list";
import { BothSides } from "./both-sides";
import { HandIn } from "./hand-in";

async function sheetFor(deps: Deps, actor: PartyActor) {
  const found = await guarded(() => ask(deps, actor, caseElementsQuery, { caseId: actor.caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return found;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { sheetKey, claimant, respondent, isOpen } = await sheetFor(context.deps, actor);
  return {
    sheetKey,
    claimant,
    respondent,
    isOpen,
    side: actor.side,
    token: params.token as string,
    formKey: uuid(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { caseId, side } = actor;
  const form = await request.formData();
  const found = await sheetFor(context.deps, actor);
  const sheet = found.sheetKey ? sheetOf(found.sheetKey) : null;
  if (!sheet || !found.claimant || !found.respondent) throw new Response(null, { status: 404 });
  const home = `/p/${params.token}/elements`;
  const base = { caseId, side, version: String(form.get("version") ?? "") };
  const key = String(form.get("_key"));
  if (form.get("intent") === "handIn") {
    const whole = { ...base, only: [], answers: {}, isPleading: true };
    const done = await act(context.deps, actor, fillElements, whole, key);
    return done.ok ? redirect(`${home}?saved=handIn`, 303) : refuseForm(request, done, form);
  }
  const block = sheet.blocks.find((one) => one.key === form.get("block"));
  if (!block) throw new Response(null, { status: 400 });
  const { answers, faults } = answersOf(sheet, side, form);
  if (Object.keys(faults).length > 0)
    return refuseForm(request, refuse("invalidInput", { fields: faults }), form);
  const to = String(form.get("to") ?? "") || undefined;
  const piece = { ...base, only: [block.key], answers, isPleading: false, to };
  const done = await act(context.deps, actor, fillElements, piece, key);
  if (!done.ok) return refuseForm(request, done, form);
  const steps = stepsOf(sheet, side, found.claimant.answers, found.respondent.answers);
  const next = steps[steps.findIndex((one) => one.block === block) + 1];
  return redirect(next ? `${home}?block=${next.block.key}&saved=next` : `${home}?saved=block`, 303);
}

/** A side fills in its own side of the sheet, a block at a time; without a block, all of them with how far each is. */
export default function PartyElements() {
  const { sheetKey, claimant, respondent, isOpen, side, token, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, role] = [useText(party), useText(roles)];
  const [format, locale] = [useFormat(), useLocale()];
  const sheet = sheetKey ? sheetOf(sheetKey) : null;
  if (!sheet || !claimant || !respondent)
    return (
      <>
        <h1>{t("caseLink")}</h1>
        <p>{t("noSheet")}</p>
      </>
    );
  const standing = side === "claimant" ? claimant : respondent;
  const steps = stepsOf(sheet, side, claimant.answers, respondent.answers);
  const block = isOpen ? steps.find((one) => one.block.key === search.get("block"))?.block : undefined;
  const saved = answer ? null : search.get("saved");
  if (block)
    return (
      <BlockForm
        {...{ sheet, block, side, answer, formKey }}
        answers={claimant.answers}
        responses={respondent.answers}
        version={standing.newest}
        to={claimant.newest}
        isSaved={saved !== null}
      />
    );
  const compared = compareSides(sheet, claimant.answers, respondent.answers);
  return (
    <>
      <div>
        <h1>{t("title")}</h1>
        <p className="q2">{named(locale, sheet)}</p>
      </div>
      {saved ? <Notice isOutcome tone="done" title={t("saved")} /> : null}
      {answer ? <Notice isOutcome tone="risk" title={answer.message} /> : null}
      {isOpen ? null : (
        <Notice>
          <p>{t("closed")}</p>
        </Notice>
      )}
      {side === "respondent" && claimant.newest === 0 ? (
        <p>{t("toClaimant", { side: role("mediation.claimant") })}</p>
      ) : (
        <>
          <p>{t(side === "claimant" ? "claimantLead" : "respondentLead")}</p>
          <p>{t("whoReads")}</p>
          {standing.savedAt ? (
            <p className="q2">
              {t(standing.isOwn ? "byYou" : "byCourt", { at: format.instant(standing.savedAt) })}
            </p>
          ) : null}
          {isOpen ? (
            <section aria-labelledby="h-steps">
              <h2 id="h-steps">{t("steps")}</h2>
              <BlockList steps={steps} side={side} />
            </section>
          ) : null}
          {standing.newest > 0 ? <HandIn {...{ side, formKey, token, standing, isOpen }} /> : null}
          {compared.length > 0 ? <BothSides compared={compared} side={side} /> : null}
        </>
      )}
    </>
  );
}
