import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import * as absences from "~/i18n/absences";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { absencesQuery } from "~/services/queries-absences.server";
import { ask } from "~/services/query.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Tabs } from "~/ui/tabs";
import { FormErrors } from "../_staff/form-errors";
import { refuseForm } from "../_staff/refusal.server";
import { ABSENCE_KINDS, AbsenceForm } from "./absence-form";
import { useAbsenceLabels } from "./labels";
import { tell } from "./tell.server";
import { ToldList } from "./told-list";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { caseId, partyId } = actor;
  const told = await guarded(() => ask(context.deps, actor, absencesQuery, { caseId, partyId }));
  if (!told.ok) throw new Response(null, { status: 404 });
  return { told, partyId, token: params.token as string };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { caseId, partyId, ...rest } = await requireOpened(request, params.token, context);
  const form = await request.formData();
  const done = await tell(context.deps, { caseId, partyId, ...rest }, { caseId, partyId }, form);
  if (!done.ok) return refuseForm(request, done, form);
  const outside = "outside" in done && Array.isArray(done.outside) ? done.outside.length : 0;
  const told = form.get("intent") === "withdraw" ? "withdrawn" : "saved";
  return redirect(`/p/${params.token}/cannot?told=${told}&outside=${outside}`, 303);
}

/** Which times do not suit: those told already, and one more of one of three kinds. */
export default function Cannot() {
  const { told, partyId, token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, say] = [useText(party), useText(absences)];
  const labelOf = useAbsenceLabels();
  const kind = ABSENCE_KINDS.find((one) => one === (answer?.values.kind ?? search.get("kind"))) ?? "once";
  const done = answer ? null : search.get("told");
  const outside = Number(search.get("outside") ?? 0);
  return (
    <>
      <h1>{t("cannotTitle")}</h1>
      <FormErrors answer={answer} labelOf={labelOf} />
      {done === "saved" || done === "withdrawn" ? <Notice isOutcome tone="done" title={say(done)} /> : null}
      {done && outside > 0 ? (
        <Notice tone="risk" title={say("outside.title", { count: outside })}>
          <p>{say("outside.party")}</p>
        </Notice>
      ) : null}
      <p>{say("lead")}</p>
      <section aria-labelledby="h-told">
        <h2 id="h-told">{say("told")}</h2>
        <ToldList told={told} partyId={partyId} />
      </section>
      {told.people.length > 0 ? (
        <section aria-labelledby="h-add">
          <h2 id="h-add">{say("add")}</h2>
          <Tabs
            label={say("add")}
            tabs={ABSENCE_KINDS.map((one) => ({
              href: `/p/${token}/cannot?kind=${one}`,
              label: say(one),
              isCurrent: one === kind,
            }))}
          />
          <AbsenceForm key={kind} kind={kind} told={told} partyId={partyId} answer={answer} isWide />
        </section>
      ) : (
        <p>{say("noTime")}</p>
      )}
      <p className="btns">
        <LinkButton href={`/p/${token}/needs`}>{say("needs.title")}</LinkButton>
      </p>
    </>
  );
}
