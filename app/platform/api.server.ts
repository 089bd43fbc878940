import type { Actor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { Forbidden, NotFound } from "~/services/command.server";
import type { Deps } from "~/services/deps.server";
import { actorOfToken } from "~/services/tokens.server";
import { viewer } from "./viewer.server";

const MOST_BYTES = 1_000_000;

const json = (body: object, status = 200) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** The caller: a bearer token, or the signed-in person of the same site. */
export async function apiActor(request: Request, context: { deps: Deps }): Promise<Actor | null> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (bearer) return actorOfToken(context.deps, bearer);
  return (await viewer(request, context))?.actor ?? null;
}

/** The body of a command; null when it is no JSON object or too large. */
export async function jsonBody(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MOST_BYTES) return null;
  try {
    return JSON.parse(text || "{}");
  } catch {
    return null;
  }
}

/** A file as it is, else 200 with the answer, 409 or 422 with the refusal, 401, 403, 404: never a body that tells more than the status. */
export async function apiAnswer(
  request: Request,
  context: { deps: Deps },
  work: (actor: Actor) => Promise<Result<object> | Response>,
): Promise<Response> {
  const actor = await apiActor(request, context);
  if (!actor) return json({ ok: false, refusal: "signInFailed" }, 401);
  try {
    const answer = await work(actor);
    if (answer instanceof Response) return answer;
    if (answer.ok) return json(answer);
    return json(answer, answer.refusal === "invalidInput" ? 422 : 409);
  } catch (error) {
    if (error instanceof NotFound) return json({ ok: false, refusal: "notFound" }, 404);
    if (error instanceof Forbidden) return json({ ok: false, refusal: "forbidden" }, 403);
    throw error;
  }
}
