import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS } from "../documents/document-kinds";
import type { CaseId, FactId, FileId, PartyId } from "../ids";
import { Confidential } from "../mediation/confidential";
import { buildPackage, type PackageDocument, type PackageSources, packageMissing } from "./package";

const CLAIMANT = "p1" as PartyId;
const RESPONDENT = "p2" as PartyId;
const CANARY = "底线两万三";

const fact = (no: number, signers: readonly PartyId[]) => ({
  factId: `f${no}` as FactId,
  no,
  text: `事实${no}`,
  source: "bothSaid" as const,
  elementKey: null,
  signatures: signers.map((partyId) => ({ partyId, signedAt: "2026-11-23T01:00:00Z" })),
});
const document = (kind: PackageDocument["kind"]): PackageDocument => ({
  kind,
  fileId: "x" as FileId,
  name: kind,
});

const sources = (change: Partial<PackageSources> = {}): PackageSources => ({
  kind: "settled",
  caseId: "c1" as CaseId,
  caseNumber: "(2026)京0107民初1号",
  registrationNumber: "SJS-TJ-2026-000001",
  regime: "POST_FILING",
  intake: "LAWSUIT",
  causeCode: "115.2",
  amountFen: 3_600_000,
  claims: "偿还本金36000元",
  parties: [
    {
      partyId: CLAIMANT,
      side: "claimant",
      name: "某银行",
      identityVerified: true,
      serviceAddress: "甲",
      agents: [],
    },
    {
      partyId: RESPONDENT,
      side: "respondent",
      name: "张三",
      identityVerified: true,
      serviceAddress: "乙",
      agents: [],
    },
  ],
  mediation: {
    mediatorName: "王调解",
    orgName: "某调解委员会",
    acceptedOn: "2026-11-01",
    sessions: [{ heldOn: "2026-11-20", mode: "onsite" }],
    end: "agreed",
    report: null,
  },
  undisputedFacts: [fact(1, [CLAIMANT, RESPONDENT]), fact(2, [CLAIMANT])],
  agreement: {
    number: "调1",
    effectiveOn: "2026-11-20",
    route: "confirm",
    appliedBy: [CLAIMANT, RESPONDENT],
    applyUntilOn: "2026-12-21",
    terms: {
      mainFacts: "欠款",
      obligations: [],
      defaultClause: "none",
      feeSplit: "none",
      finality: true,
      adjudicationClause: false,
      statusContent: false,
      titleContent: false,
      guarantors: [],
      bindsOnSigning: false,
    },
  },
  documents: [document("agreement")],
  ...change,
});

describe("what travels", () => {
  test("facts that everybody signed, and no other", () => {
    expect(buildPackage(sources()).undisputedFacts).toEqual([{ no: 1, text: "事实1" }]);
  });
  test("documents of the allow-list; minutes never", () => {
    const documents = DOCUMENT_KINDS.map(document);
    for (const kind of ["settled", "failed"] as const) {
      const kinds = buildPackage(sources({ kind, documents })).documents.map((one) => one.kind);
      expect(kinds).toContain("serviceAddress");
      expect(kinds).not.toContain("minutes");
    }
  });
  test("a failed case takes its report along and leaves every draft agreement behind", () => {
    const report = { reason: "金额分歧", costRaisingConduct: "", suggestions: "小额诉讼" };
    const failed = sources({ kind: "failed", mediation: { ...sources().mediation, report } });
    expect(buildPackage(failed)).toMatchObject({ agreement: null, mediation: { report } });
    expect(buildPackage({ ...failed, kind: "settled" }).mediation.report).toBeNull();
  });
});

