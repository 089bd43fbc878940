import { expect, it } from "vitest";
import { proposedIn, withSheet } from "~/routes/_staff.cases_.$id_.agreement/from-sheet";
import { termsIn } from "~/routes/_staff.cases_.$id_.agreement/read-terms.server";

/* A sheet becomes the terms of an agreement without anybody typing a figure again. */
const PARTIES = [
  { partyId: "A", side: "claimant" },
  { partyId: "B", side: "respondent" },
];
const admitted = { stand: "admitted", value: null, note: "" } as const;
const said = proposedIn({
  sheetKey: "private-lending",
  claimant: {
    answers: { "principal.amount": 5_000_000, "interest.amount": 400_000, "amount.actual": 5_000_000 },
  },
  respondent: {
    answers: {
      "principal.amount": admitted,
      "amount.actual": admitted,
      "interest.amount": { stand: "partly", value: 250_000, note: "" },
    },
  },
});
const CHOSEN = { "sheet.principal.amount": "claimant", "sheet.interest.amount": "respondent" };

it("writes the chosen figures down as obligations, in place of rows that say nothing, and the agreed facts", () => {
  const { terms, fields } = termsIn(withSheet({ ...CHOSEN, "o.0.kind": "pay" }, said, PARTIES));
  expect(fields).toEqual({});
  const pay = { kind: "pay", obligorId: "B", obligeeId: "A", instalments: [] };
  expect(terms).toMatchObject({
    mainFacts: "借款金额，实际提供金额：50,000.00\u00a0元。",
    obligations: [
      { ...pay, amountFen: 5_000_000, object: "本金" },
      { ...pay, amountFen: 250_000, object: "利息" },
    ],
  });
});

it("makes one payment of them where asked, and keeps what was typed", () => {
  const typed = { mainFacts: "双方于 2024 年借款。", "o.3.kind": "act", "o.3.object": "出具收条" };
  const { terms } = termsIn(withSheet({ ...CHOSEN, ...typed, sheetMerge: "on" }, said, PARTIES));
  expect(terms).toMatchObject({
    mainFacts: "双方于 2024 年借款。",
    obligations: [
      { kind: "act", object: "出具收条" },
      { kind: "pay", amountFen: 5_250_000, object: "本金、利息" },
    ],
  });
});

it("takes nothing over that was not chosen, or that the chosen side did not give", () => {
  const none = withSheet({ "o.0.kind": "pay", "sheet.principal.amount": "respondent" }, said, PARTIES);
  expect(termsIn(none).terms).toMatchObject({ obligations: [{ kind: "pay", amountFen: undefined }] });
});
