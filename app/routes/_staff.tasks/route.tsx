import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as tasks from "~/i18n/tasks";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { addContact } from "~/services/add-contact.server";
import { closeTask } from "~/services/close-task.server";
import { TASK_KINDS, tasksQuery } from "~/services/queries-tasks.server";
import { ask } from "~/services/query.server";
import { resendMessage } from "~/services/resend-message.server";
import { Empty, Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { Tabs } from "~/ui/tabs";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { TaskItem } from "./task-item";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, tasks)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const kind = new URL(request.url).searchParams.get("kind") ?? undefined;
  const found = await guarded(() => ask(context.deps, actor, tasksQuery, { kind }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, kinds: TASK_KINDS, formKey: uuid() };
}
export type TaskShown = Awaited<ReturnType<typeof loader>>["tasks"][number];

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const { intent, taskId, caseId, partyId, agentId, channel, value, note } = textsOf(form);
  const key = String(form.get("_key") ?? "");
  const back = (done: string) => {
    const to = new URL(request.url);
    to.searchParams.set("done", done);
    return redirect(`/tasks${to.search}`, 303);
  };
  if (intent === "close") {
    const closed = await act(deps, actor, closeTask, { taskId, note }, key);
    return closed.ok ? back("closed") : refuseForm(request, closed, form);
  }
  if (intent === "correct") {
    const kind = channel === "sms" ? "mobile" : "email";
    const contact = { caseId, partyId, agentId: agentId || undefined, kind, value, preferred: true };
    const added = await act(deps, actor, addContact, contact, `${key}-contact`);
    if (!added.ok) return refuseForm(request, added, form);
  }
  const resent = await act(deps, actor, resendMessage, { taskId }, key);
  return resent.ok ? back("resent") : refuseForm(request, resent, form);
}

/** The coordinator's worklist: what did not arrive, who did not answer, what fits nowhere, each with what to do next. */
export default function Tasks() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(tasks);
  const refused = answer && "message" in answer ? answer : undefined;
  const done = search.get("done");
  const filter = shown.kind ? t("filter", { kind: t(`kind.${shown.kind}`) }) : "";
  const count = shown.kind ? shown.counts[shown.kind] : shown.total;
  return (
    <Page>
      <Head title={t("title")}>{t("about", { count, filter })}</Head>
      {(done === "resent" || done === "closed") && !refused ? (
        <Notice tone="done" isOutcome>
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      <FormErrors answer={refused} labelOf={(name) => (name === "note" ? t("note") : undefined)} />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: "/tasks", label: t("all"), count: shown.total, isCurrent: shown.kind === null },
          ...shown.kinds.map((kind) => ({
            href: `/tasks?kind=${kind}`,
            label: t(`kind.${kind}`),
            count: shown.counts[kind],
            isCurrent: shown.kind === kind,
            isOver: kind === "bounced" && shown.counts[kind] > 0,
          })),
        ]}
      />
      {shown.tasks.length === 0 ? (
        <Empty title={t("none")}>{t("noneText")}</Empty>
      ) : (
        <Section id="list" title={t("list")} isTitleHidden>
          <ul className="attn">
            {shown.tasks.map((task) => (
              <TaskItem
                key={task.id}
                task={task}
                formKey={`${shown.formKey}-${task.id}`}
                answer={refused?.values.taskId === task.id ? refused : undefined}
              />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
