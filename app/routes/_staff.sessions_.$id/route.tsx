import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as acts from "~/i18n/acts";
import * as intake from "~/i18n/intake";
import * as page from "~/i18n/session-page";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { Notice } from "~/ui/notice";
import { Columns, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { type FormAnswer, refuseForm } from "../_staff/refusal.server";
import { SESSION_ACTS } from "./acts.server";
import { AfterSection } from "./after-section";
import { AttendanceSection } from "./attendance-section";
import { CaseSwitch } from "./case-switch";
import { CloseSection } from "./close-section";
import { FactsSection } from "./facts-section";
import { NotesSection } from "./notes-section";
import { OpenSection } from "./open-section";
import { ProposalsSection } from "./proposals-section";
import { SessionCrumbs } from "./session-crumbs";
import { SideColumn } from "./side-column";
import { TopActs } from "./top-acts";
import { notesOf, type SessionCase, type Workspace, workspaceOf } from "./workspace.server";

export interface SessionFormProps {
  work: Workspace;
  /** The case that is being dealt with now. */
  called: SessionCase;
  formKey: string;
  answer?: FormAnswer;
}

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, page)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  return {
    work: await workspaceOf(context.deps, actor, localeOf(request), params.id),
    formKey: uuid(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const sessionId = params.id ?? "";
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const caseId = String(form.get("caseId") ?? "");
  if (intent === "showNotes") return { notes: await notesOf(context.deps, actor, caseId) };
  const run = SESSION_ACTS[intent];
  if (!run) throw new Response(null, { status: 404 });
  const done = await run(context.deps, actor, form, sessionId, `${form.get("_key")}-${intent}`);
  if (!done.ok) return refuseForm(request, done, form);
  const search = new URLSearchParams({ ...(caseId ? { case: caseId } : {}), done: intent });
  return redirect(`/sessions/${sessionId}?${search}${BACK_TO[intent] ?? ""}`, 303);
}

/** The part of the page to come back to; where that part is gone with the act, the outcome stands at the top. */
const BACK_TO: Readonly<Record<string, string>> = {
  attendance: "#attendance",
  facts: "#facts",
  withdraw: "#facts",
  sign: "#facts",
  note: "#notes",
};

const DONE = [
  "open",
  "attendance",
  "note",
  "facts",
  "sign",
  "close",
  "noShow",
  "acceptCounter",
  "declineCounter",
] as const;

/** The mediator's page of one session; of several cases one is called at a time. */
export default function Session() {
  const { work, formKey } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, tActs, tIntake] = [useText(page), useText(acts), useText(intake)];
  const answer = back && "message" in back ? back : undefined;
  const notes = back && "notes" in back ? back.notes : undefined;
  const called = work.cases.find((one) => one.caseId === search.get("case")) ?? work.cases[0];
  if (!called) return null;
  const done = DONE.find((one) => one === (search.get("done") === "withdraw" ? "facts" : search.get("done")));
  const { status } = work.session;
  const form = { work, called, formKey, answer };
  const labels: Record<string, string> = {
    "add.0.text": t("facts.text"),
    words: t("note.words"),
    results: t("result"),
    reason: t("proposal.reason"),
    absentPartyIds: t("noShow.who"),
    happenedAt: tActs("happenedAt"),
    lateReason: tIntake("lateReason"),
    evidenceFileId: tIntake("evidence"),
    evidenceFile: tIntake("evidence"),
  };
  return (
    <Page>
      <SessionCrumbs place={work.place} title={t("title")} acts={<TopActs work={work} />} />
      {done && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <FormErrors answer={answer} labelOf={(name) => labels[name]} />
      {work.cases.length > 1 ? <CaseSwitch work={work} called={called} /> : null}
      <Columns kind="case">
        <div>
          {work.proposals.length > 0 ? <ProposalsSection {...form} /> : null}
          {status === "planned" ? <OpenSection {...form} /> : null}
          {status === "held" || status === "noShow" ? <AfterSection work={work} called={called} /> : null}
          {status === "open" || status === "held" ? <AttendanceSection {...form} /> : null}
          {status === "open" || status === "held" ? <FactsSection {...form} /> : null}
          {status === "open" ? <CloseSection {...form} /> : null}
        </div>
        <div>
          <SideColumn work={work} called={called} />
          {work.mayNote ? <NotesSection {...form} notes={notes} /> : null}
        </div>
      </Columns>
    </Page>
  );
}
