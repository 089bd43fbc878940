import { redirect } from "@remix-run/node";
import type { UserActor } from "~/domain/policy/actor";
import type { Deps } from "~/services/deps.server";
import { type Viewer, viewerOf } from "~/services/sign-in.server";
import { signInSecret } from "./cookie";

type Context = { deps: Deps };

/** Who looks, or null; read afresh at every request. */
export async function viewer(request: Request, { deps }: Context): Promise<Viewer | null> {
  const secret = signInSecret(request, deps.publicUrl);
  return secret ? viewerOf(deps, secret) : null;
}

/** A signed-in person in a chosen role. Anybody else is sent to the door, and comes back afterwards. */
export async function requireViewer(
  request: Request,
  context: Context,
): Promise<Viewer & { actor: UserActor }> {
  const found = await viewer(request, context);
  const url = new URL(request.url);
  const next =
    request.method === "GET"
      ? `?next=${encodeURIComponent(url.pathname.replace(/\.data$/, "") + url.search)}`
      : "";
  if (!found) throw redirect(`/sign-in${next}`, 303);
  if (!found.actor) throw redirect(`/choose-role${next}`, 303);
  return { ...found, actor: found.actor };
}
