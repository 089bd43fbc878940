import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { QUERIES, THINGS, VERBS } from "~/services/verbs.server";

/*
 * VERBS and QUERIES are what the permission matrix, the API and openapi.json walk. A definition that stands in neither
 * is tested by nobody, so this looks into every service file for what it exports.
 */
type Definition = { readonly name: string; readonly ability: string; readonly run: unknown };
type Found = { readonly file: string; readonly what: "verb" | "query"; readonly definition: Definition };

const SERVICES = "app/services";

const files = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? files(full) : /\.tsx?$/.test(entry.name) ? [full] : [];
  });

const isDefinition = (value: unknown): value is Definition =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  "ability" in value &&
  "input" in value &&
  "run" in value &&
  typeof value.run === "function";

const found: Found[] = [];

beforeAll(async () => {
  for (const [file, load] of Object.entries(
    import.meta.glob<Record<string, unknown>>("/app/services/**/*.server.ts"),
  )) {
    for (const value of Object.values(await load())) {
      if (isDefinition(value))
        found.push({ file, what: "cases" in value ? "verb" : "query", definition: value });
    }
  }
}, 60_000);

const missingFrom = (what: Found["what"], listed: readonly object[]) =>
  found
    .filter((one) => one.what === what && !listed.some((each) => each === one.definition))
    .map((one) => `${one.definition.name} of ${one.file}`);

describe("nothing that can be asked or done is forgotten", () => {
  it("every exported verb stands in VERBS", () => {
    expect(found.filter((one) => one.what === "verb").length).toBeGreaterThan(80);
    expect(missingFrom("verb", VERBS)).toEqual([]);
  });

  it("every exported query stands in QUERIES", () => {
    expect(found.filter((one) => one.what === "query").length).toBeGreaterThan(30);
    expect(missingFrom("query", QUERIES)).toEqual([]);
  });

  it("what is defined is exported, so that it is found; the demo's own questions reach nobody else", () => {
    const hidden = files(SERVICES)
      .filter((file) => !file.startsWith(`${SERVICES}/demo/`))
      .flatMap((file) =>
        [...fs.readFileSync(file, "utf8").matchAll(/^(.*)\b(?:query|fileQuery|verb)\(\{/gm)]
          .filter(([, before]) => !/^export const \w+ = $/.test(before ?? ""))
          .map(([line]) => `${file}: ${line}`),
      );
    expect(hidden).toEqual([]);
  });

  it("a name means one thing", () => {
    const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);
    expect(twice(VERBS.map((one) => one.name))).toEqual([]);
    expect(twice(QUERIES.map((one) => one.name))).toEqual([]);
    // A list's short name at the API never hides another query.
    const hiding = QUERIES.filter((one) => THINGS[one.name] !== one);
    expect(hiding.map((one) => one.name)).toEqual([]);
  });
});

/**
 * Who opens a door of the database himself, and which key he checks there. Everybody else goes through `execute` or
 * `ask`, where scope and permission are not his to forget.
 */
const OPENS: Readonly<Record<string, string>> = {
  "command.server.ts": "the ritual of verbs",
  "query.server.ts": "the ritual of queries",
  "store-file.server.ts": "permission by the file's case; tests/services/matrix.test.ts",
  "open-feed.server.ts": "the feed's secret",
  "feed-entries.server.ts": "what the feed's secret opened",
  "feed-fetches.server.ts": "what the feed's secret opened",
  "party-links.server.ts": "the party link",
  "answer-links.server.ts": "the answer link",
  "tokens.server.ts": "bearer tokens, by hash",
  "token-subjects.server.ts": "the command line of whoever holds the server",
  "sign-in.server.ts": "login and password, then the sign-in's secret",
  "mailbox.server.ts": "the demo's post office",
  "post.server.ts": "the demo's post office",
  "worker.server.ts": "jobs, court by court",
  "keep-calendars.server.ts": "jobs, court by court",
  "calendar-conflicts.server.ts": "jobs, court by court",
  "keep-house.server.ts": "jobs, court by court",
  "batch-files.server.ts": "jobs, court by court",
  "all-courts.server.ts": "the list of courts, for jobs",
  "check-notice.server.ts": "the code on a notice",
  "receive-mail.server.ts": "the court's mail server",
  "mail-court.server.ts": "the court's mailbox, to find whose a message is",
  "tell-outage.server.ts": "jobs, court by court",
  "inbound-log.server.ts": "what came in by mail and text message",
  "receive-text.server.ts": "the gateway, by the number it names",
  "take-answer.server.ts": "the court's mail server",
  "note-delivery.server.ts": "reports of mail servers and of the gateway, by the message's own id",
  "keep-clocks.server.ts": "jobs, court by court",
  "verify-records.server.ts": "the command line, court by court",
};

it("only the rituals and the known other doors open a transaction", () => {
  const opening = files(SERVICES)
    .filter((file) => /\bwith(?:Court|Directory)\(/.test(fs.readFileSync(file, "utf8")))
    .map((file) => path.relative(SERVICES, file));
  const unknown = opening.filter((file) => !(file in OPENS) && !/^(effects|demo)\//.test(file));
  expect(unknown).toEqual([]);
  expect(Object.keys(OPENS).filter((file) => !opening.includes(file))).toEqual([]);
});

it("no screen opens one: what it shows and does it asks of a service", () => {
  const offenders = ["app/routes", "app/platform", "app/ui", "app/adapters"]
    .flatMap(files)
    .filter((file) => /\.with(?:Court|Directory)\b/.test(fs.readFileSync(file, "utf8")));
  expect(offenders).toEqual([]);
});
