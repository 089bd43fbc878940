import type { PartyId } from "../ids";
import type { ConsentDecision } from "../mediation/consents";
import type { FailedEnd } from "../mediation/outcomes";
import type { DismissalCode, NonAcceptanceCode } from "../review/decision-codes";
import type { SettledRoute, Track } from "./routes";

/** What the act itself brings and the table looks at; a verb's own command shape holds the rest. */
export type EventInput = {
  readonly reason?: string;
  /** Entered after it happened (补录); then `lateReason` is asked. */
  readonly late?: boolean;
  readonly lateReason?: string;
  readonly partyId?: PartyId;
  readonly decision?: ConsentDecision;
  /** A well-formed number of this court and of the right family (number.ts said so). */
  readonly caseNumberValid?: boolean;
  /** The parties refused mediation already when filing. */
  readonly refusedAtFiling?: boolean;
  /** eligibility.ts found the proposed mediator fit and not blocked. */
  readonly candidateEligible?: boolean;
  /** Both sides have now named the same mediator. */
  readonly choiceComplete?: boolean;
  readonly endCode?: FailedEnd;
  readonly reportWritten?: boolean;
  readonly identityChecked?: boolean;
  readonly rightsRead?: boolean;
  /** The session is booked for a later court day than the one on which it is opened. */
  readonly beforeItsDay?: boolean;
  readonly noticeProven?: boolean;
  /** Days to add, and whether every party's consent is on file. */
  readonly extensionDays?: number;
  readonly extensionConsents?: readonly PartyId[];
  readonly extendedDueOn?: string;
  /** Whether the consents were given by the end of the last day; the entry may come later. */
  readonly extensionInTime?: boolean;
  readonly courtApproved?: boolean;
  readonly upheld?: boolean;
  readonly founded?: boolean;
  readonly continueTalks?: boolean;
  /** This signature or receipt is the last one that was missing. */
  readonly completes?: boolean;
  readonly points?: readonly string[];
  readonly route?: SettledRoute;
  readonly dismissal?: DismissalCode | NonAcceptanceCode;
  readonly track?: Track;
  readonly withProof?: boolean;
};
