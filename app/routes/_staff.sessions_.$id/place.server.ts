import type { UserActor } from "~/domain/policy/actor";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { sessionPlaceQuery, sessionToldQuery } from "~/services/queries-session-screens.server";
import { ask } from "~/services/query.server";
import { mayPlan } from "./session-href";

/** When and where a session is; 404 for whoever has nothing to do with any of its cases. */
export async function placeOfSession(deps: Deps, actor: UserActor, sessionId: string | undefined) {
  const found = await guarded(() => ask(deps, actor, sessionPlaceQuery, { sessionId: sessionId ?? "" }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { ...found, mayPlan: mayPlan(actor.role) };
}

/** Who is told of it, and how far each message is. */
export async function toldOfSession(deps: Deps, actor: UserActor, caseId: string, sessionId: string) {
  const found = await guarded(() => ask(deps, actor, sessionToldQuery, { caseId, sessionId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return found.told;
}

export type SessionPlace = Awaited<ReturnType<typeof placeOfSession>>;
export type Told = Awaited<ReturnType<typeof toldOfSession>>[number];
