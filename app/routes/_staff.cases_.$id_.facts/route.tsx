import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as page from "~/i18n/facts-page";
import * as session from "~/i18n/session-page";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { caseFactsQuery } from "~/services/queries-facts.server";
import { ask } from "~/services/query.server";
import { recordUndisputedFacts } from "~/services/record-undisputed-facts.server";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { SESSION_ACTS } from "../_staff.sessions_.$id/acts.server";
import { FactsSection } from "../_staff.sessions_.$id/facts-section";
import { AgreedSection } from "./agreed-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, page)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const { header, chances, parties } = await caseOf(context.deps, actor, localeOf(request), caseId);
  const found = await guarded(() => ask(context.deps, actor, caseFactsQuery, { caseId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return {
    header,
    agreed: found.agreed,
    called: {
      caseId: header.caseId,
      facts: found.facts,
      chances: chances.map(({ event, why }) => ({ event, why })),
      parties: parties.map(({ partyId, name }) => ({ partyId, name })),
    },
    formKey: uuid(),
  };
}

/** Buttons that the session's page has too. */
const SHARED = ["facts", "withdraw", "sign"] as const;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const caseId = params.id ?? "";
  const form = await request.formData();
  form.set("caseId", caseId);
  const intent = String(form.get("intent") ?? "");
  const key = `${form.get("_key")}-${intent}`;
  const shared = SHARED.find((one) => one === intent);
  const run = shared ? SESSION_ACTS[shared] : undefined;
  const text = (name: string) => String(form.get(name) ?? "") || undefined;
  if (!run && intent !== "take") throw new Response(null, { status: 404 });
  const done = run
    ? await run(context.deps, actor, form, "", key)
    : await act(
        context.deps,
        actor,
        recordUndisputedFacts,
        {
          caseId,
          elements: form.getAll("element").map(String),
          claimantVersion: text("claimantVersion"),
          respondentVersion: text("respondentVersion"),
        },
        key,
      );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}/facts?done=${shared ?? "facts"}#facts`, 303);
}

/** Everything that both sides may sign as undisputed, and what the sheet adds to it. */
export default function CaseFacts() {
  const { header, agreed, called, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, tSession] = [useText(page), useText(session)];
  const [search] = useSearchParams();
  const done = SHARED.find((one) => one === search.get("done"));
  const labels: Record<string, string> = { "add.0.text": tSession("facts.text"), elements: t("agreed") };
  const may = called.chances.some((one) => one.event === "recordUndisputedFacts" && !one.why);
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={t("title")}
        about={t("about")}
        acts={<LinkButton href={`/cases/${header.caseId}/elements`}>{t("toSheet")}</LinkButton>}
      />
      {done && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      <FactsSection formKey={formKey} answer={answer} called={called} />
      <AgreedSection agreed={agreed.filter(({ isUp }) => !isUp)} formKey={formKey} may={may} />
    </Page>
  );
}
