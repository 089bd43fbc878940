import express, { type Request, type Response, Router } from "express";
import { DateTime } from "luxon";
import {
  type DavCalendar,
  type DavObject,
  davCalendar,
  davChanges,
  noteDav,
  openDav,
} from "~/services/dav-calendar.server";
import type { Deps } from "~/services/deps.server";
import type { OpenFeed } from "~/services/open-feed.server";
import {
  calendarOf,
  calendarProps,
  dataProps,
  goneOf,
  homeOf,
  homeProps,
  objectOf,
  objectProps,
  responseOf,
  rootProps,
  syncToken,
} from "./caldav-props.server";
import { CALDAV, childOf, DAV, type Element, parseXml, type Written, writeXml } from "./caldav-xml.server";

const MOST_BODY = "256kb";
const MOST_HREFS = 2_000;
const ALLOW = "OPTIONS, GET, HEAD, PROPFIND, REPORT";

const d = (local: string) => `{${DAV}}${local}`;
const c = (local: string) => `{${CALDAV}}${local}`;

/**
 * A person's sessions for programs that keep calendars (RFC 4791 and 6578), read only. He signs in with his sign-in name
 * and the secret of his feed, so that revoking the feed ends this as well.
 */
export function caldav(deps: Deps): Router {
  const router = Router();
  router.all("/.well-known/caldav", (_req, res) => res.redirect(301, "/caldav/"));
  router.use("/caldav", express.text({ type: () => true, limit: MOST_BODY }), (req, res, next) => {
    answer(deps, req, res).catch(next);
  });
  return router;
}

async function answer(deps: Deps, req: Request, res: Response): Promise<void> {
  res.setHeader("DAV", "1, 3, calendar-access");
  res.setHeader("Allow", ALLOW);
  if (req.method === "OPTIONS") return void res.status(200).end();
  const feed = await signedIn(deps, req);
  if (!feed) {
    res.setHeader("WWW-Authenticate", 'Basic realm="calendar", charset="UTF-8"');
    return void res.status(401).type("text").send("Sign-in name and the secret of your feed, please.\n");
  }
  const isRead = ["GET", "HEAD", "PROPFIND", "REPORT"].includes(req.method);
  if (!isRead) return refuse(res, d("need-privileges"));
  const at = placeOf(req.path, feed.login);
  if (!at) return void res.status(404).end();
  if (req.method === "REPORT") return report(deps, feed, at, req, res);
  const calendar = await davCalendar(deps, feed);
  if (req.method === "PROPFIND") return propfind(calendar, at, req, res);
  const object = calendar.objects.find((one) => at.kind === "object" && one.name === at.name);
  if (!object) return void res.status(at.kind === "object" ? 404 : 405).end();
  await noteDav(deps, feed, req.get("User-Agent") ?? "");
  res.setHeader("ETag", object.etag);
  if (req.get("If-None-Match") === object.etag) return void res.status(304).end();
  res.setHeader("Last-Modified", object.changedAt.toHTTP() ?? "");
  res.setHeader("Content-Type", "text/calendar; charset=utf-8");
  res.end(object.bytes);
}

function signedIn(deps: Deps, req: Request): Promise<OpenFeed | null> | null {
  const [, code] = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(req.get("Authorization") ?? "") ?? [];
  const [, login, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(code ?? "", "base64").toString("utf8")) ?? [];
  return login && secret ? openDav(deps, login, secret) : null;
}

type Place =
  | { readonly kind: "root" | "home" | "calendar" }
  | { readonly kind: "object"; readonly name: string };

/** What a path names; another person's is nothing. */
function placeOf(path: string, login: string): Place | null {
  const [user, collection, name, ...more] = path.split("/").filter(Boolean);
  if (!user) return { kind: "root" };
  if (user.toLowerCase() !== encodeURIComponent(login).toLowerCase() || more.length) return null;
  if (!collection) return { kind: "home" };
  if (collection !== "calendar") return null;
  return name ? { kind: "object", name } : { kind: "calendar" };
}

function multistatus(res: Response, responses: readonly Written[], token?: string): void {
  const all = token ? [...responses, { [d("sync-token")]: token }] : responses;
  res.status(207).setHeader("Content-Type", "application/xml; charset=utf-8");
  res.end(writeXml({ [d("multistatus")]: all }));
}

function refuse(res: Response, condition: string): void {
  res.status(403).setHeader("Content-Type", "application/xml; charset=utf-8");
  res.end(writeXml({ [d("error")]: [{ [condition]: [] }] }));
}

