import { describe, expect, test } from "vitest";
import { EVENTS } from "../cases/events";
import { ABILITIES, ABILITY_TABLE, abilityOf, RELATIONS, RELATIONS_OF } from "./abilities";
import { sampleActor } from "./actor.sample";
import { can } from "./can";
import { ACTOR_NAMES } from "./roles";

describe.each(ABILITIES)("%s", (ability) => {
  test("somebody can, and nobody can without a relation", () => {
    expect(Object.keys(ABILITY_TABLE[ability].who)).not.toEqual([]);
    for (const name of ACTOR_NAMES) {
      expect(can(sampleActor(name), ability, []), name).toEqual({ ok: false, status: "hidden" });
      const allowed = RELATIONS.filter((relation) => can(sampleActor(name), ability, [relation]).ok);
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
      expect(can(sampleActor(name), "view-notes", RELATIONS).ok).toBe(false);
    },
  );
  test("a mediator reads notes of his own cases only", () => {
    expect(can(sampleActor("mediator"), "view-notes", ["assigned"])).toEqual({ ok: true });
    expect(can(sampleActor("mediator"), "view-notes", ["court"])).toEqual({ ok: false, status: "hidden" });
  });
});

describe("refusals tell only what the actor may know", () => {
  test("a related actor without the ability is forbidden", () => {
    expect(can(sampleActor("mediator"), "confirm-agreement", ["assigned"])).toEqual({
      ok: false,
      status: "forbidden",
    });
    expect(can(sampleActor("auditor"), "register-case", ["court"])).toEqual({
      ok: false,
      status: "forbidden",
    });
    expect(can(sampleActor("mediator"), "manage-roster", ["court"])).toEqual({
      ok: false,
      status: "forbidden",
    });
  });
  test("a judge of the team prepares, only the deciding one decides", () => {
    expect(can(sampleActor("judge"), "confirm-agreement", ["team"])).toEqual({
      ok: false,
      status: "forbidden",
    });
    expect(can(sampleActor("judge"), "confirm-agreement", ["reviewing"])).toEqual({ ok: true });
    expect(can(sampleActor("judgeAssistant"), "ask-supplement", ["team"])).toEqual({ ok: true });
  });
  test("another court's case is hidden from every role", () => {
    for (const name of ACTOR_NAMES)
      expect(can(sampleActor(name), "view-case", [])).toEqual({ ok: false, status: "hidden" });
  });
  test("everybody's own ties let him see the case, except the administrator's", () => {
    const blind = ACTOR_NAMES.filter((name) => !can(sampleActor(name), "view-case", RELATIONS_OF[name]).ok);
    expect(blind).toEqual(["administrator"]);
  });
});
