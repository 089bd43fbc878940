import { type Actor, actorName } from "../policy/actor";
import { ok, type Refusal, type Result, refuse } from "../result";
import type { EffectName } from "./effects";
import type { EventInput } from "./event-input";
import type { RowClock } from "./event-row";
import { type CaseEvent, EVENT_NAMES, type EventName, rowFor } from "./events";
import type { CaseFacts } from "./facts";
import { GUARDS, type Guard, type GuardName } from "./guards";
import type { Stage } from "./stages";

export type Decision = {
  readonly event: EventName;
  readonly to: Stage;
  readonly effects: readonly EffectName[];
  readonly starts: readonly RowClock[];
  readonly stops: readonly RowClock[];
};

/**
 * May `actor` do `event` to a case with these facts, and where does it lead?
 * `facts` are those before the act; what the act brings is in `input`. Refuses with wrongStage, roleLacks or guardFailed.
 */
export function decide(
  facts: CaseFacts,
  event: EventName,
  actor: Actor,
  input: EventInput = {},
): Result<Decision> {
  const row = rowFor(event, facts.stage);
  if (!row) return refuse("wrongStage", { params: { event, stage: facts.stage } });
  const refusal = roleRefusal(row, actor) ?? guardRefusal(row, facts, input, actor);
  if (refusal) return refusal;
  return ok(decisionOf(row, targetOf(row, facts, input)));
}

/** The same for the one event that has no case yet. */
export function decideDraft(actor: Actor): Result<Decision> {
  const row = rowFor("draftCase", null);
  if (!row) throw new Error("the table has no first event");
  return roleRefusal(row, actor) ?? ok(decisionOf(row, "draft"));
}

export type EventChance = { readonly event: EventName; readonly refusal: Refusal | null };

/**
 * Which events this actor has in this stage, for buttons: allowed ones with `refusal: null`, the others with the reason.
 * Guards that look at what the act brings are left to the form. Events of other stages or roles are not listed.
 */
export function allowedEvents(facts: CaseFacts, actor: Actor): readonly EventChance[] {
  return EVENT_NAMES.flatMap((event) => {
    const row = rowFor(event, facts.stage);
    if (!row || roleRefusal(row, actor)) return [];
    return [{ event, refusal: guardRefusal(row, facts, {}, actor, "file") }];
  });
}

function roleRefusal(row: CaseEvent, actor: Actor): Refusal | null {
  if (row.by.includes(actorName(actor))) return null;
  return refuse("roleLacks", { params: { event: row.event, role: actorName(actor) } });
}

function guardRefusal(
  row: CaseEvent,
  facts: CaseFacts,
  input: EventInput,
  actor: Actor,
  only?: Guard["looksAt"],
): Refusal | null {
  for (const name of row.guards) {
    const guard: Guard = GUARDS[name];
    if (only && guard.looksAt !== only) continue;
    if (guard.holds(facts, input, actor)) continue;
    return failed(row.event, name, guard.missing?.(facts, input) ?? []);
  }
  return null;
}

function failed(event: EventName, guard: GuardName, missing: readonly string[]): Refusal {
  return refuse("guardFailed", { params: { event, guard, article: GUARDS[guard].article, missing } });
}

function targetOf(row: CaseEvent, facts: CaseFacts, input: EventInput): Stage {
  if (row.to === "same") return facts.stage;
  return typeof row.to === "string" ? row.to : row.to.pick(facts, input);
}

function decisionOf(row: CaseEvent, to: Stage): Decision {
  const there = row.arriving?.[to];
  return {
    event: row.event,
    to,
    effects: [...row.effects, ...(there?.effects ?? [])],
    starts: [...(row.starts ?? []), ...(there?.starts ?? [])],
    stops: [...(row.stops ?? []), ...(there?.stops ?? [])],
  };
}
