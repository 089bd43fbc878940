import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "#db/client";
import { ABILITY_TABLE } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import { partyLink, readLink } from "~/services/party-links.server";
import { isFileQuery } from "~/services/query.server";
import { renewFeed } from "~/services/renew-feed.server";
import { issueToken } from "~/services/tokens.server";
import { THINGS } from "~/services/verbs.server";
import { type TestCourt, useCourt } from "../services/court";
import { COURT, does } from "../services/journey";
import { type Caller, type MatrixCourt, matrixCourt } from "../services/matrix-court";
import { type Door, OTHER, STAFF } from "./doors";

/*
 * Walks every route there is, as tests/services/matrix.test.ts walks verbs and queries: signed out, in every role with and
 * without ties to the case, and as the same people at work in another court. A route that is not in the lists of doors.ts fails.
 */
const court = useCourt();
let c: TestCourt;
let m: MatrixCourt;
const cookies = new Map<Caller, string>();

type Handler = (args: object) => unknown;
type Route = { readonly name: string; readonly loader?: Handler; readonly action?: Handler };
const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>("/app/routes/*/route.{ts,tsx}");
const nameOf = (file: string) => /\/app\/routes\/(.+)\/route\.tsx?$/.exec(file)?.[1] ?? file;
const NAMES = Object.keys(modules).map(nameOf);
const routeOf = async (name: string): Promise<Route> => {
  const [, load] = Object.entries(modules).find(([file]) => nameOf(file) === name) ?? [];
  if (!load) throw new Error(`no route ${name}`);
  return { name, ...(await load()) };
};

beforeAll(async () => {
  c = court();
  m = await matrixCourt(c);
  const now = c.clock.now();
  for (const caller of [...m.callers, ...m.foreigners]) {
    const { actor } = caller;
    if (actor.kind !== "user") continue;
    await c.owner`insert into people (id, login, name, password_hash, created_at)
      values (${actor.userId}, ${actor.userId}, '某某', 'x', now()) on conflict do nothing`;
    await c.owner`insert into grants (id, court_id, person_id, role, team_id, org_id, valid_from) values
      (${uuidv7()}, ${actor.courtId}, ${actor.userId}, ${actor.role}, ${actor.teamIds[0] ?? null}, ${actor.orgIds[0] ?? null}, '2026-01-01')`;
    const secret = uuidv7();
    cookies.set(caller, secret);
    await c.db.withDirectory((tx) =>
      tx.insert(schema.signIns).values({
        idHash: c.deps.secrets.hashToken(secret),
        personId: actor.userId,
        courtId: actor.courtId,
        role: actor.role,
        startedAt: now,
        seenAt: now,
        expiresAt: now.plus({ hours: 8 }),
      }),
    );
  }
});

type Met = { readonly status: number; readonly to: string };
type Wish = { method?: "GET" | "POST"; params?: Record<string, string>; search?: string; bearer?: string };

async function meet(handler: Handler, caller: Caller | null, wish: Wish = {}): Promise<Met> {
  const cookie = caller ? cookies.get(caller) : undefined;
  const request = new Request(`http://127.0.0.1:3000/${wish.search ?? ""}`, {
    method: wish.method ?? "GET",
    headers: {
      ...(cookie ? { Cookie: `signIn=${cookie}` } : {}),
      ...(wish.bearer ? { Authorization: `Bearer ${wish.bearer}` } : {}),
    },
    ...(wish.method === "POST" ? { body: new FormData() } : {}),
  });
  const context = { deps: c.deps, demo: false, cspNonce: "", address: "" };
  const answer = await Promise.resolve()
    .then(() => handler({ request, params: wish.params ?? {}, context }))
    .catch((thrown) => {
      if (thrown instanceof Response) return thrown;
      throw thrown;
    });
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location") ?? "" };
  const init = typeof answer === "object" && answer && "init" in answer ? answer.init : undefined;
  const status = typeof init === "object" && init && "status" in init ? Number(init.status) : 200;
  return { status, to: "" };
}

/** Parts of an address that are words, not ids. */
const WORDS: Readonly<Record<string, string>> = { event: "withdrawCase", side: "claimant" };

/** Real ids by the names that routes give them; `of` swaps each for one that nobody has. */
function paramsOf(name: string, of: "real" | "nobody"): Record<string, string> {
  const { caseId, sessionId, runId, partyId, documentId, taskId, seriesId, batchId } = m.known;
  const real: Record<string, unknown> = {
    id: name.includes("sessions_")
      ? sessionId
      : name.startsWith("p_")
        ? documentId
        : name.includes("tasks_")
          ? taskId
          : name.includes("series_")
            ? seriesId
            : caseId,
    caseId,
    run: runId,
    batch: batchId,
    session: sessionId,
    party: partyId,
  };
  const keys = [...name.matchAll(/\$([a-zA-Z]+)/g)].map(([, key]) => key as string);
  return Object.fromEntries(
    keys.map((key) => [key, WORDS[key] ?? String(of === "real" ? real[key] : m.known.anyId)]),
  );
}
const searchOf = (name: string, of: "real" | "nobody") =>
  name === "sessions_.$id_.notice" && of === "real"
    ? `?case=${m.known.caseId}&party=${m.known.partyId}`
    : name === "sessions_.$id_.notice"
      ? `?case=${m.known.anyId}&party=${m.known.anyId}`
      : "";
