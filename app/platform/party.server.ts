import { redirect } from "@remix-run/node";
import type { PartyActor } from "~/domain/policy/actor";
import type { Deps } from "~/services/deps.server";
import { type LinkState, readLink } from "~/services/party-links.server";

type Context = { deps: Deps };

/** The side behind a link. An unknown, expired or revoked one is 404: all three look alike. */
export async function requireLink(token: string | undefined, { deps }: Context): Promise<LinkState> {
  const link = await readLink(deps, token ?? "");
  if (!link) throw new Response(null, { status: 404 });
  return link;
}

/** The same, once the second secret was shown; before that the person is asked for it and comes back here. */
export async function requireOpened(
  request: Request,
  token: string | undefined,
  context: Context,
): Promise<PartyActor> {
  const link = await requireLink(token, context);
  if (link.opened) return link.actor;
  const { pathname } = new URL(request.url);
  const page = /\/p\/[^/]+\/([a-z]+)/.exec(pathname)?.[1] ?? "case";
  throw redirect(`/p/${token}/open?next=${page}`, 303);
}
