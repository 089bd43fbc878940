/**
 * Every expected outcome of a rule or a verb is a value; only bugs throw.
 * The codes are a closed set: i18n has one sentence per code and per language, and a missing one is a type error.
 */
export const REFUSALS = [
  // the case table
  "wrongStage",
  "roleLacks",
  "guardFailed",
  // policy
  "forbidden",
  "notFound",
  // input
  "invalidInput",
  "incomplete",
  "reasonMissing",
  "lateWithoutReason",
  "happenedInFuture",
  // numbers
  "numberMalformed",
  "numberOfOtherCourt",
  "numberFamilyUnknown",
  "numberOfOtherPurpose",
  "numberTaken",
  "unregistered",
  "duplicateCase",
  "caseMoved",
  // concurrency
  "staleVersion",
  "idempotencyMismatch",
  "inProgress",
  // people and assignment
  "notFoundInRoster",
  "notEligible",
  "conflictOfInterest",
  "consentToGoOnMissing",
  "barred",
  "recused",
  "overCapacity",
  "partyUnknown",
  "consentMissing",
  "consentRefused",
  "courtConsentMissing",
  "needUnmet",
  // time
  "slotTaken",
  "busyElsewhere",
  "holdExpired",
  "outsideHours",
  "tooSoon",
  "beyondDueDate",
  "beyondHorizon",
  "ownCalendarBusy",
  "gapTooSmall",
  "capReached",
  "slotUnknown",
  "sessionBegun",
  "noticeUnknown",
  "offerClosed",
  "alreadyAnswered",
  "clockExpired",
  "calendarProvisional",
  "calendarChanged",
  "extensionTooLong",
  "extensionAfterEnd",
  "approvalMissing",
  "clockFixed",
  "clockRunsOn",
  // agreement and review
  "notSigned",
  "signatureInvalid",
  "notConfirmable",
  "outsideThirtyDays",
  "routeNotOpen",
  "checklistOpen",
  // door
  "linkExpired",
  "secretWrong",
  "tooManyTries",
  "signInFailed",
  "credentialTaken",
  // files
  "fileUnreadable",
  "fileTooLarge",
  "fileKindNotAllowed",
  "fileHasFormulas",
  "fileTooSlow",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export type RefusalParams = Readonly<Record<string, string | number | boolean | readonly string[]>>;
/** Field name (dotted path) -> codes of what is wrong there; never sentences. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export type Refusal = {
  readonly ok: false;
  readonly refusal: RefusalCode;
  readonly fields?: FieldErrors;
  readonly params?: RefusalParams;
};
export type Result<T extends object = object> = ({ readonly ok: true } & T) | Refusal;

export function ok(): { readonly ok: true };
export function ok<T extends object>(value: T): { readonly ok: true } & T;
export function ok(value: object = {}) {
  return { ok: true, ...value };
}

export function refuse(
  refusal: RefusalCode,
  detail: { fields?: FieldErrors; params?: RefusalParams } = {},
): Refusal {
  return { ok: false, refusal, ...detail };
}
