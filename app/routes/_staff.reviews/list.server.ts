import type { UserActor } from "~/domain/policy/actor";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { reviewQueueQuery } from "~/services/queries-reviews.server";
import { ask } from "~/services/query.server";
import { spansOf } from "../_staff.cases/spans.server";

/** A page of the judge's queue, with the first day of every clock for its ruler. */
export async function queueOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  const list = await guarded(() =>
    ask(deps, actor, reviewQueueQuery, {
      lane: search.get("lane") ?? undefined,
      mine: search.get("scope") === "mine",
      after: search.get("after") ?? undefined,
    }),
  );
  if (!list.ok) throw new Response(null, { status: 404 });
  const spanOf = await spansOf(deps, actor, list.rows);
  return {
    ...list,
    isBench: actor.role === "judge" || actor.role === "judgeAssistant" || actor.role === "courtClerk",
    isJudge: actor.role === "judge",
    rows: list.rows.map((row) => ({ ...row, span: spanOf(row) })),
  };
}

export type ReviewQueue = Awaited<ReturnType<typeof queueOf>>;
export type QueueRow = ReviewQueue["rows"][number];
