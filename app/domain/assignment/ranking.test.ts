import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { MediatorId, OrgId, PartyId } from "../ids";
import { conflictLevel, findConflicts, isLaterBarred } from "./conflict-of-interest";
import type { AssignmentDispute, Candidate } from "./eligibility";
import { rankMediators } from "./ranking";

const now = DateTime.fromISO("2026-11-23T09:00:00+08:00");
const CLAIMANT = "p1" as PartyId;
const RESPONDENT = "p2" as PartyId;

const candidate = (id: string, change: Partial<Candidate> = {}): Candidate => ({
  mediatorId: id as MediatorId,
  category: "peoples",
  rosterStatus: "active",
  orgId: "o1" as OrgId,
  orgActive: true,
  scopes: ["delegated", "entrusted"],
  causes: [],
  groups: [],
  languages: ["zh"],
  districts: [],
  openCases: 5,
  capacity: 10,
  leaves: [],
  residentOn: [],
  lastAssignedAt: now.minus({ days: 1 }),
  idIndex: `id-${id}`,
  firmIndex: null,
  declared: [],
  formerClients: [],
  priorRoles: [],
  ...change,
});
const dispute: AssignmentDispute = {
  parties: [
    { partyId: CLAIMANT, idIndex: "bank" },
    { partyId: RESPONDENT, idIndex: "zhang" },
  ],
  agents: [{ partyId: CLAIMANT, idIndex: "lawyer", firmIndex: "firm" }],
  legalAct: "entrusted",
  causeCode: "115.2",
  causeGroup: "lending",
  district: "石景山",
  language: null,
  declinedBy: [],
  replaced: [],
};
const only = (change: Partial<Candidate>, about: Partial<AssignmentDispute> = {}) =>
  rankMediators([candidate("m", change)], { ...dispute, ...about }, { now })[0]!;

describe("who cannot be assigned, and why", () => {
  test.each([
    [{ rosterStatus: "suspended" }, "notActive"],
    [{ orgActive: false }, "orgNotActive"],
    [{ category: "traineeLawyer" }, "trainee"],
    [{ scopes: ["delegated"] }, "wrongScope"],
    [{ idIndex: "zhang" }, "conflictBlocked"],
    [{ idIndex: "lawyer" }, "conflictBlocked"],
    [{ priorRoles: ["agent"] }, "conflictBlocked"],
    [{ leaves: [{ fromOn: "2026-11-20", untilOn: "2026-11-23" }] }, "onLeave"],
    [{ openCases: 10 }, "overCapacity"],
  ] as const)("%o", (change, code) => {
    const ranked = only(change);
    expect(ranked.eligible).toBe(false);
    expect(ranked.reasons.map((reason) => reason.code)).toEqual([code]);
  });
  test("who declined, was replaced, or lacks the language", () => {
    const m = "m" as MediatorId;
    expect(only({}, { declinedBy: [m] }).reasons[0]?.code).toBe("declinedBefore");
    expect(only({}, { replaced: [m] }).reasons[0]?.code).toBe("replacedBefore");
    expect(only({}, { language: "sign" }).reasons[0]?.code).toBe("languageMissing");
  });
  test("a leave that ended yesterday is over", () => {
    expect(only({ leaves: [{ fromOn: "2026-11-20", untilOn: "2026-11-22" }] }).eligible).toBe(true);
  });
});

describe("who goes first", () => {
  test("the specialist with a light desk, with reasons", () => {
    const ranked = rankMediators(
      [
        candidate("a"),
        candidate("b", {
          causes: ["115.2"],
          openCases: 1,
          residentOn: ["2026-11-23"],
          districts: ["石景山"],
        }),
        candidate("c", { groups: ["lending"] }),
        candidate("d", { rosterStatus: "removed" }),
      ],
      dispute,
      { now },
    );
    expect(ranked.map((one) => one.mediatorId)).toEqual(["b", "c", "a", "d"]);
    expect(ranked[0]?.reasons.map((reason) => reason.code)).toEqual([
      "speciality",
      "lowLoad",
      "residentToday",
      "district",
    ]);
  });
  test("a waivable relation stays possible but goes behind", () => {
    const ranked = rankMediators([candidate("a", { firmIndex: "firm" }), candidate("b")], dispute, { now });
    expect(ranked.map((one) => [one.mediatorId, one.eligible])).toEqual([
      ["b", true],
      ["a", true],
    ]);
    expect(ranked[1]?.reasons.map((reason) => reason.code)).toContain("consentToGoOnNeeded");
  });
  test("property: the order of the question does not change the answer", () => {
    const all = ["a", "b", "c", "d", "e"].map((id, index) => candidate(id, { openCases: index % 3 }));
    const expected = rankMediators(all, dispute, { now });
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 5 }), (shuffled) => {
        expect(rankMediators(shuffled, dispute, { now })).toEqual(expected);
      }),
    );
  });
});

describe("conflicts of interest", () => {
  test("a relation is waived only when every party has signed", () => {
    const found = findConflicts(
      candidate("m", { declared: [{ kind: "closeRelative", idIndex: "zhang" }] }),
      dispute,
    );
    expect(found).toEqual([
      { code: "closeRelative", level: "WAIVABLE", article: "INV 15", partyId: RESPONDENT },
    ]);
    expect(conflictLevel(found, dispute)).toBe("WAIVABLE");
    expect(conflictLevel(found, dispute, [CLAIMANT])).toBe("WAIVABLE");
    expect(conflictLevel(found, dispute, [CLAIMANT, RESPONDENT])).toBe("CLEAR");
  });
  test("a block is not waived by anybody", () => {
    const found = findConflicts(candidate("m", { idIndex: "zhang" }), dispute);
    expect(conflictLevel(found, dispute, [CLAIMANT, RESPONDENT])).toBe("BLOCK");
  });
  test("unknown identities never match each other", () => {
    const blank = { ...dispute, parties: [{ partyId: CLAIMANT, idIndex: null }] };
    expect(findConflicts(candidate("m", { idIndex: null }), blank)).toEqual([]);
  });
  test("who mediated is barred later (INV 16)", () => {
    expect(isLaterBarred(true, "agent")).toBe(true);
    expect(isLaterBarred(true, "mediator")).toBe(false);
    expect(isLaterBarred(false, "agent")).toBe(false);
  });
});
