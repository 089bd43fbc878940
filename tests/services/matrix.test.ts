import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ABILITY_TABLE, type Ability, type Relation } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import { execute, Forbidden, NotFound, shapeOf } from "~/services/command.server";
import { ask, isFileQuery, NAMED } from "~/services/query.server";
import { readStoredFile, storeFile } from "~/services/store-file.server";
import { QUERIES, VERBS } from "~/services/verbs.server";
import { type TestCourt, useCourt } from "./court";
import { type Caller, type MatrixCourt, matrixCourt } from "./matrix-court";
import { type Known, sampleOf } from "./sample-input";

/*
 * Walks every verb and every query there is: a user of another court gets 404, a role without the ability exactly the 403
 * or 404 that `can` says, whoever has it is let in. A new one without a sample that passes its own shape fails here;
 * tests/architecture/registry.test.ts sees to it that a new one stands in the lists.
 */
const court = useCourt();
let c: TestCourt;
let m: MatrixCourt;
let known: Known;

beforeAll(async () => {
  c = court();
  m = await matrixCourt(c);
  known = {
    ...m.known,
    startAt: "2026-12-01T10:00:00+08:00",
    causeCode: "126",
    number: "(2026)京0107民初12号",
    numberOrName: "张某",
    item: "voluntary",
    weekOf: "2026-11-23",
    reply: "accepted",
    add: [{ text: "双方对金额无异议", source: "bothSaid" }],
    points: ["address"],
    value: "19900001234",
    endAt: "2026-12-01T12:00:00+08:00",
    fromMinute: 540,
    toMinute: 690,
    parties: [],
    note: "已经处理",
    rows: [],
    json: JSON.stringify({ year: 2027, days: [{ name: "元旦", date: "2027-01-01", isOffDay: true }] }),
  };
});

/** 200, 404 or 403 as a caller would meet it; a refusal counts as let in. */
async function status(work: () => Promise<unknown>): Promise<200 | 403 | 404> {
  try {
    await work();
    return 200;
  } catch (error) {
    if (error instanceof NotFound) return 404;
    if (error instanceof Forbidden) return 403;
    throw error;
  }
}

const jsonShape = (shape: z.ZodType) =>
  z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as { properties?: Record<string, object> };
const sampleFor = (shape: z.ZodType) => sampleOf(jsonShape(shape) as never, known) as Record<string, unknown>;
const wanted = ({ actor }: Caller, ability: Ability, relations: readonly Relation[]): 200 | 403 | 404 => {
  const answer = can(actor, ability, relations);
  return answer.ok ? 200 : answer.status === "hidden" ? 404 : 403;
};
const SAMPLE = "give tests/services/sample-input a value that this shape takes";

describe("verbs", () => {
  for (const verb of VERBS) {
    it(verb.name, async () => {
      const shape = shapeOf(verb, c.clock.now());
      const input = sampleFor(shape);
      expect(shape.safeParse(input).error?.issues ?? [], SAMPLE).toEqual([]);
      const isAboutCase = ABILITY_TABLE[verb.ability].about === "case";
      for (const { who, actor } of m.foreigners) {
        const foreign = await status(() => execute(c.deps, actor, verb, input));
        if (isAboutCase) expect(foreign, `${who} of another court`).toBe(404);
      }
      for (const caller of m.callers) {
        const expected = wanted(caller, verb.ability, isAboutCase ? caller.relations : ["court"]);
        // Whoever may would change the case under the next one's feet; the other tests show what he then does.
        if (expected === 200) continue;
        expect(await status(() => execute(c.deps, caller.actor, verb, input)), caller.who).toBe(expected);
      }
    });
  }
});

const keepsRooms = ({ actor }: Caller) =>
  actor.kind === "user" && ["coordinator", "administrator"].includes(actor.role);

/** Narrower than their ability: pages of a side alone, or of those who sat in the room; a room is not everybody's to keep. */
const NARROWER: Readonly<Record<string, (caller: Caller) => boolean>> = {
  availability: keepsRooms,
  "explain-day": keepsRooms,
  "party-page": ({ actor }) => actor.kind === "party",
  "party-invitation": ({ actor }) => actor.kind === "party",
  "party-time": ({ actor }) => actor.kind === "party",
  "party-offer": ({ actor }) => actor.kind === "party",
  "case-page": ({ actor }) => actor.kind !== "party",
  "contact-log": ({ actor }) => actor.kind !== "party",
  "session-page": ({ actor }) =>
    actor.kind === "user" &&
    ["mediator", "lawyer", "coordinator", "orgManager", "courtClerk", "judgeAssistant"].includes(actor.role),
};
/** About no one case, but there only for whoever may see one of the session's cases. */
const BY_ITS_CASES = ["session-place", "series"];
/** Lists of cases: they answer for those that the reader may see, and are silent about the others. */
const LISTS = ["caseIds", "with", "ids"];

const namesSomething = (input: Record<string, unknown>) =>
  Object.keys(input).some((key) => key === "caseId" || key in NAMED);
const holdsBytes = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  (typeof value === "object" && value !== null && Object.values(value).some(holdsBytes));

