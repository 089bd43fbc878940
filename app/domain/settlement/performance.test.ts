import { describe, expect, test } from "vitest";
import { allocate, standing } from "./performance";

describe("how an obligation stands", () => {
  const plan = [
    { dueOn: "2026-12-31", amountFen: 100 },
    { dueOn: "2027-01-31", amountFen: 100 },
  ];
  const paid = (paidOn: string, amountFen: number) => [{ paidOn, amountFen }];
  test.each([
    ["2026-12-30", [], "notDue", 200, 0],
    ["2026-12-31", [], "due", 200, 0],
    ["2027-01-01", [], "overdue", 200, 100],
    ["2027-01-01", paid("2026-12-31", 100), "partly", 100, 0],
    ["2027-01-01", paid("2026-12-31", 40), "overdue", 160, 60],
    ["2027-01-01", paid("2026-12-31", 250), "performed", 0, 0],
    ["2026-12-30", paid("2026-12-31", 200), "notDue", 200, 0],
  ] as const)("on %s", (today, payments, status, outstandingFen, overdueFen) => {
    expect(standing(plan, payments, today)).toEqual({ status, outstandingFen, overdueFen });
  });
});

test("a payment goes to costs, then interest, then principal", () => {
  const owed = { costsFen: 10, interestFen: 20, principalFen: 100 };
  expect(allocate(25, owed)).toEqual({ costsFen: 10, interestFen: 15, principalFen: 0, restFen: 0 });
  expect(allocate(140, owed)).toEqual({ costsFen: 10, interestFen: 20, principalFen: 100, restFen: 10 });
});
