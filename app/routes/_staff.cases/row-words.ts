import type { ClockTone } from "~/domain/cases/clocks";
import type { Stage } from "~/domain/cases/stages";
import type * as queue from "~/i18n/queue";
import type { QueueRow } from "~/services/queries-queue.server";
import type { SideWord } from "~/services/queue-details.server";
import type { Tone } from "~/ui/status";

type FactKey = keyof typeof queue.zh & `fact.${string}`;

const TONES: Partial<Record<Stage, Tone>> = {
  correction: "risk",
  notReceived: "no",
  delegated: "part",
  signing: "part",
  agreed: "done",
  failed: "no",
  review: "now",
  supplement: "risk",
  returned: "risk",
  confirmed: "done",
  dismissed: "no",
  statementEffective: "done",
  fastTrack: "now",
  ordinary: "now",
  performing: "now",
  defaulted: "over",
  closed: "done",
  archived: "done",
};

/** How a stage is drawn wherever it stands alone. */
export const stageTone = (stage: Stage): Tone => TONES[stage] ?? "wait";

/** Times are put to the sides, and their answers are what is waited for. */
const isOffered = ({ sides }: QueueRow): boolean =>
  [sides.claimant, sides.respondent].some((word) => word === "waiting" || word === "answered");

/** The stage with the fact that matters most beside it. */
export function standingOf(row: QueueRow): { tone: Tone; fact?: FactKey } {
  if (row.suspended) return { tone: "over", fact: "fact.suspended" };
  if (row.recusalPending) return { tone: "risk", fact: "fact.recusal" };
  if (row.stage !== "mediation") return { tone: stageTone(row.stage) };
  if (row.due?.tone === "over") return { tone: "over", fact: "fact.over" };
  if (isOffered(row)) return { tone: "part", fact: "fact.offered" };
  if (!row.session) return { tone: "wait", fact: "fact.toBook" };
  return row.session.held ? { tone: "part", fact: "fact.held" } : { tone: "now", fact: "fact.booked" };
}

export const SIDE_TONES: Readonly<Record<SideWord, Tone>> = {
  none: "wait",
  agreed: "done",
  refused: "no",
  waiting: "wait",
  answered: "done",
  invited: "wait",
  accepted: "done",
  declined: "no",
  tentative: "part",
};

/** A clock's colour in lists; calm and soon carry none. */
export const clockTone = (tone: ClockTone): "risk" | "over" | undefined => {
  if (tone === "over") return "over";
  return tone === "urgent" ? "risk" : undefined;
};