describe("queries", () => {
  for (const query of QUERIES) {
    it(query.name, async () => {
      const input = sampleFor(query.input);
      expect(query.input.safeParse(input).error?.issues ?? [], SAMPLE).toEqual([]);
      for (const { who, actor } of m.foreigners) {
        let answer: unknown;
        const foreign = await status(async () => {
          answer = await ask(c.deps, actor, query, input);
        });
        if (namesSomething(input)) expect(foreign, `${who} of another court`).toBe(404);
        const said = JSON.stringify(answer ?? null);
        // The mediator himself works in both courts.
        const { mediatorId: _same, ...ours } = m.known;
        for (const id of Object.values(ours)) expect(said, `${who} of another court`).not.toContain(id);
      }
      const isAboutCase = "caseId" in input;
      expect(isAboutCase, "the ability's own kind").toBe(ABILITY_TABLE[query.ability].about === "case");
      for (const caller of m.callers) {
        const may = wanted(caller, query.ability, isAboutCase ? caller.relations : ["court"]);
        const isShut = may === 200 && NARROWER[query.name]?.(caller) === false;
        const isElsewhere =
          may === 200 &&
          BY_ITS_CASES.includes(query.name) &&
          wanted(caller, "view-case", caller.relations) !== 200;
        let answer: unknown;
        const met = await status(async () => {
          answer = await ask(c.deps, caller.actor, query, input);
        });
        expect(met, caller.who).toBe(isShut ? 403 : isElsewhere ? 404 : may);
        if (met !== 200) continue;
        expect(answer, caller.who).toMatchObject({ ok: true });
        expect(holdsBytes(answer), "bytes are a fileQuery's to give").toBe(isFileQuery(query));
      }
    });
  }
});

it("whatever a query can name by an id is looked for in the asker's court", () => {
  const unknown = QUERIES.flatMap((query) =>
    Object.keys(jsonShape(query.input).properties ?? {})
      .filter((key) => /Ids?$|^ids?$|^with$/.test(key))
      .filter((key) => key !== "caseId" && !(key in NAMED) && !LISTS.includes(key))
      .map((key) => `${query.name} ${key}`),
  );
  expect(unknown).toEqual([]);
});

it("an id that is real elsewhere, one that nobody has and one that is none answer alike", async () => {
  const { actor } = m.callers.find((one) => one.who === "tied coordinator") as Caller;
  for (const query of QUERIES) {
    const input = sampleFor(query.input);
    for (const key of Object.keys(input).filter((one) => one === "caseId" || one in NAMED)) {
      for (const value of [known.anyId, "x"]) {
        const wrong = { ...input, [key]: value };
        // Filters of a list leave out what is malformed, so that an old address still opens.
        if (value === "x" && query.input.safeParse(wrong).success) continue;
        expect(await status(() => ask(c.deps, actor, query, wrong)), `${query.name} ${key} ${value}`).toBe(
          404,
        );
      }
    }
  }
});

it("what belongs to another case of the court is not this case's", async () => {
  const { actor } = m.callers.find((one) => one.who === "tied coordinator") as Caller;
  const about = QUERIES.filter((query) => ABILITY_TABLE[query.ability].about === "case");
  for (const query of about) {
    const input = sampleFor(query.input);
    for (const key of ["sessionId", "partyId", "documentId", "materialId"].filter((one) => one in input)) {
      const met = await status(() => ask(c.deps, actor, query, { ...input, caseId: m.otherCaseId }));
      expect(met, `${query.name} ${key}`).toBe(404);
    }
  }
});

describe("files, whose permission hangs on the case that they belong to", () => {
  it("are given out, and taken in, by the same law", async () => {
    const put = (caller: Caller, caseId?: string) =>
      status(() =>
        storeFile(c.deps, caller.actor, {
          bytes: Buffer.from("新,文件\n"),
          name: "乙.csv",
          ...(caseId ? { caseId } : {}),
        }),
      );
    const caseId = String(known.caseId);
    for (const caller of m.callers) {
      const isParty = caller.actor.kind === "party";
      const read = (fileId: string) => status(() => readStoredFile(c.deps, caller.actor, fileId));
      // A side reaches documents through its own pages; by bare id only what it handed in itself.
      expect(await read(m.fileId), caller.who).toBe(
        isParty ? 404 : wanted(caller, "view-files", caller.relations),
      );
      expect(await read(m.sheetId), caller.who).toBe(
        isParty ? 404 : wanted(caller, "import-cases", ["court"]),
      );
      expect(await put(caller, caseId), caller.who).toBe(wanted(caller, "upload-file", caller.relations));
      expect(await put(caller), caller.who).toBe(wanted(caller, "import-cases", ["court"]));
    }
    for (const caller of m.foreigners) {
      for (const id of [m.fileId, m.sheetId, String(known.anyId), "x"])
        expect(await status(() => readStoredFile(c.deps, caller.actor, id)), caller.who).toBe(404);
      for (const id of [caseId, String(known.anyId), "x"])
        expect(await put(caller, id), caller.who).toBe(404);
    }
  });
});

it("a session of another court is not known here", async () => {
  const cancel = VERBS.find((verb) => verb.name === "cancel-session");
  const foreign = m.foreigners.find((one) => one.who === "coordinator");
  if (!cancel || !foreign) throw new Error("no cancel-session");
  const input = { sessionId: known.sessionId, reason: "x" };
  expect(await status(() => execute(c.deps, foreign.actor, cancel, input))).toBe(404);
});
