import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedBytes } from "~/services/feeds.server";

/** A person's calendar, subscribed. Whoever has the address has it: it is renewed, never listed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const secret = /^(.+)\.ics$/.exec(params.file ?? "")?.[1];
  const bytes = secret ? await feedBytes(context.deps, secret) : null;
  if (!bytes) throw new Response(null, { status: 404 });
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 32)}"`;
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": "inline",
    "Cache-Control": "private, no-cache",
    "X-Robots-Tag": "noindex",
    ETag: etag,
  };
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers });
}
