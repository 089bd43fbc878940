import { redirect } from "@remix-run/node";
import type { UserActor } from "~/domain/policy/actor";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { notesQuery } from "~/services/mediation-notes.server";
import { sessionPageQuery } from "~/services/queries-sessions.server";
import { ask } from "~/services/query.server";
import { placeOfSession, toldOfSession } from "./place.server";
import { mayPlan, sessionHref } from "./session-href";

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A session as its mediator works in it: all its cases, and what can be done to each with the reason why not. */
export async function workspaceOf(
  deps: Deps,
  actor: UserActor,
  locale: Locale,
  sessionId: string | undefined,
) {
  const place = await placeOfSession(deps, actor, sessionId);
  const href = sessionHref(actor.role, place.sessionId, place.first.id);
  if (href !== `/sessions/${place.sessionId}`) throw redirect(href);
  const ids = { caseId: place.first.id, sessionId: place.sessionId };
  const page = await guarded(() => ask(deps, actor, sessionPageQuery, ids));
  if (!page.ok) throw new Response(null, { status: 404 });
  const mayMiss = page.cases.some(({ next }) => next.some(({ event }) => event === "recordNoShow"));
  return {
    place,
    // Whoever may enter that somebody stayed away sees what is known of the notices.
    told: mayMiss ? await toldOfSession(deps, actor, ids.caseId, ids.sessionId) : [],
    session: page.session,
    proposals: page.proposals,
    cases: page.cases.map(({ next, clocks, agreement, ...one }) => ({
      ...one,
      hasAgreement: agreement !== null,
      chances: next.map(({ event, refusal }) => ({
        event,
        why: refusal ? refusalText(locale, refusal) : null,
        missing: list(refusal?.params?.missing)
          .map((code) => missingText(locale, String(code)))
          .filter((words) => words !== undefined),
      })),
    })),
    mayPlan: mayPlan(actor.role),
    mayNote: actor.role === "mediator" || actor.role === "lawyer",
  };
}

/** What was said, opened on request; the reading is recorded. */
export async function notesOf(deps: Deps, actor: UserActor, caseId: string) {
  const found = await guarded(() => ask(deps, actor, notesQuery, { caseId }));
  return found.ok ? found.notes : [];
}

export type Workspace = Awaited<ReturnType<typeof workspaceOf>>;
export type SessionCase = Workspace["cases"][number];
export type Note = Awaited<ReturnType<typeof notesOf>>[number];
