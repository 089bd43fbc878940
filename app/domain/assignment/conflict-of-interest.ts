import type { Article } from "../cases/laws";
import type { PartyId } from "../ids";

export const RELATION_KINDS = [
  "closeRelative",
  "interest",
  "employer",
  "sameEmployer",
  "ownLitigation",
  "sameCommunity",
  "friend",
  "other",
] as const;
/** What a mediator declares about himself and somebody of the case (INV 15, ONL 13). */
export type RelationKind = (typeof RELATION_KINDS)[number];

export const PRIOR_ROLES = [
  "agent",
  "witness",
  "expert",
  "assessor",
  "arbitrator",
  "interpreter",
  "judge",
] as const;
export type PriorRole = (typeof PRIOR_ROLES)[number];

export const CONFLICT_CODES = [
  "isParty",
  "isAgent",
  "actedInDispute",
  "closeRelative",
  "interest",
  "firmIsParty",
  "firmRepresents",
  "formerMandate",
  "ownLitigation",
  "otherRelation",
] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

export const CONFLICT_LEVELS = ["CLEAR", "WAIVABLE", "BLOCK"] as const;
/** BLOCK: no consent helps. WAIVABLE: only with every party's written consent to go on. */
export type ConflictLevel = (typeof CONFLICT_LEVELS)[number];

export type ConflictFinding = {
  readonly code: ConflictCode;
  readonly level: Exclude<ConflictLevel, "CLEAR">;
  readonly article: Article;
  readonly partyId: PartyId | null;
};

/** Everybody is compared by the keyed blind index of his identity number, never by name or number. */
export type ConflictPerson = {
  readonly idIndex: string | null;
  /** The firm or employer, by the blind index of its credit code. */
  readonly firmIndex: string | null;
  readonly declared: readonly { readonly kind: RelationKind; readonly idIndex: string }[];
  /** Parties who once gave him a mandate in other matters. */
  readonly formerClients: readonly string[];
  /** What he did earlier in this very dispute. */
  readonly priorRoles: readonly PriorRole[];
};
export type ConflictDispute = {
  readonly parties: readonly { readonly partyId: PartyId; readonly idIndex: string | null }[];
  readonly agents: readonly {
    readonly partyId: PartyId;
    readonly idIndex: string | null;
    readonly firmIndex: string | null;
  }[];
};

const CODE_OF: Readonly<Record<RelationKind, ConflictCode>> = {
  closeRelative: "closeRelative",
  interest: "interest",
  employer: "interest",
  sameEmployer: "otherRelation",
  ownLitigation: "ownLitigation",
  sameCommunity: "otherRelation",
  friend: "otherRelation",
  other: "otherRelation",
};
const same = (a: string | null, b: string | null) => a !== null && a === b;

/** Everything that ties this person to the dispute, worst first. */
export function findConflicts(person: ConflictPerson, dispute: ConflictDispute): readonly ConflictFinding[] {
  const found: ConflictFinding[] = [];
  const add = (
    code: ConflictCode,
    level: ConflictFinding["level"],
    article: Article,
    partyId: PartyId | null,
  ) => found.push({ code, level, article, partyId });

  for (const party of dispute.parties) {
    if (same(person.idIndex, party.idIndex)) add("isParty", "BLOCK", "ONL 13", party.partyId);
    if (same(person.firmIndex, party.idIndex)) add("firmIsParty", "WAIVABLE", "INV 15", party.partyId);
    if (party.idIndex !== null && person.formerClients.includes(party.idIndex))
      add("formerMandate", "WAIVABLE", "INV 15", party.partyId);
  }
  for (const agent of dispute.agents) {
    if (same(person.idIndex, agent.idIndex)) add("isAgent", "BLOCK", "LWY 39", agent.partyId);
    else if (same(person.firmIndex, agent.firmIndex))
      add("firmRepresents", "WAIVABLE", "LWY 39", agent.partyId);
  }
  for (const relation of person.declared) {
    const other = [...dispute.parties, ...dispute.agents].find((one) => same(one.idIndex, relation.idIndex));
    if (other) add(CODE_OF[relation.kind], "WAIVABLE", "INV 15", other.partyId);
  }
  if (person.priorRoles.length > 0) add("actedInDispute", "BLOCK", "INV 15", null);
  return found.sort((a, b) => CONFLICT_LEVELS.indexOf(b.level) - CONFLICT_LEVELS.indexOf(a.level));
}

/** The level that stands once these parties have consented to go on; a block stands whatever they sign. */
export function conflictLevel(
  findings: readonly ConflictFinding[],
  dispute: ConflictDispute,
  consented: readonly PartyId[] = [],
): ConflictLevel {
  if (findings.some((one) => one.level === "BLOCK")) return "BLOCK";
  if (findings.length === 0) return "CLEAR";
  const everybody =
    dispute.parties.length > 0 && dispute.parties.every((party) => consented.includes(party.partyId));
  return everybody ? "CLEAR" : "WAIVABLE";
}

export const BARRED_ROLES = ["agent", "witness", "expert", "assessor", "interpreter"] as const;
/** INV 16: who mediated may not serve later in the same dispute as one of these. */
export function isLaterBarred(mediatedBefore: boolean, role: PriorRole | "mediator"): boolean {
  return mediatedBefore && BARRED_ROLES.some((barred) => barred === role);
}