describe("what is said in mediation stays there", () => {
  test("by type: a source that holds something confidential does not compile", () => {
    const withNote = { ...sources(), note: new Confidential(CANARY) };
    // @ts-expect-error a note does not fit into a package
    expect(buildPackage(withNote)).toBeDefined();
    const deep = {
      ...sources(),
      parties: [{ ...sources().parties[0]!, offers: [new Confidential(CANARY)] }],
    };
    // @ts-expect-error nor an offer hidden in a party
    expect(buildPackage(deep)).toBeDefined();
    const claims = { ...sources(), claims: new Confidential(CANARY) };
    // @ts-expect-error nor in the place of an open field
    expect(() => buildPackage(claims)).toBeDefined();
  });

  test("at run time: a canary planted in any object of the sources never comes out", () => {
    const instalments = [{ dueOn: "2026-12-31", amountFen: 100 }];
    const obligations = [{ kind: "pay" as const, amountFen: 100, instalments }];
    const agents = [{ name: "李律师", specialAuthority: true }];
    const rich = sources();
    const planted = plant({
      ...rich,
      parties: rich.parties.map((party) => ({ ...party, agents })),
      mediation: { ...rich.mediation, report: { reason: "", costRaisingConduct: "", suggestions: "" } },
      agreement: {
        ...rich.agreement!,
        terms: { ...rich.agreement!.terms, obligations, guarantors: [{ name: "王五", served: true }] },
      },
      documents: DOCUMENT_KINDS.map(document),
    });
    expect(JSON.stringify(planted)).toContain(CANARY);
    expect(JSON.stringify(buildPackage(planted))).not.toContain(CANARY);
    expect(JSON.stringify(buildPackage({ ...planted, kind: "failed" }))).not.toContain(CANARY);
  });

  test("a confidential value cannot be printed, copied or serialised", () => {
    const note = new Confidential(CANARY);
    expect(() => JSON.stringify({ note })).toThrow();
    expect(`${note}`).not.toContain(CANARY);
    expect(JSON.stringify({ ...note })).toBe("{}");
    expect(note.reveal()).toBe(CANARY);
  });
});

/** Adds every name that could hold something confidential to every object, at every depth. */
function plant<T>(value: T): T {
  if (Array.isArray(value)) return value.map(plant) as T;
  if (value === null || typeof value !== "object") return value;
  const names = [
    "note",
    "notes",
    "offer",
    "offers",
    "concession",
    "caucus",
    "bottomLine",
    "minutes",
    "remarks",
  ];
  const entries = Object.entries(value).map(([key, one]) => [key, plant(one)]);
  return Object.fromEntries([...entries, ...names.map((name) => [name, CANARY])]) as T;
}

describe("what is missing", () => {
  const missing = (change: Partial<PackageSources>) => packageMissing(buildPackage(sources(change)));
  const agreement = sources().agreement!;
  test("nothing, in a complete settled case", () => expect(missing({})).toEqual([]));
  test.each([
    [{ claims: " " }, ["claimsMissing"]],
    [
      { parties: [{ ...sources().parties[0]!, identityVerified: false }, sources().parties[1]!] },
      ["identityUnverified"],
    ],
    [
      {
        parties: [
          { ...sources().parties[0]!, agents: [{ name: "李律师", specialAuthority: false }] },
          sources().parties[1]!,
        ],
      },
      ["agentUnauthorised"],
    ],
    [{ agreement: null }, ["agreementMissing"]],
    [{ documents: [] }, ["agreementMissing"]],
    [{ agreement: { ...agreement, effectiveOn: null } }, ["agreementNotEffective"]],
    [{ agreement: { ...agreement, appliedBy: [CLAIMANT] } }, ["applicationMissing"]],
    [{ agreement: { ...agreement, appliedBy: [], route: "statement" } }, []],
    [{ agreement: { ...agreement, route: "statement" }, caseNumber: null }, ["caseNumberMissing"]],
    [{ mediation: { ...sources().mediation, orgName: null } }, ["orgProofMissing"]],
    [{ kind: "failed" }, ["reportMissing"]],
  ] as const)("%#", (change, expected) => expect(missing(change)).toEqual(expected));
});
