import type { Intake, Regime } from "../cases/regime";
import type { ReviewRoute } from "../cases/routes";
import type { Side } from "../cases/sides";
import type { DocumentKind } from "../documents/document-kinds";
import type { Answers } from "../elements/sheet";
import type { Responses } from "../elements/sheet-comparison";
import type { CaseId, FileId, PartyId } from "../ids";
import type { Terms } from "../mediation/agreement";
import type { Public } from "../mediation/confidential";
import type { MediationEnd } from "../mediation/outcomes";
import type { SessionMode } from "../mediation/sessions";
import { isUndisputed, type UndisputedFact } from "../mediation/undisputed-facts";
import type { PackageKind } from "./decision-codes";

export type PackageParty = {
  readonly partyId: PartyId;
  readonly side: Side;
  readonly name: string;
  readonly identityVerified: boolean;
  readonly serviceAddress: string | null;
  readonly agents: readonly { readonly name: string; readonly specialAuthority: boolean }[];
};
export type PackageDocument = {
  readonly kind: DocumentKind | "complaint" | "evidence" | "appraisalReport";
  readonly fileId: FileId;
  readonly name: string;
};

export type PackageElements = {
  readonly sheetKey: string;
  readonly claimant: { readonly version: number; readonly answers: Answers };
  readonly respondent: { readonly version: number; readonly answers: Responses } | null;
};

/**
 * Everything from which a package may be made. Nothing here can be confidential: the notes, offers and concessions of
 * mediation have types that do not fit (INV 22, ONL 18), and minutes stay behind with them.
 */
export type PackageSources = {
  readonly kind: PackageKind;
  readonly caseId: CaseId;
  readonly caseNumber: string | null;
  readonly registrationNumber: string;
  readonly regime: Regime;
  readonly intake: Intake;
  readonly causeCode: string;
  readonly amountFen: number | null;
  readonly claims: string;
  readonly parties: readonly PackageParty[];
  readonly mediation: {
    readonly mediatorName: string;
    readonly orgName: string | null;
    readonly acceptedOn: string | null;
    readonly sessions: readonly { readonly heldOn: string; readonly mode: SessionMode }[];
    readonly end: MediationEnd | null;
    /** The mediator's written report to the court (ONL 21): for a failed mediation only. */
    readonly report: {
      readonly reason: string;
      readonly costRaisingConduct: string;
      readonly suggestions: string;
    } | null;
  };
  readonly undisputedFacts: readonly UndisputedFact[];
  /** What each side handed in as its complaint and answer; what it said on the way to a settlement has no place here. */
  readonly elements?: PackageElements | null;
  readonly agreement: {
    readonly number: string;
    readonly effectiveOn: string | null;
    readonly route: ReviewRoute;
    readonly terms: Terms;
    readonly appliedBy: readonly PartyId[];
    readonly applyUntilOn: string | null;
  } | null;
  readonly documents: readonly PackageDocument[];
};

export type Package = Omit<PackageSources, "undisputedFacts"> & {
  readonly undisputedFacts: readonly { readonly no: number; readonly text: string }[];
};

/** What the law lets through to the judge, by kind of package; whatever is not named stays behind. */
const DOCUMENTS_OF: Readonly<Record<PackageKind, readonly PackageDocument["kind"][]>> = {
  settled: [
    "complaint",
    "agreement",
    "confirmationApplication",
    "delegationLetter",
    "disclosure",
    "consentToGoOn",
    "recusalDecision",
    "serviceAddress",
    "undisputedFacts",
    "extensionConsent",
    "evidence",
  ],
  failed: [
    "complaint",
    "evidence",
    "serviceAddress",
    "undisputedFacts",
    "terminationReport",
    "appraisalReport",
    "feeNotice",
  ],
};

/**
 * Copies field by field from an allow-list, so that a field somebody adds to a source never travels by accident. The
 * parameter's type turns anything `Confidential`, at any depth, into a type error at the caller.
 */
