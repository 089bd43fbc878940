import { describe, expect, test } from "vitest";
import type { CourtId, PersonId } from "../ids";
import type { Actor } from "../policy/actor";
import { ACTOR_NAMES } from "../policy/roles";
import { awaitedClocks } from "./clocks";
import { decide } from "./decide";
import { EFFECTS } from "./effects";
import { EVENT_NAMES, EVENTS, rowFor, targetsOf } from "./events";
import { sampleFacts } from "./facts.sample";
import { GUARD_NAMES } from "./guards";
import { CLOCKS_OF, OPEN_STAGES, OWNER_OF, STAGES, type Stage } from "./stages";

const clerk: Actor = {
  kind: "user",
  courtId: "bj0107" as CourtId,
  userId: "0192f000-0000-7000-8000-0000000000aa" as PersonId,
  role: "courtClerk",
  roles: ["courtClerk"],
  teamIds: [],
  orgIds: [],
};

const steps = (stage: Stage): Stage[] =>
  EVENTS.filter((row) => row.from.includes(stage)).flatMap((row) => [...targetsOf(row, stage)]);

function reach(start: Stage): Set<Stage> {
  const seen = new Set<Stage>([start]);
  for (const stage of seen) for (const next of steps(stage)) seen.add(next);
  return seen;
}

describe("the graph", () => {
  test("every stage is reachable from the first draft", () => {
    expect([...reach("draft")].sort()).toEqual([...STAGES].sort());
  });

  test.each(OPEN_STAGES)("%s can reach closed, has an owner and a clock", (stage) => {
    expect(reach(stage).has("closed")).toBe(true);
    expect(OWNER_OF[stage]).toBeTruthy();
    expect(CLOCKS_OF[stage].length).toBeGreaterThan(0);
  });

  test.each(OPEN_STAGES)("the owner of %s has something to do there", (stage) => {
    const rows = EVENTS.filter((row) => row.from.includes(stage));
    expect(rows.some((row) => row.by.includes(OWNER_OF[stage]))).toBe(true);
  });

  test("archived is the end", () => {
    expect(steps("archived")).toEqual([]);
  });

  test("rows of one event never overlap, so the table cannot contradict itself", () => {
    for (const event of EVENT_NAMES) {
      const from = EVENTS.filter((row) => row.event === event).flatMap((row) => [...row.from]);
      expect(new Set(from).size, event).toBe(from.length);
    }
  });

  test("only the first event has no case before it", () => {
    expect(EVENTS.filter((row) => row.from.length === 0).map((row) => row.event)).toEqual(["draftCase"]);
    expect(rowFor("draftCase", "draft")).toBeUndefined();
  });
});

describe("the rows", () => {
  test("all 54 rows of the reference are covered and no others are claimed", () => {
    const covered = new Set(EVENTS.flatMap((row) => [...row.covers]));
    expect([...covered].sort((a, b) => a - b)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  test("a choice that depends on the file may stay only where the row says so", () => {
    for (const row of EVENTS) {
      if (typeof row.to === "string") continue;
      expect(row.to.among.length, row.event).toBeGreaterThan(1);
      for (const stage of Object.keys(row.arriving ?? {})) expect(row.to.among).toContain(stage);
    }
  });

  test("every guard, effect and actor is used by some row", () => {
    const used = {
      guards: new Set(EVENTS.flatMap((row) => [...row.guards])),
      effects: new Set(
        EVENTS.flatMap((row) => [
          ...(row.effects ?? []),
          ...Object.values(row.arriving ?? {}).flatMap((there) => [...(there.effects ?? [])]),
        ]),
      ),
      actors: new Set(EVENTS.flatMap((row) => [...row.by])),
    };
    expect(GUARD_NAMES.filter((name) => !used.guards.has(name))).toEqual([]);
    // Time runs out by itself, and what comes of a message is no event of the table.
    expect(EFFECTS.filter((name) => !used.effects.has(name))).toEqual([
      "declineCounter",
      "warnClock",
      "alertExpiry",
      "remindSession",
      "noteSilence",
      "sendAgain",
      "writeDocuments",
      "carryOutImport",
    ]);
    // The auditor and the administrator look after the house and never move a case.
    expect(ACTOR_NAMES.filter((name) => !used.actors.has(name))).toEqual(["auditor", "administrator"]);
  });

  test("no event sets the time for objecting going: it counts from receipt, and waits where the ruling is served", () => {
    const started = EVENTS.flatMap((row) => [
      ...(row.starts ?? []),
      ...Object.values(row.arriving ?? {}).flatMap((there) => [...(there.starts ?? [])]),
    ]);
    expect(started).not.toContain("T14");
    expect(awaitedClocks("confirmed", [])).toEqual(["T14"]);
    expect(awaitedClocks("confirmed", ["T14"])).toEqual([]);
    expect(STAGES.filter((stage) => awaitedClocks(stage, []).length > 0)).toEqual(["confirmed"]);
  });

  test("a confirmed case closes only when the ruling was served", () => {
    const closing = sampleFacts({ stage: "confirmed", rulingServed: false });
    expect(rowFor("closeCase", "confirmed")?.guards).toContain("rulingServed");
    for (const stage of ["notReceived", "statementEffective", "enforcement"] as const)
      expect(decide({ ...closing, stage }, "closeCase", clerk, { reason: "办结" })).toMatchObject({
        to: "closed",
      });
    expect(decide(closing, "closeCase", clerk, { reason: "办结" })).toMatchObject({
      refusal: "guardFailed",
      params: { guard: "rulingServed", article: "INT 372" },
    });
  });

  test("only a judge confirms, dismisses, states or settles", () => {
    const rows = EVENTS.filter((row) =>
      ["confirmAgreement", "dismissApplication", "issueStatement", "settleInTrial"].includes(row.event),
    );
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.by).toEqual(["judge"]);
  });

  test("nothing is mediated before registration under today's regime", () => {
    for (const row of EVENTS) {
      const enters = ["consent", "selecting", "delegated", "mediation"] as const;
      const outside = row.from.every((stage) => !enters.some((inside) => inside === stage));
      const leadsIn = row.from
        .flatMap((stage) => [...targetsOf(row, stage)])
        .some((to) => enters.some((inside) => inside === to));
      if (!outside || !leadsIn) continue;
      const gated = row.guards.some((guard) => guard === "noUnregisteredHold" || guard === "caseNumberValid");
      const backFromSigning = row.from.every((stage) => stage === "signing");
      expect(gated || backFromSigning, row.event).toBe(true);
    }
  });
});
