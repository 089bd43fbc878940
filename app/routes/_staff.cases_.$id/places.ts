import type { EventName } from "~/domain/cases/events";
import type { Stage } from "~/domain/cases/stages";
import { type BesideName, isBeside } from "./beside";

/** Events with a page of their own below the case; every other event of `ACTS` has the small form at /act/<event>. */
const OWN: Partial<Record<EventName, string>> = {
  registerCase: "number",
  recordConsent: "consent",
  assignMediator: "assign",
  nameMediator: "assign",
  acceptAssignment: "accept",
  declineAssignment: "accept",
  discloseRelation: "accept",
  recordContact: "contacts",
  extendMediation: "extend",
  endMediation: "end",
  offerTimes: "book",
  bookSession: "book",
  draftAgreement: "agreement",
  signAgreement: "agreement",
  refuseToSign: "agreement",
  performAtOnce: "agreement",
  handOver: "hand-over",
  allotTrack: "allot",
};

// Read from the folders themselves, so that no button leads to a page that is not there.
const ROUTES = Object.keys(import.meta.glob("../_staff.*/route.tsx"));
const isThere = (name: string) => ROUTES.includes(`../_staff.${name}/route.tsx`);
/** A page of that name below the case. */
export const isPageThere = (name: string): boolean => isThere(`cases_.$id_.${name}`);

/** Done on the page of the session that comes. */
const OF_SESSION: readonly EventName[] = [
  "rescheduleSession",
  "cancelSession",
  "openSession",
  "closeSession",
  "recordNoShow",
  "recordUndisputedFacts",
  "signUndisputedFacts",
];

/** Done on the judge's one page of the case. */
const OF_REVIEW: readonly EventName[] = [
  "takeUp",
  "returnPackage",
  "bookHearing",
  "checkItem",
  "askSupplement",
  "confirmAgreement",
  "dismissApplication",
  "issueStatement",
  "reassignReview",
  "withdrawApplication",
  "supplyMaterials",
  "lapseSupplement",
  "signReceipt",
  "repudiateStatement",
  "settleInTrial",
];

/** What the small form can do. */
export const ACTS = [
  "submitCase",
  "askCorrection",
  "lapseCorrection",
  "refuseIntake",
  "beginFiling",
  "guideParties",
  "proceedOnOneConsent",
  "lapseAssignment",
  "refuseDesignation",
  "consentToGoOn",
  "requestRecusal",
  "decideRecusal",
  "replaceMediator",
  "beginAppraisal",
  "endAppraisal",
  "reportSham",
  "decideSham",
  "expireMediation",
  "withdrawCase",
  "proceedToFiling",
  "sendFeeNotice",
  "recordFee",
  "deemWithdrawn",
  "dropCase",
  "allotTrack",
  "convertTrack",
  "recordJudgment",
  "followPerformance",
  "recordPerformed",
  "recordDefault",
  "applyEnforcement",
  "closeCase",
  "archiveCase",
  "resumeMediation",
] as const satisfies readonly EventName[];
export type ActName = (typeof ACTS)[number] | BesideName;

export const isAct = (event: string | undefined): event is ActName =>
  ACTS.some((one) => one === event) || isBeside(event);

/** Where an event is done, or null while its page belongs to another part of the house. */
export function placeOf(
  caseId: string,
  event: EventName,
  sessionId: string | null,
  stage: Stage,
): string | null {
  // What was not settled goes to trial by another page than what was.
  if (event === "handOver" && (stage === "failed" || stage === "dismissed") && isPageThere("to-trial"))
    return `/cases/${caseId}/to-trial`;
  if (OF_SESSION.includes(event))
    return sessionId && isThere("sessions_.$id") ? `/sessions/${sessionId}` : null;
  if (OF_REVIEW.includes(event)) return isThere("reviews_.$caseId") ? `/reviews/${caseId}` : null;
  const own = OWN[event];
  if (own) return isPageThere(own) ? `/cases/${caseId}/${own}` : null;
  return isAct(event) ? `/cases/${caseId}/act/${event}` : null;
}

/** Possible nearly always and seldom the next thing: they stand behind "other acts". */
const ASIDE: readonly EventName[] = [
  "withdrawCase",
  "recordContact",
  "reportSham",
  "requestRecusal",
  "replaceMediator",
  "beginAppraisal",
  "refuseDesignation",
  "endMediation",
  "refuseIntake",
  "discloseRelation",
  "consentToGoOn",
  "dropCase",
  "declineAssignment",
  "convertTrack",
];

export const isAside = (event: EventName): boolean => ASIDE.includes(event);

/** What brings a case on stands before what sends it back. */
const LATER: readonly EventName[] = [
  "recordConsent",
  "askCorrection",
  "lapseAssignment",
  "lapseCorrection",
  "cancelSession",
];

export const byUrgency = (a: { event: EventName }, b: { event: EventName }): number =>
  LATER.indexOf(a.event) - LATER.indexOf(b.event);
