import { RELATION_KINDS } from "~/domain/assignment/conflict-of-interest";
import { PROCEDURES, TRACKS } from "~/domain/cases/routes";
import { CORRECTION_POINTS } from "~/domain/intake/intake-codes";
import type { SuitabilityCode } from "~/domain/intake/suitability";
import type { ConsentChannel } from "~/domain/mediation/consents";
import { FAILED_ENDS } from "~/domain/mediation/outcomes";
import type * as acts from "~/i18n/acts";
import type { FormName } from "../_staff.cases_.$id/beside";

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
      readonly kind: "area" | "text" | "yuan" | "days" | "date" | "flag";
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
  /** One of the parties; every party that consented; one of their agents; a team of the court; what is still owed. */
  | { readonly kind: "party" | "consents" | "agent" | "team" | "dues"; readonly name: FieldName }
  /** A file for the case; left out for those who may put none in it. */
  | { readonly kind: "file"; readonly name: "proofFile" };

export type ActSpec = {
  readonly fields: readonly FieldSpec[];
  /** Ends something: the button says so by its colour. */
  readonly isFinal?: boolean;
  /** Happens with its entry, so nobody is asked when. */
  readonly isTimeless?: boolean;
};

const REASON: FieldSpec = { kind: "area", name: "reason" };
/** What the mediator tells the court of a mediation that failed (ONL 21). */
const REPORT: readonly FieldSpec[] = [
  REASON,
  { kind: "area", name: "costRaisingConduct" },
  { kind: "area", name: "suggestions", hint: "suggestions.hint" },
];
const NOTHING: ActSpec = { fields: [] };
const END: ActSpec = { fields: [], isFinal: true };

const GROUNDS = [
  "partyRefuses",
  "specialProcedure",
  "statusConfirmation",
  "outsideJurisdiction",
  "registerFirst",
  "medicalCommitteeBarred",
] as const satisfies readonly SuitabilityCode[];
const CHANNELS = ["onPaper", "inPerson", "phone", "partyLink"] as const satisfies readonly ConsentChannel[];
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
export const SPECS: Partial<Record<FormName, ActSpec>> = {
  submitCase: {
    fields: [
      { kind: "area", name: "claims" },
      { kind: "area", name: "facts" },
    ],
  },
  askCorrection: {
    fields: [{ kind: "many", name: "points", words: "acts", prefix: "point", values: CORRECTION_POINTS }],
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
      { kind: "select", name: "ground", words: "people", prefix: "relation", values: RELATION_KINDS },
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
      { kind: "radio", name: "endCode", words: "session", prefix: "end", values: FAILED_ENDS },
      ...REPORT,
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
  recordPerformed: {
    fields: [
      { kind: "dues", name: "obligationIds" },
      { kind: "date", name: "performedOn" },
      { kind: "file", name: "proofFile" },
      { kind: "flag", name: "withProof" },
    ],
    isFinal: true,
  },
  recordDefault: NOTHING,
  applyEnforcement: NOTHING,
  closeCase: { fields: [REASON], isFinal: true },
  archiveCase: END,
  resumeMediation: NOTHING,
  reportTermination: { fields: REPORT, isTimeless: true },
  setTeam: { fields: [{ kind: "team", name: "teamId" }], isTimeless: true },
  recordAuthority: {
    fields: [
      { kind: "agent", name: "agentId" },
      {
        kind: "radio",
        name: "authority",
        words: "acts",
        prefix: "authority",
        values: ["special", "general"],
      },
    ],
  },
};
