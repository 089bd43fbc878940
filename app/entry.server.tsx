import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "~/platform/nonce";
import { WithoutNul } from "~/platform/without-nul.server";

/** How long a deferred part of a page may take, in milliseconds. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const nonce = loadContext.cspNonce;
  const readyAt = isbot(request.headers.get("user-agent")) ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let isShellSent = false;
    let settledStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </NonceContext.Provider>,
      {
        nonce,
        [readyAt]() {
          isShellSent = true;
          const body = new WithoutNul();
          body.once("close", () => clearTimeout(overdue));
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.append("Vary", "Cookie, Accept-Language");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: settledStatus }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          settledStatus = 500;
          if (isShellSent) console.error(error);
        },
      },
    );
    // A second after Remix gave up, so that its own message still reaches the page.
    const overdue = setTimeout(abort, streamTimeout + 1_000);
  });
}
