import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caldav } from "~/platform/caldav.server";
import { childOf, type Element, parseXml } from "~/platform/caldav-xml.server";
import { cancelSession } from "~/services/cancel-session.server";
import { renewFeed, revokeFeed } from "~/services/renew-feed.server";
import { MORNING, useCourt } from "./court";
import { book, type Cast, castOf, does } from "./journey";

/* The calendar of a mediator as a program sees it that keeps calendars: what it finds, reads, and is not let do. */
const court = useCourt();
let server: Server;
let base: string;
beforeAll(async () => {
  const app = express().use(caldav(court().deps));
  await new Promise<void>((resolve) => {
    server = app.listen(0, "127.0.0.1", resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

type Seat = {
  readonly cast: Cast;
  readonly login: string;
  readonly secret: string;
  readonly sessionId: string;
};
async function seat(): Promise<Seat> {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast);
  const { address } = await does(c, cast.mediator, renewFeed, {});
  const secret = /\/feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";
  return { cast, login: cast.mediatorId, secret, sessionId };
}

async function dav(
  of: Pick<Seat, "login" | "secret"> | null,
  method: string,
  path: string,
  body = "",
  depth = "0",
) {
  const Authorization = of ? `Basic ${Buffer.from(`${of.login}:${of.secret}`).toString("base64")}` : "";
  const answer = await fetch(`${base}${path}`, {
    method,
    redirect: "manual",
    headers: { Depth: depth, "Content-Type": "application/xml", ...(Authorization && { Authorization }) },
    ...(body && { body }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, xml: parseXml(text) };
}

const XMLNS = 'xmlns:d="DAV:" xmlns:x="urn:ietf:params:xml:ns:caldav"';
const D = "{DAV:}";
const C = "{urn:ietf:params:xml:ns:caldav}";
const propfind = (...names: string[]) =>
  `<d:propfind ${XMLNS}><d:prop>${names.map((one) => `<${one}/>`).join("")}</d:prop></d:propfind>`;
const within = (range: string) =>
  `<x:calendar-query ${XMLNS}><d:prop><d:getetag/><x:calendar-data/></d:prop><x:filter><x:comp-filter name="VCALENDAR"><x:comp-filter name="VEVENT">${range}</x:comp-filter></x:comp-filter></x:filter></x:calendar-query>`;
const sync = (token: string) =>
  `<d:sync-collection ${XMLNS}><d:sync-token>${token}</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>`;

const responses = (xml: Element | null) => xml?.children.filter((one) => one.name === `${D}response`) ?? [];
const hrefs = (xml: Element | null) => responses(xml).map((one) => childOf(one, `${D}href`)?.text ?? "");
const tokenOf = (xml: Element | null) => childOf(xml ?? undefined, `${D}sync-token`)?.text ?? "";
const deep = (element: Element | null | undefined, name: string): Element | undefined =>
  element?.name === name ? element : element?.children.map((one) => deep(one, name)).find(Boolean);

it("is found from the well-known place down to the calendar and its one session", async () => {
  const of = await seat();
  const start = await dav(null, "GET", "/.well-known/caldav");
  expect([start.status, start.headers.get("location")]).toEqual([301, "/caldav/"]);
  const root = await dav(of, "PROPFIND", "/caldav/", propfind("d:current-user-principal"));
  const home = deep(root.xml, `${D}current-user-principal`)?.children[0]?.text ?? "";
  expect(home).toBe(`/caldav/${of.login}/`);
  const person = await dav(of, "PROPFIND", home, propfind("x:calendar-home-set", "d:nothing"));
  expect(deep(person.xml, `${C}calendar-home-set`)?.children[0]?.text).toBe(home);
  expect(person.text).toContain("404 Not Found");
  const list = await dav(
    of,
    "PROPFIND",
    home,
    propfind("d:resourcetype", "d:current-user-privilege-set", "x:supported-calendar-component-set"),
    "1",
  );
  expect(hrefs(list.xml)).toEqual([home, `${home}calendar/`]);
  expect(deep(list.xml, `${C}calendar`)).toBeDefined();
  expect(deep(list.xml, `${C}comp`)?.attributes.name).toBe("VEVENT");
  expect(list.text).toContain("D:read");
  expect(list.text).not.toContain("D:write");
  const inside = await dav(of, "PROPFIND", `${home}calendar/`, "", "1");
  expect(hrefs(inside.xml)).toHaveLength(2);
});

it("answers queries by time, several by name, and one with its mark", async () => {
  const of = await seat();
  const calendar = `/caldav/${of.login}/calendar/`;
  const all = await dav(of, "REPORT", calendar, within(""), "1");
  expect([all.status, hrefs(all.xml).length]).toEqual([207, 1]);
  const [path] = hrefs(all.xml) as [string];
  expect(deep(all.xml, `${C}calendar-data`)?.text).toContain("BEGIN:VEVENT");
  expect(deep(all.xml, `${C}calendar-data`)?.text).not.toContain("METHOD");
  const before = await dav(
    of,
    "REPORT",
    calendar,
    within('<x:time-range start="20200101T000000Z" end="20200102T000000Z"/>'),
    "1",
  );
  expect(hrefs(before.xml)).toEqual([]);
  const after = await dav(of, "REPORT", calendar, within('<x:time-range start="20261123T000000Z"/>'), "1");
  expect(hrefs(after.xml)).toEqual([path]);
  const tasks = await dav(of, "REPORT", calendar, within("").replace('"VEVENT"', '"VTODO"'), "1");
  expect(hrefs(tasks.xml)).toEqual([]);
  expect((await dav(of, "REPORT", calendar, within('<x:prop-filter name="UID"/>'), "1")).status).toBe(403);
  const several = await dav(
    of,
    "REPORT",
    calendar,
    `<x:calendar-multiget ${XMLNS}><d:prop><x:calendar-data/></d:prop><d:href>${path}</d:href><d:href>${calendar}none.ics</d:href></x:calendar-multiget>`,
  );
  expect(hrefs(several.xml)).toEqual([path, `${calendar}none.ics`]);
  expect(several.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  const one = await dav(of, "GET", path);
  expect(one.headers.get("etag")).toBe(deep(all.xml, `${D}getetag`)?.text);
  expect(one.text).toContain("END:VCALENDAR");
});

it("tells what changed and what was called off since the last time", async () => {
  const c = court();
  const of = await seat();
  const calendar = `/caldav/${of.login}/calendar/`;
  const first = await dav(of, "REPORT", calendar, sync(""));
  expect(hrefs(first.xml)).toHaveLength(1);
  c.clock.set(MORNING.plus({ minutes: 10 }));
  const second = await dav(of, "REPORT", calendar, sync(tokenOf(first.xml)));
  const third = await dav(of, "REPORT", calendar, sync(tokenOf(second.xml)));
  expect(hrefs(third.xml)).toEqual([]);
  c.clock.set(MORNING.plus({ minutes: 20 }));
  await does(c, of.cast.mediator, cancelSession, { sessionId: of.sessionId, reason: "当事人申请" });
  const fourth = await dav(of, "REPORT", calendar, sync(tokenOf(third.xml)));
  c.clock.set(MORNING);
  expect(hrefs(fourth.xml)).toEqual(hrefs(first.xml));
  expect(deep(fourth.xml, `${D}status`)?.text).toContain("404");
  expect((await dav(of, "REPORT", calendar, sync("urn:x:other"))).text).toContain("valid-sync-token");
});

it("lets in its person with his feed's secret alone, to his own calendar, as long as the feed lives", async () => {
  const [of, other] = [await seat(), await seat()];
  const path = `/caldav/${of.login}/calendar/`;
  for (const wrong of [
    null,
    { ...of, secret: other.secret },
    { ...of, secret: "x" },
    { ...of, login: "" },
    { login: other.login, secret: of.secret },
  ]) {
    const met = await dav(wrong, "PROPFIND", path);
    expect(met.status).toBe(401);
    expect(met.headers.get("www-authenticate")).toContain("Basic");
  }
  expect((await dav(of, "PROPFIND", `/caldav/${other.login}/calendar/`)).status).toBe(404);
  expect((await dav(of, "PROPFIND", path)).status).toBe(207);
  await does(court(), of.cast.mediator, revokeFeed, {});
  expect((await dav(of, "PROPFIND", path)).status).toBe(401);
});

it("is only read, says so, and takes no body that is none", async () => {
  const of = await seat();
  const path = `/caldav/${of.login}/calendar/`;
  for (const method of ["PUT", "DELETE", "MKCALENDAR", "PROPPATCH", "MKCOL", "MOVE", "POST"])
    expect((await dav(of, method, `${path}x.ics`)).status, method).toBe(403);
  const options = await dav(null, "OPTIONS", path);
  expect([options.status, options.headers.get("dav")]).toEqual([200, "1, 3, calendar-access"]);
  expect(options.headers.get("allow")).not.toContain("PUT");
  const entity = `<!DOCTYPE d [<!ENTITY a "aaaa">]>${propfind("d:displayname")}`;
  for (const body of [entity, "<", "no", "<d:x/>", "<a></b>"]) {
    expect((await dav(of, "PROPFIND", path, body)).status, body).toBe(400);
    expect([400, 403], body).toContain((await dav(of, "REPORT", path, body)).status);
  }
  expect((await dav(of, "PROPFIND", path, `<a>${"x".repeat(400_000)}</a>`)).status).toBe(413);
});
