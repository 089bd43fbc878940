import { type AnswerLink, courtNamedIn, readAnswerLink } from "~/services/answer-links.server";
import type { Deps } from "~/services/deps.server";
import { partyInvitationQuery } from "~/services/queries-party-invitation.server";
import { ask } from "~/services/query.server";
import { guarded } from "./answer.server";

type Context = { deps: Deps };

/** A link that opens nothing, with the court to call where the link names one. Unknown, expired, revoked: all look alike. */
async function deadLink(token: string, { deps }: Context): Promise<Response> {
  return Response.json({ court: await courtNamedIn(deps, token) }, { status: 404 });
}

/** The invitation behind an answer link, or a thrown 404. */
export async function requireAnswerLink(token: string | undefined, context: Context): Promise<AnswerLink> {
  const link = await readAnswerLink(context.deps, token ?? "");
  if (!link) throw await deadLink(token ?? "", context);
  return link;
}

/** What its pages show, or a thrown 404 where the session is over. */
export async function requireInvitation(token: string | undefined, context: Context) {
  const { actor, invitationId } = await requireAnswerLink(token, context);
  const page = await guarded(() =>
    ask(context.deps, actor, partyInvitationQuery, { caseId: actor.caseId, invitationId }),
  ).catch((thrown: unknown) => {
    if (thrown instanceof Response && thrown.status === 404) return null;
    throw thrown;
  });
  if (!page?.ok) throw await deadLink(token ?? "", context);
  return page;
}
