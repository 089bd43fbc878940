import type { RequestHandler } from "express";

/** Security headers with a nonce-based policy; the nonce reaches Remix through the load context. */
export function securityHeaders(options: {
  nonce(): string;
  development: boolean;
  secure: boolean;
}): RequestHandler {
  return (_req, res, next) => {
    const nonce = options.nonce();
    res.locals.cspNonce = nonce;
    const policy = [
      "default-src 'self'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      `connect-src 'self'${options.development ? " ws:" : ""}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "form-action 'self'",
    ];
    res.setHeader("Content-Security-Policy", policy.join("; "));
    res.setHeader("X-Content-Type-Options", "nosniff");
    // Nothing goes to other sites. Stricter still (no-referrer) makes browsers send `Origin: null` with plain forms, which Remix refuses.
    res.setHeader("Referrer-Policy", "same-origin");
    res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    res.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    res.setHeader("Cache-Control", "no-store");
    if (options.secure) res.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    next();
  };
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * In front of Remix, whose own check leaves resource routes and a missing Origin open (security.md D7): an unsafe
 * request must say same-origin by Sec-Fetch-Site, or by an Origin equal to ours. Bearer requests carry no cookie
 * and are let through; so are programs that send neither header and no cookie.
 */
export function guardCrossSite(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl);
  return (req, res, next) => {
    delete req.headers["x-forwarded-host"];
    if (SAFE.has(req.method)) return next();
    if (!req.headers.cookie && req.headers.authorization?.startsWith("Bearer ")) return next();
    const site = req.headers["sec-fetch-site"];
    const origin = req.headers.origin;
    const sameHost = (text: string) => {
      try {
        const { host } = new URL(text);
        return host === ours.host || host === req.headers.host;
      } catch {
        return false;
      }
    };
    const passes = site
      ? site === "same-origin" || (site === "none" && !origin)
      : origin
        ? sameHost(origin)
        : !req.headers.cookie && req.path.startsWith("/api/");
    if (passes) return next();
    res.status(403).type("text").send("This request came from another site and was not carried out.\n");
  };
}
