import { EVENTS, type EventName } from "../cases/events";
import { ACTOR_NAMES, type ActorName } from "./roles";

export const RELATIONS = ["court", "assigned", "team", "org", "ownSide", "reviewing"] as const;
/**
 * What ties an actor to a case: he serves its court, mediates or advises in it, sits in the team it belongs to, manages
 * the organisation it was sent to, is one side of it, or decides it. Revoked or recused leaves none.
 */
export type Relation = (typeof RELATIONS)[number];

type Grants = Readonly<Partial<Record<ActorName, readonly Relation[]>>>;
type AbilityRow = { readonly about: "case" | "court"; readonly who: Grants };

const COURT = ["court"] as const;
const BENCH = ["reviewing", "team"] as const;

/** The ties that count for a role unless an ability says otherwise. */
export const RELATIONS_OF: Readonly<Record<ActorName, readonly Relation[]>> = {
  clerk: COURT,
  coordinator: COURT,
  orgManager: ["org"],
  mediator: ["assigned"],
  lawyer: ["assigned"],
  judge: BENCH,
  judgeAssistant: BENCH,
  courtClerk: BENCH,
  leader: COURT,
  finance: COURT,
  auditor: COURT,
  administrator: COURT,
  party: ["ownSide"],
  job: COURT,
};

function grant(names: readonly ActorName[]): Grants {
  return Object.fromEntries(names.map((name) => [name, RELATIONS_OF[name]]));
}
const onCase = (...names: ActorName[]): AbilityRow => ({ about: "case", who: grant(names) });
/** Not about one case: everybody of the court in such a role, whatever cases he has. */
const inCourt = (...names: ActorName[]): AbilityRow => ({
  about: "court",
  who: Object.fromEntries(names.map((name) => [name, COURT])),
});

const DESK = ["clerk", "coordinator"] as const;
const BENCH_ROLES = ["judge", "judgeAssistant", "courtClerk"] as const;
const STAFF = [...DESK, "orgManager", "mediator", "lawyer", ...BENCH_ROLES, "leader"] as const;

