import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import {
  addressFault,
  FETCH_LIMITS,
  fetchCalendar,
  type Network,
  openInternet,
} from "./calendar-fetch.server";
import { SPELLINGS } from "./inner-addresses.fixture";
import { isOuterAddress } from "./outer-address";

/* Fetching from an address that a stranger may have chosen: what is inside our walls is not for him to reach. */

it("refuses every spelling of an inner address before anything is sent", async () => {
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(85);
  const nobody: Network = { ...openInternet, resolve: () => Promise.reject(new Error("asked")) };
  for (const address of SPELLINGS) {
    expect(await fetchCalendar(address, null, nobody), address).toEqual({
      kind: "failed",
      failure: "innerAddress",
    });
    expect(addressFault(address), address).toBe("innerAddress");
  }
});

it("refuses zones of addresses, other schemes, credentials, and what is no address", async () => {
  const failures: Readonly<Record<string, string>> = {
    "http://[fe80::1%25eth0]/": "badAddress",
    "http://[::1%lo]/": "badAddress",
    "file:///etc/passwd": "badAddress",
    "ftp://calendar.example/": "badAddress",
    "gopher://127.0.0.1/": "badAddress",
    "data:text/calendar,BEGIN": "badAddress",
    "javascript:1": "badAddress",
    "//calendar.example/": "badAddress",
    "calendar.example": "badAddress",
    "http://": "badAddress",
    "http://999.1.1.1/": "badAddress",
    "webcal://999.1.1.1/": "badAddress",
    "https://me:secret@calendar.example/": "hasCredentials",
    "https://me@127.0.0.1/": "hasCredentials",
  };
  for (const [address, failure] of Object.entries(failures))
    expect(await fetchCalendar(address, null), address).toEqual({ kind: "failed", failure });
});

it("takes the open internet's addresses for what they are", () => {
  for (const address of ["1.1.1.1", "8.8.8.8", "114.114.114.114", "2606:4700:4700::1111", "2400:3200::1"])
    expect(isOuterAddress(address), address).toBe(true);
  for (const address of ["", "calendar.example", "fe80::1%eth0", "2606:4700::1%1"])
    expect(isOuterAddress(address), address).toBe(false);
});

it("refuses a name that leads inside, all or in part, and one that leads nowhere", async () => {
  const leads = (...to: string[]): Network => ({ ...openInternet, resolve: async () => to });
  for (const to of [
    ["127.0.0.1"],
    ["10.0.0.1"],
    ["::1"],
    ["1.1.1.1", "127.0.0.1"],
    ["::ffff:127.0.0.1"],
    ["fe80::1%eth0"],
  ])
    expect(await fetchCalendar("https://calendar.example/a.ics", null, leads(...to)), String(to)).toEqual({
      kind: "failed",
      failure: "innerAddress",
    });
  for (const to of [[], ["nonsense"]])
    expect(await fetchCalendar("https://calendar.example/a.ics", null, leads(...to))).toEqual({
      kind: "failed",
      failure: "unknownHost",
    });
});

