export const PARTY_KINDS = ["natural", "org"] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const ID_KINDS = [
  "residentId",
  "creditCode",
  "passport",
  "hkMacaoPermit",
  "taiwanPermit",
  "foreignPermanentResident",
  "hkMacaoTaiwanResidence",
  "other",
] as const;
export type IdKind = (typeof ID_KINDS)[number];

export const AGENT_KINDS = [
  "lawyer",
  "legalService",
  "closeRelative",
  "employee",
  "legalRepresentative",
] as const;
export type AgentKind = (typeof AGENT_KINDS)[number];
