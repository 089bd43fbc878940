import type { Role } from "../policy/roles";
import type { ClockCode } from "./clock-codes";
import { MEDIATION_PERIODS } from "./clock-rules";

/** Where a case is. Few on purpose: suspended, recusal pending, session booked or late are facts beside the stage. */
export const STAGES = [
  "draft",
  "submitted",
  "correction",
  "notReceived",
  "filing",
  "consent",
  "selecting",
  "delegated",
  "mediation",
  "signing",
  "agreed",
  "failed",
  "handedOver",
  "review",
  "supplement",
  "returned",
  "confirmed",
  "dismissed",
  "statementIssued",
  "statementEffective",
  "triage",
  "fastTrack",
  "ordinary",
  "performing",
  "defaulted",
  "enforcement",
  "closed",
  "archived",
] as const;
export type Stage = (typeof STAGES)[number];

export const PHASES = ["intake", "mediation", "review", "trial", "after"] as const;
export type Phase = (typeof PHASES)[number];

type StageRow = {
  readonly phase: Phase;
  /** Who has to move next when nobody is named. */
  readonly owner: Role;
  /** The limits that may run here; which of them does is for clock-rules.ts. Empty only where nothing is awaited. */
  readonly clocks: readonly ClockCode[];
};

export const STAGE_TABLE: Readonly<Record<Stage, StageRow>> = {
  draft: { phase: "intake", owner: "clerk", clocks: ["L01"] },
  submitted: { phase: "intake", owner: "clerk", clocks: ["T01"] },
  correction: { phase: "intake", owner: "clerk", clocks: ["L02"] },
  notReceived: { phase: "intake", owner: "clerk", clocks: ["L03"] },
  filing: { phase: "intake", owner: "clerk", clocks: ["T01"] },
  consent: { phase: "mediation", owner: "coordinator", clocks: ["T05"] },
  selecting: { phase: "mediation", owner: "coordinator", clocks: ["T03", "T02"] },
  delegated: { phase: "mediation", owner: "mediator", clocks: ["T04"] },
  mediation: { phase: "mediation", owner: "mediator", clocks: MEDIATION_PERIODS },
  signing: { phase: "mediation", owner: "mediator", clocks: MEDIATION_PERIODS },
  agreed: { phase: "mediation", owner: "mediator", clocks: ["T16", "T11"] },
  failed: { phase: "mediation", owner: "coordinator", clocks: ["T16", "T25"] },
  handedOver: { phase: "review", owner: "judge", clocks: ["T12", "L07"] },
  review: { phase: "review", owner: "judge", clocks: ["T13", "L07"] },
  supplement: { phase: "review", owner: "judgeAssistant", clocks: ["L04"] },
  returned: { phase: "review", owner: "mediator", clocks: ["T11"] },
  confirmed: { phase: "review", owner: "courtClerk", clocks: ["T14"] },
  dismissed: { phase: "review", owner: "coordinator", clocks: ["L05"] },
  statementIssued: { phase: "review", owner: "courtClerk", clocks: ["T26"] },
  statementEffective: { phase: "review", owner: "courtClerk", clocks: ["T29"] },
  triage: { phase: "trial", owner: "coordinator", clocks: ["T17"] },
  fastTrack: { phase: "trial", owner: "judge", clocks: ["T21", "T18", "T19"] },
  ordinary: { phase: "trial", owner: "judge", clocks: ["T20"] },
  performing: { phase: "after", owner: "judgeAssistant", clocks: ["T29", "T14"] },
  defaulted: { phase: "after", owner: "judgeAssistant", clocks: ["T29"] },
  enforcement: { phase: "after", owner: "judgeAssistant", clocks: ["T30"] },
  closed: { phase: "after", owner: "courtClerk", clocks: ["L06"] },
  archived: { phase: "after", owner: "courtClerk", clocks: [] },
};

function mapStages<T>(pick: (row: StageRow) => T): Readonly<Record<Stage, T>> {
  return Object.fromEntries(STAGES.map((stage) => [stage, pick(STAGE_TABLE[stage])])) as Record<Stage, T>;
}

export const PHASE_OF = mapStages((row) => row.phase);
export const OWNER_OF = mapStages((row) => row.owner);
export const CLOCKS_OF = mapStages((row) => row.clocks);

/** Everything that still waits for somebody. */
export const OPEN_STAGES: readonly Stage[] = STAGES.filter(
  (stage) => stage !== "closed" && stage !== "archived",
);
/** The queue called 调解（诉前/先行）: from asking for consent until signed or failed. */
export const MEDIATION_STAGES = ["consent", "selecting", "delegated", "mediation", "signing"] as const;