const servers: http.Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
async function serving(answer: RequestListener): Promise<string> {
  const server = http.createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
/** A test's own server may be reached, and nothing else inside. */
const here: Network = {
  resolve: async (host) => (host === "calendar.example" ? ["127.0.0.1"] : ["10.9.9.9"]),
  isAllowed: (address) => address === "127.0.0.1" || isOuterAddress(address),
};
const named = (base: string) => base.replace("127.0.0.1", "calendar.example");

it("fetches, keeps the mark, and is told when nothing changed", async () => {
  const asked: http.IncomingHttpHeaders[] = [];
  const base = await serving((request, response) => {
    asked.push(request.headers);
    response.setHeader("ETag", '"7"');
    if (request.headers["if-none-match"] === '"7"') response.writeHead(304).end();
    else response.end("BEGIN:VCALENDAR");
  });
  const first = await fetchCalendar(named(base), null, here);
  expect(first).toEqual({ kind: "fresh", bytes: Buffer.from("BEGIN:VCALENDAR"), etag: '"7"' });
  expect(await fetchCalendar(named(base), '"7"', here)).toEqual({ kind: "unchanged" });
  expect(asked[0]).not.toHaveProperty("authorization");
  expect(asked[0]).not.toHaveProperty("cookie");
});

it("a name that first leads out and then in is resolved once, and the answer judged is the one connected to", async () => {
  let hits = 0;
  const base = await serving((_request, response) => {
    hits++;
    response.end("secret");
  });
  const answers = [["192.0.2.9"], ["127.0.0.1"]];
  let asked = 0;
  const rebinding: Network = {
    resolve: async () => answers[Math.min(asked++, 1)] ?? [],
    isAllowed: (address) => address === "192.0.2.9",
  };
  const done = await fetchCalendar(named(base), null, rebinding, { ...FETCH_LIMITS, deadlineMs: 300 });
  expect(done.kind).toBe("failed");
  expect(await fetchCalendar(named(base), null, rebinding)).toEqual({
    kind: "failed",
    failure: "innerAddress",
  });
  expect([hits, asked]).toEqual([0, 2]);
});

it("follows three redirects and judges each anew", async () => {
  const base = await serving((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) return response.end("ok");
    response.writeHead(302, {
      Location: Number.isNaN(left) ? decodeURIComponent(request.url?.slice(2) ?? "") : `/${left - 1}`,
    });
    response.end();
  });
  expect(await fetchCalendar(`${base}/3`, null, here)).toMatchObject({ kind: "fresh" });
  expect(await fetchCalendar(`${base}/4`, null, here)).toEqual({ kind: "failed", failure: "badRedirect" });
  const to = (address: string) => fetchCalendar(`${base}/x${encodeURIComponent(address)}`, null, here);
  for (const address of [
    "http://127.0.0.2/",
    "http://[::1]/",
    "http://inner.example/",
    "http://169.254.169.254/latest",
  ])
    expect(await to(address), address).toEqual({ kind: "failed", failure: "innerAddress" });
  expect(await to("file:///etc/passwd")).toEqual({ kind: "failed", failure: "badAddress" });
  expect(await to("https://me:x@calendar.example/")).toEqual({ kind: "failed", failure: "hasCredentials" });
});

it("cuts off what never ends, never begins, or is too large by its own word", async () => {
  const endless = await serving((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(10_000)));
    };
    response.on("drain", more);
    more();
  });
  const small = { ...FETCH_LIMITS, maxBytes: 50_000 };
  expect(await fetchCalendar(endless, null, here, small)).toEqual({ kind: "failed", failure: "tooLarge" });
  const boastful = await serving((_request, response) => {
    response.writeHead(200, { "Content-Length": "60000" }).write("x");
  });
  expect(await fetchCalendar(boastful, null, here, small)).toEqual({ kind: "failed", failure: "tooLarge" });
  const short = { ...FETCH_LIMITS, deadlineMs: 100 };
  const silent = await serving(() => {});
  expect(await fetchCalendar(silent, null, here, short)).toEqual({ kind: "failed", failure: "tooSlow" });
  const dripping = await serving((_request, response) => {
    response.write("BEGIN");
  });
  expect(await fetchCalendar(dripping, null, here, short)).toEqual({ kind: "failed", failure: "tooSlow" });
});

it("tells apart what others answer", async () => {
  const status: Readonly<Record<string, string>> = {
    404: "notFound",
    410: "notFound",
    401: "denied",
    403: "denied",
    500: "badAnswer",
    204: "badAnswer",
    304: "badAnswer",
  };
  for (const [code, failure] of Object.entries(status)) {
    const base = await serving((_request, response) => response.writeHead(Number(code)).end());
    expect(await fetchCalendar(base, null, here), code).toEqual({ kind: "failed", failure });
  }
  const zipped = await serving((_request, response) =>
    response.writeHead(200, { "Content-Encoding": "gzip" }).end("x"),
  );
  expect(await fetchCalendar(zipped, null, here)).toEqual({ kind: "failed", failure: "badAnswer" });
  const broken = await serving((_request, response) => {
    response.writeHead(200, { "Content-Length": "100" }).write("x");
    response.socket?.end();
  });
  expect((await fetchCalendar(broken, null, here)).kind).toBe("failed");
});
