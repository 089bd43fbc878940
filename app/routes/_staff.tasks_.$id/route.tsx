import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import { can } from "~/domain/policy/can";
import * as taskPage from "~/i18n/task-page";
import * as tasks from "~/i18n/tasks";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { explainSlotQuery } from "~/services/queries-slots.server";
import { taskQuery } from "~/services/queries-task.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { Crumbs, Head, Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { actOnTask } from "./acts.server";
import { CloseForm } from "./close-form";
import { ConflictSection } from "./conflict-section";
import { DeedSection } from "./deed-section";
import { MessageSection } from "./message-section";
import { NoticeSection } from "./notice-section";
import { OwnerForm } from "./owner-form";
import { ProposalSection } from "./proposal-section";
import { TaskFacts } from "./task-facts";
import { ToldSection } from "./told-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, tasks)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const found = await guarded(() => ask(deps, actor, taskQuery, { taskId: params.id ?? "" }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const { task, proposal } = found;
  const mayDecide = can(actor, "reschedule-session", ["court"]).ok;
  // Whether everybody can come then is for the engine that offers times to say, as of now.
  const explained =
    proposal?.status === "open" && task.case_id && mayDecide
      ? await guarded(() =>
          ask(deps, actor, explainSlotQuery, {
            caseId: task.case_id,
            sessionId: task.session_id,
            minutes: proposal.minutes,
            mode: proposal.mode,
            roomId: proposal.roomId ?? undefined,
            startAt: proposal.startAt,
          }),
        )
      : null;
  return {
    ...found,
    mayDecide,
    explained: explained?.ok ? explained : null,
    isMine: task.owner_id === actor.userId,
    formKey: uuid(),
  };
}
export type TaskPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const done = await actOnTask(context.deps, actor, params.id ?? "", form);
  return done.ok ? redirect(done.to, 303) : refuseForm(request, done, form);
}

const NOTED = ["matched", "late"] as const;

/** One task: what happened, and each act that can see to it. */
export default function TaskPageScreen() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const [t, say] = [useText(tasks), useText(taskPage)];
  const { task } = shown;
  const isOpen = task.done_at === null;
  const noted = NOTED.find((one) => one === search.get("done"));
  const labels: Record<string, string> = {
    value: say("correct.value"),
    words: say("told.words"),
    number: say("match.number"),
    reason: say("proposal.reason"),
    note: say("close.note"),
  };
  const props = { shown, answer: isOpen ? answer : undefined };
  return (
    <Page>
      <Crumbs
        label={say("back")}
        crumbs={[{ href: "/tasks", label: t("title") }, { label: t(`kind.${task.kind}`) }]}
      />
      <Head
        title={[t(`kind.${task.kind}`), task.name].filter(Boolean).join(" · ")}
        acts={isOpen ? <OwnerForm shown={shown} /> : undefined}
      />
      {noted && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{say(noted === "matched" ? "match.done" : "late")}</p>
        </Notice>
      ) : null}
      <FormErrors answer={props.answer} labelOf={(name) => labels[name]} />
      <TaskFacts shown={shown} />
      {shown.message ? <MessageSection {...props} message={shown.message} /> : null}
      {shown.notice ? <NoticeSection {...props} notice={shown.notice} /> : null}
      {shown.notice && isOpen ? <ToldSection {...props} notice={shown.notice} /> : null}
      {shown.proposal ? <ProposalSection {...props} proposal={shown.proposal} /> : null}
      {shown.conflict ? <ConflictSection {...props} conflict={shown.conflict} /> : null}
      {task.kind === "deadLetter" ? <DeedSection {...props} /> : null}
      {isOpen && task.kind !== "counterProposal" ? <CloseForm {...props} /> : null}
    </Page>
  );
}

/** What every part of the page is given. */
export type PartProps = {
  shown: TaskPage;
  answer: ReturnType<typeof useActionData<typeof action>>;
};
