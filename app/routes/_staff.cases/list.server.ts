import { courtDate } from "~/domain/cases/calendar";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { queueQuery } from "~/services/queries-queue.server";
import { queueChoicesQuery } from "~/services/queries-screens.server";
import { ask } from "~/services/query.server";
import { QUEUE_TABS } from "~/services/queue-tabs.server";
import { nextStepOf } from "./next-step";
import { spansOf } from "./spans.server";

/** The address's values as the query reads them; `q` is the search field of every page's head. */
export function filterOf(search: URLSearchParams): Record<string, string | string[]> {
  const filter: Record<string, string | string[]> = Object.fromEntries(search.entries());
  const text = search.get("text") || search.get("q");
  return { ...filter, stage: search.getAll("stage").filter(Boolean), ...(text ? { text } : {}) };
}

/** Everything the list shows, with each row's ruler and next step. */
export async function listOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  const [list, choices] = await Promise.all([
    guarded(() => ask(deps, actor, queueQuery, filterOf(search))),
    guarded(() => ask(deps, actor, queueChoicesQuery, {})),
  ]);
  if (!list.ok || !choices.ok) throw new Response(null, { status: 404 });
  const spanOf = await spansOf(deps, actor, list.rows);
  const today = courtDate(deps.clock.now());
  const may = (ability: "draft-case" | "import-cases" | "export-list" | "batch-documents") =>
    can(actor, ability, ["court"]).ok;
  return {
    ...list,
    rows: list.rows.map((row) => ({
      ...row,
      span: spanOf(row),
      step: nextStepOf(actor, row),
      endsToday: row.toEnd?.byOn === today,
    })),
    tabs: QUEUE_TABS,
    mediators: choices.mediators,
    orgs: choices.orgs,
    today,
    may: {
      create: may("draft-case"),
      import: may("import-cases"),
      export: may("export-list"),
      documents: may("batch-documents"),
    },
  };
}

export type CaseList = Awaited<ReturnType<typeof listOf>>;
export type ListedRow = CaseList["rows"][number];
