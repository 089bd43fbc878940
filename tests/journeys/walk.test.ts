import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, expect, it } from "vitest";
import { DEMO_PASSWORD } from "#db/seed/staff";
import { asCourtId } from "~/domain/ids";
import { execute } from "~/services/command.server";
import { registerCase } from "~/services/register-case.server";
import { creditCode, residentId } from "../services/invented";
import { useSite } from "./browser";

/*
 * Walks every route of the built application, so that a new one cannot be forgotten: without a sign-in nothing but the
 * doors opens; a case of this court is 404 for another court's people; nothing answers 5xx; a post from another site is
 * refused before anything is read.
 */
const site = useSite();
let caseId: string;
type Route = {
  id: string;
  path?: string;
  index?: boolean;
  parentId?: string;
  module: { loader?: unknown; action?: unknown; default?: unknown };
};
let routes: { pattern: string; url: string; route: Route }[];

/** Open without a sign-in, each for a reason. */
const DOORS =
  /^\/(sign-in|language|sign-out|choose-role|verify|p\/:token.*|a\/:token.*|feeds\/:file|dev\/mailbox.*|api\/v1\/openapi\.json)?$/;

beforeAll(async () => {
  const { deps } = site();
  const made = await execute(
    deps,
    { kind: "job", courtId: asCourtId("bj0107"), name: "walk" },
    registerCase,
    {
      causeCode: "126",
      amountFen: 100_000,
      facts: "拖欠物业费",
      claims: "支付物业费",
      parties: [
        {
          side: "claimant",
          kind: "org",
          name: "某物业服务有限公司",
          idKind: "creditCode",
          idNumber: creditCode(1),
        },
        {
          side: "respondent",
          kind: "natural",
          name: "张某某",
          idKind: "residentId",
          idNumber: residentId(1),
        },
      ],
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made));
  caseId = made.caseId;
  const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as {
    routes: Record<string, Route>;
  };
  const pathOf = (route: Route): string => {
    const parent = route.parentId ? build.routes[route.parentId] : undefined;
    return [parent ? pathOf(parent) : "", route.path ?? ""].filter(Boolean).join("/");
  };
  routes = Object.values(build.routes)
    .filter((route) => route.id !== "root" && !route.path?.includes("*") && (route.path || route.index))
    .map((route) => {
      const pattern = `/${pathOf(route)}`;
      const url = pattern
        .replace(":token", "bj0107-nobodynobodynobodynobody")
        .replace(":file", "bj0107-nobodynobodynobodynobody.ics")
        .replace(":verb", "register-case")
        .replace(":things", "cases")
        .replace(":event", "withdrawCase")
        .replace(":side", "claimant")
        .replace(":what", "facts")
        .replace(/:(id|caseId|run|batch)\b/g, caseId);
      return { pattern, url, route };
    });
  expect(routes.length).toBeGreaterThan(30);
});

async function cookieOf(login: string): Promise<string> {
  const body = new URLSearchParams({ login, password: DEMO_PASSWORD });
  const response = await fetch(`${site().url}/sign-in`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Origin: site().url },
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`no sign-in for ${login}: ${response.status}`);
  return cookie;
}

const get = (url: string, cookie?: string) =>
  fetch(`${site().url}${url}`, { redirect: "manual", headers: cookie ? { Cookie: cookie } : {} });

it("opens nothing but the doors to somebody who is not signed in", async () => {
  const open: string[] = [];
  for (const { pattern, url, route } of routes) {
    if (!route.module.loader && !route.module.default) continue;
    const response = await get(url);
    const shut =
      [401, 404, 405].includes(response.status) ||
      (response.status >= 300 &&
        response.status < 400 &&
        /\/(sign-in|choose-role)/.test(response.headers.get("location") ?? ""));
    if (!shut && !DOORS.test(pattern))
      open.push(`${pattern} ${response.status} ${response.headers.get("location") ?? ""}`);
    expect(response.status, pattern).toBeLessThan(500);
  }
  expect(open).toEqual([]);
});

it("hides a case of this court from people of another, on every page about it", async () => {
  const cookie = await cookieOf("ft.coordinator");
  const seen: string[] = [];
  for (const { pattern, url, route } of routes) {
    if (!/:(id|caseId|run)\b/.test(pattern) || !route.module.loader) continue;
    const response = await get(url, cookie);
    if (response.status !== 404 && response.status !== 403) seen.push(`${pattern} ${response.status}`);
  }
  expect(seen).toEqual([]);
});

it("answers every role on every page without a fault, and says no where the role lacks the ability", async () => {
  const refused = new Map<string, number>();
  for (const login of [
    "clerk",
    "coordinator",
    "orgmanager",
    "mediator",
    "lawyer",
    "judge",
    "assistant",
    "courtclerk",
    "leader",
    "finance",
    "auditor",
    "administrator",
  ]) {
    const cookie = await cookieOf(login);
    for (const { pattern, url, route } of routes) {
      if (!route.module.loader || pattern.startsWith("/language") || pattern === "/sign-out") continue;
      const response = await get(url, cookie);
      expect(response.status, `${login} ${pattern}`).toBeLessThan(500);
      if (response.status === 403 || response.status === 404)
        refused.set(login, (refused.get(login) ?? 0) + 1);
    }
  }
  for (const login of ["mediator", "lawyer", "finance", "auditor", "administrator"])
    expect(refused.get(login) ?? 0, login).toBeGreaterThan(0);
});

it("refuses a post from another site on every action, whatever the route", async () => {
  const cookie = await cookieOf("coordinator");
  for (const { url, route, pattern } of routes) {
    if (!route.module.action) continue;
    for (const headers of [
      { Origin: "https://evil.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { Origin: "null" },
      {},
    ] as Record<string, string>[]) {
      const response = await fetch(`${site().url}${url}`, {
        method: "POST",
        body: new URLSearchParams({ x: "1" }),
        redirect: "manual",
        headers: { Cookie: cookie, ...headers },
      });
      expect(response.status, `${pattern} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

it("goes nowhere but home from a hostile next, and sends the headers", async () => {
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    const body = new URLSearchParams({ login: "clerk", password: DEMO_PASSWORD, next });
    const response = await fetch(`${site().url}/sign-in?next=${encodeURIComponent(next)}`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { Origin: site().url },
    });
    expect(response.headers.get("location") ?? "/").toMatch(/^\/(?![/\\])/);
  }
  const page = await get("/sign-in");
  expect(page.headers.get("content-security-policy")).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
  );
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("cache-control")).toContain("no-store");
});
