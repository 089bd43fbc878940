import type { EventName } from "~/domain/cases/events";
import { PROCEDURES, TRACKS } from "~/domain/cases/routes";
import type * as acts from "~/i18n/acts";

type ActsKey = keyof typeof acts.zh;
export type FieldName = ActsKey extends infer Key
  ? Key extends `field.${infer Name}`
    ? Name
    : never
  : never;

/** Where the words of a choice stand: this area's catalogue, or one of the vocabularies. */
export type Words = "acts" | "codes" | "session" | "people";

export type FieldSpec =
  | {
      readonly kind: "area" | "text" | "yuan" | "days" | "flag";
      readonly name: FieldName;
      readonly hint?: ActsKey;
    }
  | {
      readonly kind: "radio" | "select" | "many";
      readonly name: FieldName;
      readonly words: Words;
      /** `track.fastTrack` for the value `fastTrack`. */
      readonly prefix: string;
      readonly values: readonly string[];
    }
  /** One of the parties; every party that consented; a team of the court. */
  | { readonly kind: "party" | "consents" | "team"; readonly name: FieldName };

export type ActSpec = {
  readonly fields: readonly FieldSpec[];
  /** Ends something: the button says so by its colour. */
  readonly isFinal?: boolean;
};

const REASON: FieldSpec = { kind: "area", name: "reason" };
const NOTHING: ActSpec = { fields: [] };
const END: ActSpec = { fields: [], isFinal: true };

const POINTS = [
  "identity",
  "authority",
  "respondent",
  "claims",
  "facts",
  "evidence",
  "address",
  "copies",
  "jurisdiction",
  "other",
];
const GROUNDS = [
  "partyRefuses",
  "specialProcedure",
  "statusConfirmation",
  "outsideJurisdiction",
  "registerFirst",
  "medicalCommitteeBarred",
];
const RELATIONS = [
  "closeRelative",
  "interest",
  "employer",
  "sameEmployer",
  "ownLitigation",
  "sameCommunity",
  "friend",
  "other",
];
const CHANNELS = ["onPaper", "inPerson", "phone", "partyLink"];
const ENDS = ["unreachable", "partyUnwilling", "tooFarApart", "expired", "refusedToSign", "other"];
const DECISION: FieldSpec = {
  kind: "radio",
  name: "decision",
  words: "session",
  prefix: "decision",
  values: ["agreed", "refused"],
};
const HOW: FieldSpec = { kind: "select", name: "how", words: "session", prefix: "channel", values: CHANNELS };
const CONSENTS: readonly FieldSpec[] = [
  { kind: "consents", name: "consents" },
  { kind: "select", name: "consentsHow", words: "session", prefix: "channel", values: CHANNELS },
];

/** What each small form asks for, beside when it happened. */
export const SPECS: Partial<Record<EventName, ActSpec>> = {
  submitCase: {
    fields: [
      { kind: "area", name: "claims" },
      { kind: "area", name: "facts" },
    ],
  },
  askCorrection: {
    fields: [{ kind: "many", name: "points", words: "acts", prefix: "point", values: POINTS }],
  },
  lapseCorrection: END,
  refuseIntake: {
    fields: [
      { kind: "select", name: "ground", words: "codes", prefix: "suitability", values: GROUNDS },
      REASON,
    ],
    isFinal: true,
  },
  beginFiling: NOTHING,
  guideParties: NOTHING,
  registerCase: {
    fields: [
      { kind: "text", name: "number", hint: "number.hint" },
      {
        kind: "select",
        name: "purpose",
        words: "codes",
        prefix: "number",
        values: [
          "firstInstance",
          "mediation",
          "confirmation",
          "statement",
          "paymentOrder",
          "preservation",
          "enforcement",
        ],
      },
      { kind: "flag", name: "refusedAtFiling" },
    ],
  },
  recordConsent: { fields: [{ kind: "party", name: "partyId" }, DECISION, HOW] },
  proceedOnOneConsent: NOTHING,
  lapseAssignment: NOTHING,
  refuseDesignation: { fields: [REASON], isFinal: true },
  consentToGoOn: { fields: [{ kind: "party", name: "partyId" }, DECISION, HOW] },
  requestRecusal: {
    fields: [
      { kind: "select", name: "ground", words: "people", prefix: "relation", values: RELATIONS },
      REASON,
    ],
  },
  decideRecusal: {
    fields: [
      { kind: "radio", name: "upheld", words: "acts", prefix: "upheld", values: ["true", "false"] },
      REASON,
    ],
  },
  replaceMediator: { fields: [REASON] },
  extendMediation: { fields: [{ kind: "days", name: "days", hint: "days.hint" }, ...CONSENTS] },
  beginAppraisal: { fields: [...CONSENTS, { kind: "flag", name: "courtApproved" }] },
  endAppraisal: NOTHING,
  reportSham: { fields: [REASON] },
  decideSham: {
    fields: [
      { kind: "radio", name: "founded", words: "acts", prefix: "founded", values: ["true", "false"] },
      REASON,
    ],
  },
  endMediation: {
    fields: [
      { kind: "radio", name: "endCode", words: "session", prefix: "end", values: ENDS },
      REASON,
      { kind: "area", name: "costRaisingConduct" },
      { kind: "area", name: "suggestions", hint: "suggestions.hint" },
    ],
    isFinal: true,
  },
  expireMediation: END,
  withdrawCase: { fields: [{ kind: "flag", name: "settled" }], isFinal: true },
  proceedToFiling: NOTHING,
  sendFeeNotice: { fields: [{ kind: "yuan", name: "feeFen", hint: "feeFen.hint" }] },
  recordFee: {
    fields: [{ kind: "radio", name: "as", words: "acts", prefix: "as", values: ["paid", "waived"] }],
  },
  deemWithdrawn: END,
  dropCase: END,
  allotTrack: {
    fields: [
      { kind: "radio", name: "track", words: "codes", prefix: "track", values: TRACKS },
      { kind: "select", name: "procedure", words: "codes", prefix: "procedure", values: PROCEDURES },
      { kind: "team", name: "teamId" },
    ],
  },
  convertTrack: { fields: [REASON] },
  recordJudgment: END,
  followPerformance: NOTHING,
  recordDefault: NOTHING,
  applyEnforcement: NOTHING,
  closeCase: { fields: [REASON], isFinal: true },
  archiveCase: END,
  resumeMediation: NOTHING,
};