const bodyOf = (req: Request): string => (typeof req.body === "string" ? req.body : "");

/** The names asked for; null for all. */
const askedIn = (element: Element | null): string[] | null =>
  childOf(element ?? undefined, d("prop"))?.children.map((one) => one.name) ?? null;

function propfind(calendar: DavCalendar, at: Place, req: Request, res: Response): void {
  const body = bodyOf(req);
  const root = body ? parseXml(body) : null;
  if (body && root?.name !== d("propfind")) return void res.status(400).end();
  const asked = askedIn(root);
  const { login, objects } = calendar;
  const isDeep = (req.get("Depth") ?? "0") !== "0";
  const own = {
    root: () => responseOf("/caldav/", rootProps(login), asked),
    home: () => responseOf(homeOf(login), homeProps(login, calendar.name), asked),
    calendar: () => responseOf(calendarOf(login), calendarProps(calendar), asked),
  };
  const each = (one: DavObject) => responseOf(objectOf(login, one.name), objectProps(login, one), asked);
  if (at.kind === "object") {
    const object = objects.find((one) => one.name === at.name);
    if (object) multistatus(res, [each(object)]);
    else res.status(404).end();
    return;
  }
  const inside = {
    root: () => [own.home()],
    home: () => [own.calendar()],
    calendar: () => objects.map(each),
  };
  multistatus(res, [own[at.kind](), ...(isDeep ? inside[at.kind]() : [])]);
}

async function report(deps: Deps, feed: OpenFeed, at: Place, req: Request, res: Response): Promise<void> {
  const root = parseXml(bodyOf(req));
  if (!root) return void res.status(400).end();
  await noteDav(deps, feed, req.get("User-Agent") ?? "");
  const asked = askedIn(root);
  const shown = (one: DavObject) =>
    responseOf(objectOf(feed.login, one.name), { ...objectProps(feed.login, one), ...dataProps(one) }, asked);
  if (root.name === d("sync-collection") && at.kind === "calendar") {
    const token = childOf(root, d("sync-token"))?.text ?? "";
    const [, ms] = /^urn:x-tiaosu:sync:(\d{1,15})$/.exec(token) ?? [];
    if (token && !ms) return refuse(res, d("valid-sync-token"));
    const { calendar, changed, gone } = await davChanges(deps, feed, DateTime.fromMillis(Number(ms ?? 0)));
    const lost = ms ? gone.map((name) => goneOf(objectOf(feed.login, name))) : [];
    return multistatus(res, [...changed.map(shown), ...lost], syncToken(calendar));
  }
  if (root.name === c("calendar-multiget")) {
    const { objects } = await davCalendar(deps, feed);
    const hrefs = root.children.filter((one) => one.name === d("href")).slice(0, MOST_HREFS);
    return multistatus(
      res,
      hrefs.map(({ text }) => {
        const object = objects.find((one) => text.endsWith(objectOf(feed.login, one.name)));
        return object ? shown(object) : goneOf(text);
      }),
    );
  }
  if (root.name === c("calendar-query") && at.kind !== "object") {
    const within = filterOf(root);
    if (!within) return refuse(res, c("supported-filter"));
    const { objects } = await davCalendar(deps, feed);
    return multistatus(res, objects.filter(within).map(shown));
  }
  refuse(res, d("supported-report"));
}

/** Whom a query's filter lets through; null for a filter that nobody here understands. */
function filterOf(query: Element): ((one: DavObject) => boolean) | null {
  const outer = childOf(childOf(query, c("filter")), c("comp-filter"));
  if (!outer) return () => true;
  if (outer.attributes.name !== "VCALENDAR") return () => false;
  const inner = childOf(outer, c("comp-filter"));
  if (!inner) return () => true;
  if (childOf(inner, c("prop-filter")) || childOf(inner, c("comp-filter"))) return null;
  const range = childOf(inner, c("time-range"));
  const instant = (text: string | undefined) =>
    text ? DateTime.fromFormat(text, "yyyyMMdd'T'HHmmss'Z'", { zone: "utc" }) : null;
  const [from, to] = [instant(range?.attributes.start), instant(range?.attributes.end)];
  if (from?.isValid === false || to?.isValid === false) return null;
  if (inner.attributes.name !== "VEVENT") return () => false;
  return (one) => (!to || one.start < to) && (!from || one.end > from);
}
