import type { ActionFunctionArgs } from "@remix-run/node";
import { refuse } from "~/domain/result";
import { apiAnswer, jsonBody } from "~/platform/api.server";
import { execute, NotFound } from "~/services/command.server";
import { verbNamed } from "~/services/verbs.server";

/** Every verb, JSON in and out; the pages' forms go through the same `execute`. */
export function action({ request, params, context }: ActionFunctionArgs) {
  return apiAnswer(request, context, async (actor) => {
    const verb = verbNamed(params.verb ?? "");
    if (!verb) throw new NotFound("verb");
    if (request.method !== "POST") return refuse("invalidInput");
    const body = await jsonBody(request);
    if (body === null || typeof body !== "object")
      return refuse("invalidInput", { fields: { _: ["invalid"] } });
    const key = request.headers.get("Idempotency-Key")?.slice(0, 200);
    return execute(context.deps, actor, verb, body, key ? { idempotencyKey: key } : {});
  });
}
