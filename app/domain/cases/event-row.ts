import type { ActorName } from "../policy/roles";
import type { ClockCode } from "./clock-codes";
import type { EffectName } from "./effects";
import type { EventInput } from "./event-input";
import type { CaseFacts } from "./facts";
import type { GuardName } from "./guards";
import type { Stage } from "./stages";

/** A target that depends on the file; `among` declares every stage that `pick` may answer. */
export type Choice = {
  readonly among: readonly Stage[];
  readonly pick: (facts: CaseFacts, input: EventInput) => Stage;
};

/**
 * Clocks that depend on the file; clock-rules.ts picks them. `mediation` is one of T06-T09 by regime, intake, procedure
 * and organisation; `acceptance` and `decision` are T12 and T13 for a confirmation, L07 throughout for a statement, to
 * which JC11 gives no limit; `trial` is one of T18-T20 by procedure.
 */
export type ClockGroup = "mediation" | "acceptance" | "decision" | "trial";
export type RowClock = ClockCode | ClockGroup;

/** What an event sets off: words for the outbox, clocks for the file. */
export type Consequences = {
  readonly effects?: readonly EffectName[];
  readonly starts?: readonly RowClock[];
  readonly stops?: readonly RowClock[];
};

/** One row of the case table: `event` in one of the stages `from`, done by one of `by`, leads `to`. */
export type EventRow = Consequences & {
  readonly event: string;
  readonly from: readonly Stage[];
  readonly to: Stage | "same" | Choice;
  readonly by: readonly ActorName[];
  readonly guards: readonly GuardName[];
  readonly effects: readonly EffectName[];
  /** For rows with a choice: what else follows when the case arrives there. */
  readonly arriving?: Readonly<Partial<Record<Stage, Consequences>>>;
  /** Rows of the reference's table 2.4 that this one covers; empty = the platform's own. */
  readonly covers: readonly number[];
};
