import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ABILITY_TABLE } from "~/domain/policy/abilities";
import { can } from "~/domain/policy/can";
import { ROLES } from "~/domain/policy/roles";
import { bookSession } from "~/services/book-session.server";
import { execute, Forbidden, NotFound, shapeOf } from "~/services/command.server";
import { ask } from "~/services/query.server";
import { QUERIES, VERBS } from "~/services/verbs.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { type Known, sampleOf } from "./sample-input";

/*
 * Walks every verb and every query there is: a user of another court gets 404, a role without the ability 403 or, where
 * nothing ties it to the case, 404. A new verb without a sample that passes its own shape fails here.
 */
const court = useCourt();
let c: TestCourt;
let known: Known;

beforeAll(async () => {
  c = court();
  const mediatorId = await addResource(c, "mediator");
  const caseId = await caseInMediation(c, { mediatorId });
  const roomId = await addRoom(c, "bj0107", "第一调解室");
  const booked = await execute(c.deps, actorIn("bj0107", "mediator", { userId: mediatorId }), bookSession, {
    caseIds: [caseId],
    startAt: MORNING.plus({ days: 1 }).toISO(),
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  if (!booked.ok) throw new Error(booked.refusal);
  const parties = await c.db.withCourt("bj0107", (tx) => tx.query.parties.findMany());
  const invitations = await c.db.withCourt("bj0107", (tx) => tx.query.invitations.findMany());
  const anyId = uuidv7();
  known = {
    anyId,
    caseId,
    caseIds: [caseId],
    sessionId: booked.sessionId,
    invitationId: invitations[0]?.id ?? anyId,
    documentId: anyId,
    partyId: parties[0]?.id ?? anyId,
    roomId,
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
    mediatorId,
    parties: [],
    rows: [],
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

const sampleFor = (shape: z.ZodType): unknown =>
  sampleOf(z.toJSONSchema(shape, { io: "input", unrepresentable: "any" }) as never, known);
/** Roles without the ability in any relation. */
const outsiders = (ability: keyof typeof ABILITY_TABLE) =>
  ROLES.filter((role) => !(role in ABILITY_TABLE[ability].who));

describe("verbs", () => {
  for (const verb of VERBS) {
    it(verb.name, async () => {
      const input = sampleFor(shapeOf(verb, c.clock.now()));
      const parsed = shapeOf(verb, c.clock.now()).safeParse(input);
      expect(
        parsed.error?.issues ?? [],
        "give tests/services/sample-input a value that this shape takes",
      ).toEqual([]);
      const about = ABILITY_TABLE[verb.ability].about;
      for (const role of ROLES) {
        const foreign = await status(() => execute(c.deps, actorIn("bj0106", role), verb, input));
        if (about === "case") expect(foreign, `${role} of another court`).toBe(404);
      }
      for (const role of outsiders(verb.ability)) {
        const relation = can(actorIn("bj0107", role), verb.ability, ["court"]);
        const wanted = relation.ok ? 200 : relation.status === "hidden" ? 404 : 403;
        expect(await status(() => execute(c.deps, actorIn("bj0107", role), verb, input)), role).toBe(wanted);
        expect(wanted).not.toBe(200);
      }
    });
  }
});

describe("queries", () => {
  for (const query of QUERIES) {
    it(query.name, async () => {
      const input = sampleFor(query.input);
      expect(
        query.input.safeParse(input).error?.issues ?? [],
        "give tests/services/sample-input a value that this shape takes",
      ).toEqual([]);
      if (ABILITY_TABLE[query.ability].about === "case") {
        for (const role of ROLES)
          expect(
            await status(() => ask(c.deps, actorIn("bj0106", role), query, input)),
            `${role} of another court`,
          ).toBe(404);
      }
      for (const role of outsiders(query.ability)) {
        expect(await status(() => ask(c.deps, actorIn("bj0107", role), query, input)), role).not.toBe(200);
      }
    });
  }
});

it("a session, an invitation and a party of another court are not known here", async () => {
  const cancel = VERBS.find((verb) => verb.name === "cancel-session");
  if (!cancel) throw new Error("no cancel-session");
  expect(
    await status(() =>
      execute(c.deps, actorIn("bj0106", "coordinator"), cancel, { sessionId: known.sessionId, reason: "x" }),
    ),
  ).toBe(404);
});
