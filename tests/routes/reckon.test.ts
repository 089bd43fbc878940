import { expect, it } from "vitest";
import { calculatorOf } from "~/domain/elements/calculators/calculator-list";
import { reckon } from "~/routes/_staff.calculators/reckon.server";
import { takenBy, takeOver } from "~/routes/_staff.cases_.$id_.reckon/take.server";
import { fillElements } from "~/services/fill-elements.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { useCourt } from "../services/court";
import { COURT, castOf, does } from "../services/journey";

/* A sum is worked out from what was typed, and one press writes it into the sheet. */
const court = useCourt();
const request = new Request("http://127.0.0.1:3000/calculators", { headers: { "Accept-Language": "zh-CN" } });

function worked(kind: string, values: Record<string, string>) {
  const calculator = calculatorOf(kind);
  if (!calculator) throw new Error("no calculator");
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return reckon(request, calculator, form);
}

it("reads amounts in yuan and shares in per cent, and says at the field what is missing", () => {
  const wages = worked("wages-owed", { monthly: "6,800", months: "4", paid: "800" });
  expect(wages.calculation?.totalFen).toBe(2_640_000);
  const loan = {
    principal: "10000",
    contractOn: "2022-03-01",
    suitOn: "2025-03-01",
    fromOn: "2022-03-01",
    untilOn: "2023-03-01",
    agreed: "24",
  };
  expect(worked("lending-interest", loan).calculation?.totalFen).toBe(148_000);
  const early = worked("lending-interest", { ...loan, contractOn: "2031-01-01" });
  expect([early.calculation, early.isUnknown]).toEqual([null, true]);
  expect(worked("lending-interest", { ...loan, principal: "x", fromOn: "" })).toMatchObject({
    calculation: null,
    isFaulty: true,
    fields: { principal: [expect.any(String)], fromOn: [expect.any(String)] },
  });
});

it("writes a sum into one element of one side, and leaves the rest as it was said", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId, mediator } = cast;
  await c.owner`update cases set cause_code = '108.3' where court_id = ${COURT} and id = ${caseId}`;
  const said = {
    "interest.amount": 400_000,
    "interest.method": "按年利率 12%",
    "principal.amount": 5_000_000,
  };
  await does(c, cast.claimant, fillElements, { caseId, side: "claimant", version: 0, answers: said });
  const standing = async () => {
    const found = await ask(c.deps, mediator, caseElementsQuery, { caseId });
    if (!found.ok || !found.claimant || !found.respondent) throw new Error("no sheet");
    return { claimant: found.claimant, respondent: found.respondent };
  };
  const press = async (intent: string, fen: number) => {
    const taken = takenBy(intent);
    if (!taken) throw new Error("no such button");
    return takeOver({ deps: c.deps, actor: mediator, caseId, key: intent }, taken, fen, await standing());
  };
  expect(await press("take:claimant:interest.amount", 148_000)).toMatchObject({ ok: true, version: 2 });
  expect((await standing()).claimant.answers).toEqual({ ...said, "interest.amount": 148_000 });
  await press("take:respondent:interest.amount", 120_000);
  expect((await standing()).respondent.answers).toMatchObject({
    "interest.amount": { stand: "partly", value: 120_000 },
  });
  expect(takenBy("take:judge:interest.amount")).toBeNull();
});
