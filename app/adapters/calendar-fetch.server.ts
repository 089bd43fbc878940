import dns from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isOuterAddress } from "./outer-address";

export const FETCH_FAILURES = [
  "badAddress",
  "hasCredentials",
  "innerAddress",
  "unknownHost",
  "unreachable",
  "badRedirect",
  "notFound",
  "denied",
  "badAnswer",
  "tooLarge",
  "tooSlow",
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];

export type Fetched =
  | { readonly kind: "fresh"; readonly bytes: Buffer; readonly etag: string | null }
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly failure: FetchFailure };

/** How names become addresses and which of those may be connected to; tests hand in their own. */
export type Network = {
  resolve(host: string): Promise<readonly string[]>;
  isAllowed(address: string): boolean;
};
export const openInternet: Network = {
  resolve: async (host) => (await dns.lookup(host, { all: true })).map((one) => one.address),
  isAllowed: isOuterAddress,
};

export type FetchLimits = {
  readonly maxBytes: number;
  readonly deadlineMs: number;
  readonly maxRedirects: number;
};
export const FETCH_LIMITS: FetchLimits = { maxBytes: 10 * 1024 * 1024, deadlineMs: 15_000, maxRedirects: 3 };

class Failed extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure);
  }
}

/** The address that is asked: webcal is https by another name. @throws Failed */
function target(text: string): URL {
  const plain = text.trim().replace(/^webcals?:/i, "https:");
  const url = URL.canParse(plain) ? new URL(plain) : null;
  if (!url?.hostname || (url.protocol !== "https:" && url.protocol !== "http:"))
    throw new Failed("badAddress");
  if (url.username || url.password) throw new Failed("hasCredentials");
  url.hash = "";
  return url;
}

/** What is wrong with an address before anybody is asked; null when nothing is. */
export function addressFault(text: string, network: Network = openInternet): FetchFailure | null {
  try {
    literal(target(text), network);
    return null;
  } catch (problem) {
    if (problem instanceof Failed) return problem.failure;
    throw problem;
  }
}

/** An address that is written as a number is judged here: nobody looks it up. */
function literal(url: URL, network: Network): string {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !network.isAllowed(host)) throw new Failed("innerAddress");
  return host;
}

/**
 * Fetches a calendar from wherever its owner says. Only the open internet is connected to: the address itself, whatever
 * its name resolves to at the moment of connecting, and each redirect are judged. Never throws for what others answer.
 */
export async function fetchCalendar(
  address: string,
  etag: string | null,
  network: Network = openInternet,
  limits: FetchLimits = FETCH_LIMITS,
): Promise<Fetched> {
  const cut = AbortSignal.timeout(limits.deadlineMs);
  try {
    let url = target(address);
    for (let hops = 0; ; hops++) {
      const answer = await ask(url, etag, network, limits.maxBytes, cut);
      if (!("location" in answer)) return answer;
      if (hops >= limits.maxRedirects || !URL.canParse(answer.location, url)) throw new Failed("badRedirect");
      const next = target(new URL(answer.location, url).href);
      if (url.protocol === "https:" && next.protocol === "http:") throw new Failed("badRedirect");
      url = next;
    }
  } catch (problem) {
    if (problem instanceof Failed) return { kind: "failed", failure: problem.failure };
    if (cut.aborted) return { kind: "failed", failure: "tooSlow" };
    return { kind: "failed", failure: "unreachable" };
  }
}

/** Resolves as the socket connects, so that a name that answers differently the second time gains nothing. */
const guardedLookup =
  (network: Network): LookupFunction =>
  (host, options, done) => {
    network.resolve(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (!found.length || found.some((one) => !one.family)) return done(new Failed("unknownHost"), "", 0);
        if (!addresses.every((one) => network.isAllowed(one))) return done(new Failed("innerAddress"), "", 0);
        if (options.all) return done(null, found);
        const [first] = found;
        done(null, first?.address ?? "", first?.family ?? 0);
      },
      () => done(new Failed("unknownHost"), "", 0),
    );
  };

function ask(
  url: URL,
  etag: string | null,
  network: Network,
  maxBytes: number,
  cut: AbortSignal,
): Promise<Fetched | { location: string }> {
  const host = literal(url, network);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).request(
      url,
      {
        host,
        agent: false,
        lookup: guardedLookup(network),
        signal: cut,
        headers: {
          Accept: "text/calendar, */*;q=0.1",
          "Accept-Encoding": "identity",
          "User-Agent": "Tiaosu calendar reader",
          ...(etag && { "If-None-Match": etag }),
        },
      },
      (response) => {
        const stop = (failure: FetchFailure) => {
          response.destroy();
          reject(new Failed(failure));
        };
        const status = response.statusCode ?? 0;
        const { location } = response.headers;
        if (status === 304 && etag) {
          response.destroy();
          return resolve({ kind: "unchanged" });
        }
        if (status >= 300 && status < 400 && location) {
          response.destroy();
          return resolve({ location });
        }
        if (status === 404 || status === 410) return stop("notFound");
        if (status === 401 || status === 403) return stop("denied");
        const encoding = response.headers["content-encoding"] ?? "identity";
        if (status !== 200 || encoding !== "identity") return stop("badAnswer");
        if (Number(response.headers["content-length"] ?? 0) > maxBytes) return stop("tooLarge");
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.length;
          if (size > maxBytes) stop("tooLarge");
          else parts.push(part);
        });
        response.on("error", reject);
        response.on("end", () =>
          response.complete
            ? resolve({ kind: "fresh", bytes: Buffer.concat(parts), etag: response.headers.etag ?? null })
            : reject(new Failed("unreachable")),
        );
      },
    );
    request.on("socket", (socket) => {
      socket.once("connect", () => {
        if (!network.isAllowed(socket.remoteAddress ?? "")) request.destroy(new Failed("innerAddress"));
      });
    });
    request.on("error", reject);
    request.end();
  });
}
