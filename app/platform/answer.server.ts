import { data } from "@remix-run/node";
import type { z } from "zod";
import type { Actor } from "~/domain/policy/actor";
import type { Refusal, Result } from "~/domain/result";
import { execute, Forbidden, NotFound, type Verb } from "~/services/command.server";
import type { Deps } from "~/services/deps.server";
import type { FileShown } from "~/services/query.server";

/** Runs page code that asks or acts; what the person must not know of becomes 404, what he may not do 403. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFound) throw new Response(null, { status: 404 });
    if (error instanceof Forbidden) throw new Response(null, { status: 403 });
    throw error;
  }
}

/** A file to keep, under its own name (RFC 6266): never cached, for it holds names, and never a page of ours. */
export const fileAnswer = ({ bytes, name, type }: FileShown): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "sandbox",
      "Cache-Control": "private, no-store",
    },
  });

export const statusOf = (refusal: Refusal): number => (refusal.refusal === "invalidInput" ? 422 : 409);

/** A page's form as a command: the verb decides, the idempotency key of the rendered form makes a double click act once. */
export function act<S extends z.ZodType, O extends object>(
  deps: Deps,
  actor: Actor,
  verb: Verb<S, O>,
  input: unknown,
  idempotencyKey?: string | null,
): Promise<Result<O>> {
  return guarded(() => execute(deps, actor, verb, input, idempotencyKey ? { idempotencyKey } : {}));
}

/** A refusal with what was typed, for the page to show again at the fields. */
export const refused = (refusal: Refusal, values: Record<string, string> = {}) =>
  data({ refusal, values }, { status: statusOf(refusal) });

/** The form's texts, for filling it in again; files and passwords stay out. */
export const typed = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([key, value]) =>
      typeof value === "string" && !/password|secret/.test(key) ? [[key, value]] : [],
    ),
  );
