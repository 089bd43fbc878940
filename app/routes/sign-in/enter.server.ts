import { redirect } from "@remix-run/node";
import type { Role } from "~/domain/policy/roles";
import type { Refusal } from "~/domain/result";
import { signInCookie } from "~/platform/cookie";
import type { Deps } from "~/services/deps.server";
import { chooseGrant, startSignIn, viewerOf } from "~/services/sign-in.server";
import { firstPageOf } from "../_staff/first-page";

type Entering = { login: string; password: string; role?: Role; next: string | null; address: string };

/** Signs in and leads on: with one role to its first page or back to `next`, with several to the choice of one. */
export async function enter(
  deps: Deps,
  { login, password, role, next, address }: Entering,
): Promise<Refusal> {
  const answer = await startSignIn(deps, { login, password }, address);
  if (!answer.ok) return answer;
  const wanted = answer.grants.find((grant) => grant.role === role);
  const chosenSecret =
    !answer.chosen && wanted ? await chooseGrant(deps, answer.secret, wanted.courtId, wanted.role) : null;
  const secret = chosenSecret ?? answer.secret;
  const actor = (await viewerOf(deps, secret))?.actor;
  const onward = next ? `?next=${encodeURIComponent(next)}` : "";
  const to = actor ? (next ?? firstPageOf(actor)) : `/choose-role${onward}`;
  throw redirect(to, { status: 303, headers: { "Set-Cookie": signInCookie(deps.publicUrl, secret) } });
}