const users = (callers: readonly Caller[]) => callers.filter((one) => cookies.has(one));

it("every route is in one of the lists", () => {
  const listed = [...Object.keys(STAFF), ...Object.keys(OTHER)];
  expect(NAMES.filter((name) => !listed.includes(name))).toEqual([]);
  expect(listed.filter((name) => !NAMES.includes(name))).toEqual([]);
});

/** 200 stands for "let in": the page itself, or the way to where this role does its work. */
function wanted({ actor, relations }: Caller, door: Door): 200 | 302 | 403 | 404 {
  for (const ability of door.needs) {
    const answer = can(actor, ability, ABILITY_TABLE[ability].about === "case" ? relations : ["court"]);
    if (answer.ok) continue;
    return answer.status === "hidden" || (door.hides && ability === "view-case") ? 404 : 403;
  }
  return door.acts && !can(actor, door.acts, relations).ok ? 302 : 200;
}

describe.each(Object.entries(STAFF))("%s", (name, door) => {
  it("sends whoever is not signed in to the door", async () => {
    const { loader, action } = await routeOf(name);
    for (const [handler, method] of [
      [loader, "GET"],
      [action, "POST"],
    ] as const)
      if (handler) {
        const met = await meet(handler, null, { method, params: paramsOf(name, "real") });
        expect(met, method).toMatchObject({ status: 303, to: expect.stringMatching(/^\/sign-in/) });
      }
  });

  it("is not there for another court, whatever the form says", async () => {
    const { loader, action } = await routeOf(name);
    const [params, nobody] = [paramsOf(name, "real"), paramsOf(name, "nobody")];
    if (!Object.keys(params).length) return;
    const [count] = await c.owner`select count(*)::int as n from records where court_id = ${COURT}`;
    await Promise.all(
      users(m.foreigners).map(async (caller) => {
        if (loader) {
          const met = await meet(loader, caller, { params, search: searchOf(name, "real") });
          expect(met.status, caller.who).toBe(404);
        }
        // Every role with every verb is the matrix's; here it is enough that the page leads to one.
        if (!action || !["coordinator", "mediator", "judge"].includes(caller.who)) return;
        // An empty form may be sent back before anything is looked up; then it is so for a case that nobody has.
        const met = await meet(action, caller, { params, method: "POST" });
        expect([404, 422], caller.who).toContain(met.status);
        expect(met, caller.who).toEqual(await meet(action, caller, { params: nobody, method: "POST" }));
      }),
    );
    expect(await c.owner`select count(*)::int as n from records where court_id = ${COURT}`).toEqual([count]);
  });

  it("lets in exactly whom the table of abilities lets in", async () => {
    const { loader } = await routeOf(name);
    if (!loader) return;
    // Ties to a case make no difference where no case is named.
    const isAboutOne = /\$/.test(name);
    const asking = users(m.callers).filter((one) => isAboutOne || one.who.startsWith("tied"));
    await Promise.all(
      asking.map(async (caller) => {
        const wish = { params: paramsOf(name, "real"), search: searchOf(name, "real") };
        const met = await meet(loader, caller, wish);
        const expected = wanted(caller, door);
        if (expected === 200) expect([200, 302], caller.who).toContain(met.status);
        else expect(met.status, caller.who).toBe(expected);
      }),
    );
  });
});

