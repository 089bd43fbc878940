import { describe, expect, test } from "vitest";
import { EVENTS } from "../cases/events";
import type { CaseId, CourtId, LinkId, PartyId, PersonId } from "../ids";
import { ABILITIES, ABILITY_TABLE, abilityOf, RELATIONS, RELATIONS_OF } from "./abilities";
import type { Actor } from "./actor";
import { can } from "./can";
import { ACTOR_NAMES, type ActorName } from "./roles";

const courtId = "bj0107" as CourtId;
const id = "0192f000-0000-7000-8000-000000000001";
function actorOf(name: ActorName): Actor {
  if (name === "job") return { kind: "job", courtId, name: "test" };
  if (name === "party")
    return {
      kind: "party",
      courtId,
      caseId: id as CaseId,
      side: "claimant",
      partyId: id as PartyId,
      linkId: id as LinkId,
    };
  return {
    kind: "user",
    courtId,
    userId: id as PersonId,
    role: name,
    roles: [name],
    teamIds: [],
    orgIds: [],
  };
}

describe.each(ABILITIES)("%s", (ability) => {
  test("somebody can, and nobody can without a relation", () => {
    expect(Object.keys(ABILITY_TABLE[ability].who)).not.toEqual([]);
    for (const name of ACTOR_NAMES) {
      expect(can(actorOf(name), ability, []), name).toEqual({ ok: false, status: "hidden" });
      const allowed = RELATIONS.filter((relation) => can(actorOf(name), ability, [relation]).ok);
      expect(allowed.sort(), name).toEqual([...(ABILITY_TABLE[ability].who[name] ?? [])].sort());
    }
  });
});

test("abilities of events are the `by` of the case table", () => {
  for (const row of EVENTS)
    for (const name of row.by)
      expect(ABILITY_TABLE[abilityOf(row.event)].who[name], `${row.event} ${name}`).toBeDefined();
});

describe("what is said in mediation", () => {
  test.each(ACTOR_NAMES.filter((name) => name !== "mediator" && name !== "lawyer"))(
    "%s never reads notes",
    (name) => {
      expect(can(actorOf(name), "view-notes", RELATIONS).ok).toBe(false);
    },
  );
  test("a mediator reads notes of his own cases only", () => {
    expect(can(actorOf("mediator"), "view-notes", ["assigned"])).toEqual({ ok: true });
    expect(can(actorOf("mediator"), "view-notes", ["court"])).toEqual({ ok: false, status: "hidden" });
  });
});

describe("refusals tell only what the actor may know", () => {
  test("a related actor without the ability is forbidden", () => {
    expect(can(actorOf("mediator"), "confirm-agreement", ["assigned"])).toEqual({
      ok: false,
      status: "forbidden",
    });
    expect(can(actorOf("auditor"), "register-case", ["court"])).toEqual({ ok: false, status: "forbidden" });
    expect(can(actorOf("mediator"), "manage-roster", ["court"])).toEqual({ ok: false, status: "forbidden" });
  });
  test("a judge of the team prepares, only the deciding one decides", () => {
    expect(can(actorOf("judge"), "confirm-agreement", ["team"])).toEqual({ ok: false, status: "forbidden" });
    expect(can(actorOf("judge"), "confirm-agreement", ["reviewing"])).toEqual({ ok: true });
    expect(can(actorOf("judgeAssistant"), "ask-supplement", ["team"])).toEqual({ ok: true });
  });
  test("another court's case is hidden from every role", () => {
    for (const name of ACTOR_NAMES)
      expect(can(actorOf(name), "view-case", [])).toEqual({ ok: false, status: "hidden" });
  });
  test("everybody's own ties let him see the case, except the administrator's", () => {
    const blind = ACTOR_NAMES.filter((name) => !can(actorOf(name), "view-case", RELATIONS_OF[name]).ok);
    expect(blind).toEqual(["administrator"]);
  });
});
