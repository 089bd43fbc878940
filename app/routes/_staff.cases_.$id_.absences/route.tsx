import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import * as absences from "~/i18n/absences";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { absencesQuery } from "~/services/queries-absences.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { useAbsenceLabels } from "../p.$token.cannot/labels";
import { tell } from "../p.$token.cannot/tell.server";
import { noteFor } from "../p.$token.needs/note-needs.server";
import { SideSection } from "./side-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, absences)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, parties } = await caseOf(deps, actor, localeOf(request), caseId);
  const sides = await Promise.all(
    parties.map(async ({ partyId, side, name }) => {
      const told = await guarded(() => ask(deps, actor, absencesQuery, { caseId, partyId }));
      if (!told.ok) throw new Response(null, { status: 404 });
      return { partyId, side, name, told };
    }),
  );
  return { header, sides };
}

export type SidesShown = ReturnType<typeof useLoaderData<typeof loader>>["sides"];

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const caseId = params.id ?? "";
  const of = { caseId, partyId: String(form.get("partyId") ?? "") };
  const intent = String(form.get("intent"));
  const known = noteFor(intent);
  const done = known
    ? await known.note(context.deps, actor, of, form)
    : await tell(context.deps, actor, of, form);
  if (!done.ok) return refuseForm(request, done, form);
  const outside = "outside" in done && Array.isArray(done.outside) ? done.outside : [];
  const search = new URLSearchParams([
    ["done", intent],
    ...outside.map((one: { sessionId: string }) => ["outside", one.sessionId]),
  ]);
  return redirect(`/cases/${caseId}/absences?${search}`, 303);
}

const DONE = {
  add: "saved",
  withdraw: "withdrawn",
  needs: "savedNeeds",
  wish: "savedWish",
  reading: "savedReading",
} as const;
const isDone = (done: string | null): done is keyof typeof DONE => done !== null && Object.hasOwn(DONE, done);

/** Entered for a party or its agent at the counter or by telephone: when not, and what is needed. */
export default function Absences() {
  const { header, sides } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(absences);
  const labelOf = useAbsenceLabels();
  const done = search.get("done");
  const outside = search.getAll("outside");
  return (
    <Page>
      <CaseCrumbs header={header} title={t("title")} />
      <FormErrors answer={answer} labelOf={labelOf} />
      {!answer && isDone(done) ? (
        <Notice tone="done" isOutcome>
          <p>{t(DONE[done])}</p>
        </Notice>
      ) : null}
      {!answer && outside.length > 0 ? (
        <Notice tone="risk" title={t("outside.title", { count: outside.length })}>
          <p>
            {t("outside.staff")}{" "}
            {outside.map((id, n) => (
              <Anchor key={id} href={`/sessions/${id}/move`}>
                {n + 1}{" "}
              </Anchor>
            ))}
          </p>
        </Notice>
      ) : null}
      <p>{t("lead")}</p>
      {sides.map((side) => (
        <SideSection key={side.partyId} side={side} answer={answer} />
      ))}
    </Page>
  );
}
