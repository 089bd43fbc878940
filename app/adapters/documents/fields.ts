import { elementFields } from "./element-fields";

/**
 * What each template is filled with: plain fields, and lists whose items have fields of their own.
 * The types, the check before rendering and the test of the templates all read this one table.
 * Every value is a string that the caller has formatted (dates, money, 大写); an empty one leaves its line out
 * where the layout says so.
 */
const party = ["role", "name", "particulars"] as const;
const term = ["no", "text"] as const;
const signature = ["role", "name"] as const;
const paper = ["no", "name", "pages"] as const;

const ruling = [
  "cause",
  "acceptedOn",
  "agreementNo",
  "agreementOn",
  "orgName",
  "legalBasis",
  "judge",
  "clerk",
] as const;

export const documentFields = {
  agreement: {
    fields: [
      "caseNo",
      "cause",
      "orgName",
      "mediators",
      "place",
      "facts",
      "issues",
      "responsibility",
      "totalAmount",
      "totalInWords",
      "breachClause",
      "guarantee",
      "costs",
      "finality",
      "effectClause",
      "confirmationWish",
      "copies",
    ],
    lists: {
      parties: party,
      obligations: ["no", "obligor", "obligee", "content", "amount", "amountInWords", "dueOn", "method"],
      instalments: ["no", "dueOn", "amount", "amountInWords", "note"],
      signatures: signature,
    },
  },
  confirmationApplication: {
    fields: [
      "cause",
      "agreementNo",
      "agreementOn",
      "effectiveOn",
      "orgName",
      "orgAddress",
      "mediators",
      "jurisdictionGround",
      "facts",
    ],
    lists: {
      parties: party,
      attachments: paper,
      serviceAddresses: ["name", "address"],
      signatures: signature,
    },
  },
  rulingConfirmed: { fields: ruling, lists: { parties: party, terms: term } },
  rulingDismissed: {
    fields: [...ruling, "ground", "reason", "remedy"],
    lists: { parties: party, terms: term },
  },
  rulingNotAccepted: {
    fields: [
      "cause",
      "appliedOn",
      "agreementNo",
      "agreementOn",
      "orgName",
      "legalBasis",
      "judge",
      "clerk",
      "ground",
      "reason",
      "remedy",
    ],
    lists: { parties: party },
  },
  rulingWithdrawn: { fields: [...ruling, "withdrawnOn", "reason"], lists: { parties: party } },
  statement: {
    fields: [
      "cause",
      "filedOn",
      "procedure",
      "claims",
      "facts",
      "mediatedBy",
      "costs",
      "effectClause",
      "judge",
      "clerk",
    ],
    lists: { parties: party, terms: term },
  },
  undisputedFacts: {
    fields: ["caseNo", "cause", "mediator", "recordedAt"],
    lists: { parties: party, facts: ["no", "element", "fact", "source"], signatures: signature },
  },
  sessionNotice: {
    fields: [
      "recipient",
      "caseNo",
      "time",
      "mode",
      "place",
      "joinInfo",
      "mediator",
      "bring",
      "absence",
      "replyBy",
      "contact",
      "phone",
    ],
    lists: {},
  },
  guidance: { fields: ["recipient", "caseNo", "cause", "contact", "phone"], lists: {} },
  consentForm: { fields: ["partyName", "role", "idMasked", "caseNo", "cause"], lists: {} },
  rightsNotice: { fields: ["recipient", "role", "caseNo", "cause", "mediator"], lists: {} },
  serviceAddress: { fields: ["partyName", "role", "caseNo", "cause"], lists: {} },
  delegationLetter: {
    fields: [
      "orgName",
      "track",
      "caseNo",
      "cause",
      "amount",
      "summary",
      "legalBasis",
      "mediators",
      "period",
      "startRule",
      "dueOn",
      "procedureHint",
      "guidingJudge",
      "phone",
    ],
    lists: { parties: party, materials: ["no", "name", "kind", "pages"] },
  },
  terminationReport: {
    fields: [
      "caseNo",
      "cause",
      "orgName",
      "mediator",
      "acceptedOn",
      "endedOn",
      "ground",
      "reason",
      "undisputedFacts",
      "conduct",
      "risk",
      "suggestion",
      "returned",
    ],
    lists: { parties: party, sessions: ["no", "time", "mode", "attendance", "result"] },
  },
  handOver: {
    fields: [
      "caseNo",
      "regime",
      "cause",
      "amount",
      "orgName",
      "mediator",
      "route",
      "agreementNo",
      "effectiveOn",
      "dueOn",
      "team",
      "handedOverBy",
      "handedOverAt",
      "note",
    ],
    lists: { parties: party, checks: ["item", "result", "note"], attachments: paper },
  },
  ...elementFields,
  contactLog: {
    fields: ["caseNo", "cause", "conclusion", "madeBy"],
    lists: { contacts: ["no", "time", "person", "channel", "by", "result", "note"] },
  },
} as const satisfies Record<string, { fields: readonly string[]; lists: Record<string, readonly string[]> }>;

/** In every document. `demoMark` is empty, or says that all data is invented. */
export const commonFields = ["courtName", "docNo", "issuedOn", "demoMark"] as const;

/** Raised whenever wording or fields change; stands in the footer of every page. */
export const TEMPLATE_VERSION = "2026-1";

/** "instalments" -> "hasInstalments": the flag that stands beside every field and list while rendering. */
export const flagOf = (name: string): string => `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;

export type TemplateKind = keyof typeof documentFields;

type Shape<K extends TemplateKind> = (typeof documentFields)[K];
type Items<K extends TemplateKind> = Shape<K>["lists"];

/** Strings for every field and rows of strings for every list of a kind. */
export type DocumentData = {
  [K in TemplateKind]: Readonly<
    Record<(typeof commonFields)[number] | Shape<K>["fields"][number], string>
  > & {
    readonly [L in keyof Items<K>]: readonly Readonly<
      Record<Extract<Items<K>[L], readonly string[]>[number], string>
    >[];
  };
};
