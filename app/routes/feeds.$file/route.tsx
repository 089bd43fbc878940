import type { LoaderFunctionArgs } from "@remix-run/node";
import { fetchFeed } from "~/services/feeds.server";

/** A person's or a room's calendar, subscribed. Whoever has the address has it: it is renewed, never listed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const [, secret, kind] = /^(.+)\.(ics|ifb)$/.exec(params.file ?? "") ?? [];
  const found =
    secret && (kind === "ics" || kind === "ifb")
      ? await fetchFeed(context.deps, secret, kind, request.headers.get("User-Agent") ?? "")
      : null;
  if (!found) throw new Response(null, { status: 404 });
  const headers = {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": "inline",
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    ETag: found.etag,
    "Last-Modified": found.changedAt.toHTTP() ?? "",
  };
  if (isKnown(request, found.etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(found.bytes), { headers });
}

const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get("If-None-Match") ?? "")
    .split(",")
    .some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");