describe("doors with a secret of their own", () => {
  it("a party link opens its own side's papers and nothing else; every other secret is none", async () => {
    const { caseId, partyId, documentId } = m.known as Record<string, string>;
    const link = await partyLink(c.deps, COURT, { caseId, partyId, side: "claimant" } as never);
    const token = link.slice(link.lastIndexOf("/") + 1);
    const state = await readLink(c.deps, token);
    await c.owner`update tokens set opened_until = '2026-11-24' where id = ${state?.tokenId ?? ""}`;
    const [mediator] = users(m.callers).filter((one) => one.who === "tied mediator") as [Caller];
    const { address } = await does(c, mediator.actor, renewFeed, {});
    const feed = /feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";
    const subject = {
      personId: mediator.actor.kind === "user" ? mediator.actor.userId : "",
      role: "mediator" as const,
    };
    const bearer = await issueToken(c.deps, COURT, subject, 1);
    const elsewhere = token.replace(COURT, "bj0106");
    for (const name of Object.keys(OTHER).filter((one) => OTHER[one] === "link" || OTHER[one] === "feed")) {
      const { loader, action } = await routeOf(name);
      for (const wrong of [`${token}x`, elsewhere, name === "feeds.$file" ? token : feed, bearer, "x", ""]) {
        const params = { ...paramsOf(name, "real"), token: wrong, file: `${wrong}.ics`, what: "agreement" };
        for (const caller of [null, mediator]) {
          if (loader) expect((await meet(loader, caller, { params })).status, `${name} ${wrong}`).toBe(404);
          if (action) expect((await meet(action, caller, { params, method: "POST" })).status, name).toBe(404);
        }
      }
    }
    const paper = await routeOf("p_.$token.paper.$id");
    const read = (id: string) => meet(paper.loader as Handler, null, { params: { token, id } });
    expect((await read(documentId as string)).status).toBe(200);
    await c.owner`update documents set case_id = ${m.otherCaseId} where id = ${documentId as string}`;
    expect((await read(documentId as string)).status).toBe(404);
    expect((await read("x")).status).toBe(404);
    await c.owner`update documents set case_id = ${caseId as string} where id = ${documentId as string}`;
  });

  it("the API asks who it is, and knows nothing of another court", async () => {
    const { loader } = await routeOf("api.v1.$things");
    const file = await routeOf("api.v1.files_.$id");
    const command = await routeOf("api.v1.commands.$verb");
    const upload = await routeOf("api.v1.files");
    const [clerk] = users(m.foreigners).filter((one) => one.who === "clerk") as [Caller];
    const filed = { params: { id: m.fileId } };
    for (const bearer of [undefined, "x", "bj0107-nobody-nobody-nobody-nobody"]) {
      const wish = bearer ? { bearer } : {};
      for (const things of Object.keys(THINGS))
        expect((await meet(loader as Handler, null, { ...wish, params: { things } })).status, things).toBe(
          401,
        );
      expect((await meet(file.loader as Handler, null, { ...wish, ...filed })).status).toBe(401);
      const verb = { ...wish, method: "POST" as const, params: { verb: "register-case" } };
      expect((await meet(command.action as Handler, null, verb)).status).toBe(401);
      expect((await meet(upload.action as Handler, null, { ...wish, method: "POST" })).status).toBe(401);
    }
    for (const caller of users(m.foreigners))
      for (const id of [m.fileId, m.sheetId, "x"])
        expect((await meet(file.loader as Handler, caller, { params: { id } })).status).toBe(404);
    for (const [things, query] of Object.entries(THINGS)) {
      if (ABILITY_TABLE[query.ability].about !== "case") continue;
      const met = await meet(loader as Handler, clerk, {
        params: { things },
        search: `?caseId=${m.known.caseId}`,
      });
      expect([404, 422], things).toContain(met.status);
    }
  });

  it("a file is sent as it is, named and never cached; a list of one value is a list", async () => {
    const { loader } = await routeOf("api.v1.$things");
    const [clerk] = users(m.callers).filter((one) => one.who === "tied clerk") as [Caller];
    const get = (things: string, search: string) =>
      (loader as Handler)({
        request: new Request(`http://127.0.0.1:3000/${search}`, {
          headers: { Cookie: `signIn=${cookies.get(clerk)}` },
        }),
        params: { things },
        context: { deps: c.deps, demo: false, cspNonce: "", address: "" },
      }) as Promise<Response>;
    const { caseId, documentId } = m.known as Record<string, string>;
    for (const [name, query] of Object.entries(THINGS).filter(([, one]) => isFileQuery(one))) {
      const answer = await get(name, `?${new URLSearchParams(m.known as Record<string, string>)}`);
      expect([200, 403], `${name} ${query.ability}`).toContain(answer.status);
      if (answer.status === 403) continue;
      expect(answer.headers.get("Content-Type"), name).not.toContain("json");
      expect(answer.headers.get("Content-Disposition"), name).toMatch(
        /^attachment; filename\*=UTF-8''.+\.\w+$/,
      );
      expect(answer.headers.get("Cache-Control"), name).toContain("no-store");
    }
    const read = await get("read-document", `?caseId=${caseId}&documentId=${documentId}`);
    expect(await read.text()).toBe("案件,文件\n");
    const starts = await get("clock-starts", `?caseIds=${caseId}`);
    expect(await starts.json()).toMatchObject({ ok: true, data: { starts: {} } });
    const clocks = await get("clocks", "?dueWithin=30");
    expect(await clocks.json()).toMatchObject({ ok: true, data: { total: 0, rows: [], next: null } });
  });

  it("the mailbox is a demo's, and nowhere else", async () => {
    for (const name of Object.keys(OTHER).filter((one) => OTHER[one] === "demo"))
      expect((await meet((await routeOf(name)).loader as Handler, null)).status, name).toBe(404);
  });
});