export function buildPackage<S extends PackageSources>(sources: S & Public<S>): Package {
  const from: PackageSources = sources;
  const settled = from.kind === "settled";
  return {
    kind: from.kind,
    caseId: from.caseId,
    caseNumber: from.caseNumber,
    registrationNumber: from.registrationNumber,
    regime: from.regime,
    intake: from.intake,
    causeCode: from.causeCode,
    amountFen: from.amountFen,
    claims: from.claims,
    parties: from.parties.map(partyOf),
    mediation: {
      mediatorName: from.mediation.mediatorName,
      orgName: from.mediation.orgName,
      acceptedOn: from.mediation.acceptedOn,
      sessions: from.mediation.sessions.map(({ heldOn, mode }) => ({ heldOn, mode })),
      end: from.mediation.end,
      report: settled ? null : reportOf(from.mediation.report),
    },
    undisputedFacts: from.undisputedFacts
      .filter((fact) => isUndisputed(fact, from.parties))
      .map(({ no, text }) => ({ no, text })),
    elements: elementsOf(from.elements),
    // The draft of an agreement that was never signed is an offer: it may not reach the judge who tries the case.
    agreement: settled ? agreementOf(from.agreement) : null,
    documents: from.documents
      .filter((document) => DOCUMENTS_OF[from.kind].includes(document.kind))
      .map(({ kind, fileId, name }) => ({ kind, fileId, name })),
  };
}

export const PACKAGE_FAULTS = [
  "claimsMissing",
  "identityUnverified",
  "agentUnauthorised",
  "agreementMissing",
  "agreementNotEffective",
  "applicationMissing",
  "orgProofMissing",
  "reportMissing",
  "caseNumberMissing",
] as const;
export type PackageFault = (typeof PACKAGE_FAULTS)[number];

/** What the package still lacks before it can be handed over (J4; ONL 21). */
export function packageMissing(package_: Package): readonly PackageFault[] {
  const has = (kind: PackageDocument["kind"]) => package_.documents.some((one) => one.kind === kind);
  const { agreement, parties } = package_;
  const settled = package_.kind === "settled";
  const confirm = settled && agreement?.route === "confirm";
  const rules: readonly (readonly [PackageFault, boolean])[] = [
    ["claimsMissing", package_.claims.trim() === ""],
    ["identityUnverified", settled && parties.some((party) => !party.identityVerified)],
    [
      "agentUnauthorised",
      settled && parties.some((party) => party.agents.some((agent) => !agent.specialAuthority)),
    ],
    ["agreementMissing", settled && (agreement === null || !has("agreement"))],
    ["agreementNotEffective", settled && agreement !== null && agreement.effectiveOn === null],
    ["applicationMissing", confirm && !parties.every((party) => agreement.appliedBy.includes(party.partyId))],
    ["orgProofMissing", confirm && package_.mediation.orgName === null],
    ["reportMissing", !settled && package_.mediation.report === null],
    ["caseNumberMissing", package_.caseNumber === null && (!settled || agreement?.route === "statement")],
  ];
  return rules.filter(([, missing]) => missing).map(([code]) => code);
}

function partyOf(party: PackageParty): PackageParty {
  return {
    partyId: party.partyId,
    side: party.side,
    name: party.name,
    identityVerified: party.identityVerified,
    serviceAddress: party.serviceAddress,
    agents: party.agents.map(({ name, specialAuthority }) => ({ name, specialAuthority })),
  };
}

function elementsOf(elements: PackageSources["elements"]): PackageElements | null {
  if (!elements) return null;
  const { sheetKey, claimant, respondent } = elements;
  return {
    sheetKey,
    claimant: { version: claimant.version, answers: claimant.answers },
    respondent: respondent && { version: respondent.version, answers: respondent.answers },
  };
}

function reportOf(report: PackageSources["mediation"]["report"]) {
  if (report === null) return null;
  const { reason, costRaisingConduct, suggestions } = report;
  return { reason, costRaisingConduct, suggestions };
}

function agreementOf(agreement: PackageSources["agreement"]): Package["agreement"] {
  if (agreement === null) return null;
  const { number, effectiveOn, route, appliedBy, applyUntilOn, terms } = agreement;
  const { mainFacts, defaultClause, feeSplit, finality, adjudicationClause } = terms;
  const { statusContent, titleContent, bindsOnSigning } = terms;
  return {
    number,
    effectiveOn,
    route,
    appliedBy: [...appliedBy],
    applyUntilOn,
    terms: {
      mainFacts,
      defaultClause,
      feeSplit,
      finality,
      adjudicationClause,
      statusContent,
      titleContent,
      bindsOnSigning,
      guarantors: terms.guarantors.map(({ name, served }) => ({ name, served })),
      obligations: terms.obligations.map((one) => ({
        kind: one.kind,
        obligorId: one.obligorId,
        obligeeId: one.obligeeId,
        amountFen: one.amountFen,
        object: one.object,
        dueOn: one.dueOn,
        instalments: one.instalments.map(({ dueOn, amountFen }) => ({ dueOn, amountFen })),
        channel: one.channel,
      })),
    },
  };
}
