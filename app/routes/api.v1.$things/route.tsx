import type { LoaderFunctionArgs } from "@remix-run/node";
import { ok } from "~/domain/result";
import { fileAnswer } from "~/platform/answer.server";
import { apiAnswer } from "~/platform/api.server";
import { NotFound } from "~/services/command.server";
import { ask, isFileQuery } from "~/services/query.server";
import { thingNamed } from "~/services/verbs.server";

/** Lists and files for other programs: the same queries as the pages', filtered by the address, keyset-paged by `after`. */
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
    if (isFileQuery(query)) {
      const file = await ask(context.deps, actor, query, input);
      return file.ok ? fileAnswer(file) : file;
    }
    const answer = await ask(context.deps, actor, query, input);
    return answer.ok ? ok({ data: answer }) : answer;
  });
}