/** What is not a row of the case table: views, entries without a stage, and looking after the court. */
const OTHER_ABILITIES = {
  // one case
  "view-case": onCase(...STAFF, "finance", "auditor", "party", "job"),
  "edit-case": onCase(...DESK, "orgManager"),
  "see-contacts-unmasked": onCase(...DESK, "orgManager", "mediator", "judgeAssistant", "courtClerk"),
  /** An agent's power of attorney, seen by whoever sits with it. */
  "record-authority": onCase(...DESK, "orgManager", "mediator"),
  /** What either side says to each element; a side itself only its own. */
  "fill-elements": onCase(...DESK, "orgManager", "mediator", "party"),
  "edit-contacts": onCase(...DESK, "orgManager", "mediator", "courtClerk", "party"),
  "send-party-link": onCase(...DESK, "mediator", "orgManager", "judgeAssistant", "courtClerk", "job"),
  "revoke-party-link": onCase(...DESK, "mediator", "judgeAssistant", "courtClerk"),
  "leave-series": onCase(...DESK),
  "upload-file": onCase(...STAFF, "party", "job"),
  "view-files": onCase(...STAFF, "auditor", "party"),
  "issue-document": onCase(...DESK, "mediator", "orgManager", ...BENCH_ROLES, "job"),
  // Said in mediation: those who mediate, and nobody else whatever his rank (INV 22, ONL 18).
  "write-note": onCase("mediator", "lawyer"),
  "view-notes": onCase("mediator", "lawyer"),
  /** Which of the offered times a side chose, and so which it refused: for those who seek a time for both. */
  "view-chosen-times": onCase("mediator", "coordinator"),
  /** Why the sides must not meet: staff alone. */
  "set-safety": onCase(...DESK, "mediator", "judgeAssistant", "courtClerk"),
  "view-safety": onCase(...STAFF),
  "view-minutes": onCase("mediator", "lawyer", "coordinator", "orgManager", "party"),
  "view-agreement": onCase(...STAFF, "auditor", "party"),
  "view-package": onCase("coordinator", "mediator", "orgManager", ...BENCH_ROLES, "leader"),
  "view-review": onCase("coordinator", ...BENCH_ROLES, "leader", "auditor"),
  "decide-review": { about: "case", who: { judge: ["reviewing"] } },
  "view-clocks": onCase(...STAFF, "auditor", "party"),
  "view-case-records": onCase("coordinator", "leader", "auditor"),
  "view-candidates": onCase(...DESK, "orgManager", "leader", "party"),
  /** Warnings and the marking of what has run out: nobody has to ask for them. */
  "keep-clocks": onCase("job"),
  /** What came in by mail or message for a case: taken in by nobody in person. */
  "note-reply": onCase("job"),
  /** The president's approval; the leaders of the court enter it. */
  "extend-limit": onCase("leader"),
  /** Who answers for a clock, where it is not whom its rule names. */
  "name-clock-owner": onCase("coordinator", "leader"),
  /** What became of a message; people enter it of letters alone. */
  "note-delivery": onCase(...DESK, "judgeAssistant", "courtClerk", "job"),
  "note-silence": onCase("job"),
  /** Who was told what, when and by which way. */
  "view-evidence": onCase(...STAFF, "auditor"),
  // the court
  "view-queue": inCourt(...STAFF, "finance", "auditor"),
  "view-all-cases": inCourt(...DESK, "leader", "auditor"),
  "export-list": inCourt(...DESK, "leader", "auditor"),
  "import-cases": inCourt(...DESK, "job"),
  /** One kind of document for many cases: every one of them stands in a file that the desk may read. */
  "batch-documents": inCourt(...DESK),
  /** Closing a batch that the worker has written. */
  "keep-batches": inCourt("job"),
  /** The court's own templates; they are looked at with a real case, so by the desk that sees all cases. */
  "manage-templates": inCourt("coordinator"),
  /** The rows of an import that somebody began: taken in by nobody in person. */
  "carry-out-import": inCourt("job"),
  "act-on-batch": inCourt(...DESK, "orgManager", "judge", "judgeAssistant"),
  "plan-batch": inCourt("coordinator", "orgManager", "leader"),
  "replan-sessions": inCourt("coordinator"),
  "override-times": inCourt("coordinator"),
  "keep-series": inCourt(...DESK),
  "view-roster": inCourt(...STAFF, "administrator", "auditor"),
  "manage-roster": inCourt("coordinator", "administrator"),
  "manage-rooms": inCourt("coordinator", "administrator"),
  /** One's own hours, and the court's people and rooms for those who look after them. */
  "manage-availability": inCourt("mediator", "lawyer", "judge", "coordinator", "orgManager", "administrator"),
  /** Calendars of one's own, for those whose time is booked. */
  "manage-calendar-sources": inCourt("mediator", "lawyer", "judge"),
  "view-calendar": inCourt(...STAFF, "administrator"),
  "manage-feed": inCourt(...STAFF, "administrator"),
  "view-notices": inCourt(...DESK, "mediator", "orgManager", "judgeAssistant", "courtClerk", "auditor"),
  /** What the court's mail server hands over: its token is a coordinator's or an administrator's. */
  "receive-mail": inCourt("coordinator", "administrator"),
  /** What a machine could not see to: messages that did not arrive, silence, replies that fit nowhere. */
  "work-tasks": inCourt(...DESK),
  "view-reviews": inCourt(...BENCH_ROLES, "coordinator", "leader", "auditor"),
  "view-report": inCourt("coordinator", "leader", "auditor", "orgManager", "judge"),
  "view-records": inCourt("auditor", "leader"),
  "manage-people": inCourt("administrator"),
  "manage-court": inCourt("administrator"),
  "view-court-calendar": inCourt(...STAFF, "administrator", "auditor", "finance"),
  "load-calendar": inCourt("administrator", "job"),
  "retry-job": inCourt("administrator", "coordinator", "job"),
  "issue-token": inCourt(...STAFF, "administrator", "auditor", "finance"),
} as const satisfies Record<string, AbilityRow>;

type Kebab<Text extends string> = Text extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : Text;
export type EventAbility = Kebab<EventName>;
export type Ability = EventAbility | keyof typeof OTHER_ABILITIES;

/** The verb's name of an event: `registerCase` -> `register-case`. */
export function abilityOf(event: EventName): EventAbility {
  return event.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as EventAbility;
}

/** A decision is the deciding judge's own; his team may prepare it. */
const DECISIONS: readonly EventName[] = [
  "confirmAgreement",
  "dismissApplication",
  "issueStatement",
  "lapseSupplement",
  "settleInTrial",
];
/** The first event has no case yet, so it hangs on the court. */
const WITHOUT_CASE: readonly EventName[] = ["draftCase"];

function eventRow(event: EventName): AbilityRow {
  const by = ACTOR_NAMES.filter((name) => EVENTS.some((row) => row.event === event && row.by.includes(name)));
  if (WITHOUT_CASE.includes(event)) return inCourt(...by);
  if (DECISIONS.includes(event)) return { about: "case", who: { judge: ["reviewing"] } };
  return onCase(...by);
}

const EVENT_ROWS = Object.fromEntries(
  EVENTS.map(({ event }) => [abilityOf(event), eventRow(event)]),
) as Record<EventAbility, AbilityRow>;

/** The one table of permissions; the rows of events repeat the `by` of the case table because they are read from it. */
export const ABILITY_TABLE: Readonly<Record<Ability, AbilityRow>> = { ...EVENT_ROWS, ...OTHER_ABILITIES };
export const ABILITIES = Object.keys(ABILITY_TABLE) as readonly Ability[];
