import type { LoaderFunctionArgs } from "@remix-run/node";
import { ok } from "~/domain/result";
import { apiAnswer } from "~/platform/api.server";
import { NotFound } from "~/services/command.server";
import { ask } from "~/services/query.server";
import { thingNamed } from "~/services/verbs.server";

/** Lists for other programs: the same queries as the pages', filtered by the address, keyset-paged by `after`. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  return apiAnswer(request, context, async (actor) => {
    const query = thingNamed(params.things ?? "");
    if (!query) throw new NotFound("things");
    const search = new URL(request.url).searchParams;
    const input = Object.fromEntries(
      [...new Set(search.keys())].map((key) => [
        key,
        search.getAll(key).length > 1 ? search.getAll(key) : search.get(key),
      ]),
    );
    const answer = await ask(context.deps, actor, query, input);
    return "ok" in answer && answer.ok === false ? answer : ok({ data: answer });
  });
}
