import type { EventRow } from "./event-row";
import { AFTER_EVENTS } from "./events/after";
import { ASSIGNMENT_EVENTS } from "./events/assignment";
import { INTAKE_EVENTS } from "./events/intake";
import { MEDIATION_EVENTS } from "./events/mediation";
import { REVIEW_EVENTS } from "./events/review";
import { SESSION_EVENTS } from "./events/sessions";
import { TRIAL_EVENTS } from "./events/trial";
import { STAGES, type Stage } from "./stages";

const ALL = [
  ...INTAKE_EVENTS,
  ...ASSIGNMENT_EVENTS,
  ...MEDIATION_EVENTS,
  ...SESSION_EVENTS,
  ...REVIEW_EVENTS,
  ...TRIAL_EVENTS,
  ...AFTER_EVENTS,
] as const;

export type EventName = (typeof ALL)[number]["event"];
export type CaseEvent = EventRow & { readonly event: EventName };

/** The case as a table of events. An event may have several rows; their `from` never overlap. */
export const EVENTS: readonly CaseEvent[] = ALL;
export const EVENT_NAMES: readonly EventName[] = [...new Set(ALL.map((row) => row.event))];

/** The event that a verb's name spells (`register-case`: `registerCase`); none for a verb that is no event. */
export function eventOfVerb(verb: string): EventName | undefined {
  const name = verb.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
  return EVENT_NAMES.find((one) => one === name);
}

/** The row that governs `event` in `stage` (null = the case does not exist yet), if any. */
export function rowFor(event: EventName, stage: Stage | null): CaseEvent | undefined {
  return EVENTS.find(
    (row) => row.event === event && (stage === null ? row.from.length === 0 : row.from.includes(stage)),
  );
}

/** Every stage that a row can lead to from `stage`. */
export function targetsOf(row: CaseEvent, stage: Stage | null): readonly Stage[] {
  if (row.to === "same") return stage === null ? [] : [stage];
  return typeof row.to === "string" ? [row.to] : row.to.among;
}

/** Stages from which the event can happen, in their usual order. */
export function stagesOf(event: EventName): readonly Stage[] {
  return STAGES.filter((stage) => rowFor(event, stage) !== undefined);
}
