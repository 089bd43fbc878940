import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import * as tasks from "~/i18n/tasks";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { TASK_KINDS, TASK_VIEWS, tasksQuery } from "~/services/queries-tasks.server";
import { ask } from "~/services/query.server";
import { Empty, Notice } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";
import { Tabs } from "~/ui/tabs";
import { addressOf } from "../_staff/list-address";
import { pageTitle } from "../_staff/page-title";
import { TaskItem } from "./task-item";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, tasks)("title"));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const search = new URL(request.url).searchParams;
  const found = await guarded(() =>
    ask(context.deps, actor, tasksQuery, {
      kind: search.get("kind") ?? undefined,
      view: search.get("view") ?? "all",
      after: search.get("after") ?? undefined,
    }),
  );
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, kinds: TASK_KINDS, allViews: TASK_VIEWS, hasTeam: actor.teamIds.length > 0 };
}
export type TaskShown = Awaited<ReturnType<typeof loader>>["tasks"][number];

const OUTCOMES = ["closed", "resent", "told", "noted", "accepted", "declined"] as const;

/** The coordinator's worklist: what did not arrive, who did not answer, what fits nowhere; each leads to its own page. */
export default function Tasks() {
  const shown = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const t = useText(tasks);
  const { kind, view, counts, views, total } = shown;
  const done = OUTCOMES.find((one) => one === search.get("done"));
  const filter = kind ? t("filter", { kind: t(`kind.${kind}`) }) : "";
  const count = kind ? counts[kind] : total;
  const hrefOf = (change: Record<string, string | null>) =>
    addressOf("/tasks", search, ["kind", "view"], change);
  return (
    <Page>
      <Head title={t("title")}>{t(view === "done" ? "aboutDone" : "about", { count, filter })}</Head>
      {done ? (
        <Notice tone="done" isOutcome>
          <p>{t(done)}</p>
        </Notice>
      ) : null}
      <Tabs
        label={t("views")}
        tabs={shown.allViews
          // Who sits in no team has none to look at.
          .filter((one) => one !== "team" || shown.hasTeam || view === "team")
          .map((one) => ({
            href: hrefOf({ view: one === "all" ? null : one }),
            label: t(`view.${one}`),
            count: views[one],
            isCurrent: view === one,
          }))}
      />
      <Tabs
        label={t("tabs")}
        tabs={[
          { href: hrefOf({ kind: null }), label: t("all"), count: total, isCurrent: kind === null },
          ...shown.kinds.map((one) => ({
            href: hrefOf({ kind: one }),
            label: t(`kind.${one}`),
            count: counts[one],
            isCurrent: kind === one,
            isOver: one === "bounced" && view !== "done" && counts[one] > 0,
          })),
        ]}
      />
      {shown.tasks.length === 0 ? (
        <Empty title={t("none")}>{t(kind && view !== "done" ? `empty.${kind}` : `empty.${view}`)}</Empty>
      ) : (
        <Section id="list" title={t("list")} isTitleHidden>
          <ul className="attn is-wide">
            {shown.tasks.map((task) => (
              <TaskItem key={task.id} task={task} />
            ))}
          </ul>
        </Section>
      )}
      {shown.next || search.has("after") ? (
        <Pager
          label={t("list")}
          summary={t("page", { count: shown.tasks.length, total: count })}
          previous={search.has("after") ? { href: hrefOf({}), label: t("first") } : undefined}
          next={
            shown.next
              ? { href: hrefOf({ after: shown.next }), label: t(view === "done" ? "older" : "later") }
              : undefined
          }
        />
      ) : null}
    </Page>
  );
}
