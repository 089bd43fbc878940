import { expect, it } from "vitest";
import { fillElements } from "~/services/fill-elements.server";
import { caseFactsQuery } from "~/services/queries-facts.server";
import { ask } from "~/services/query.server";
import { recordUndisputedFacts } from "~/services/record-undisputed-facts.server";
import { signUndisputedFacts } from "~/services/sign-undisputed-facts.server";
import { type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf, does, refuses } from "./journey";

/* What both sides agree on in the sheet becomes a sentence to sign, which knows where it comes from; signed by both, a fact. */
const court = useCourt();

const SAID = { "principal.amount": 1_234_567, "card.number": "6225 **** **** 0107", "dunning.done": true };

/** A case about a credit card, on which the sides agree about the principal and the card. */
async function agreedCase(c: TestCourt): Promise<Cast> {
  const cast = await castOf(c);
  const { caseId } = cast;
  await c.owner`update cases set cause_code = '115.2' where court_id = ${COURT} and id = ${caseId}`;
  await does(c, cast.claimant, fillElements, { caseId, side: "claimant", version: 0, answers: SAID });
  await does(c, cast.respondent, fillElements, {
    caseId,
    side: "respondent",
    version: 0,
    answers: {
      "principal.amount": { stand: "admitted" },
      "card.number": { stand: "admitted" },
      "dunning.done": { stand: "denied" },
    },
  });
  return cast;
}

const factsOf = async (c: TestCourt, { mediator, caseId }: Cast) => {
  const found = await ask(c.deps, mediator, caseFactsQuery, { caseId });
  if (!found.ok) throw new Error(found.refusal);
  return found;
};

it("puts agreed elements up with the versions they come from, and they are facts once both have signed", async () => {
  const c = court();
  const cast = await agreedCase(c);
  const { caseId, mediator } = cast;
  expect((await factsOf(c, cast)).agreed.map(({ name, isUp }) => [name, isUp])).toEqual([
    ["principal.amount", false],
    ["card.number", false],
  ]);
  const take = { caseId, elements: ["principal.amount"], claimantVersion: 1, respondentVersion: 1 };
  await does(c, mediator, recordUndisputedFacts, take);
  const { facts, agreed } = await factsOf(c, cast);
  expect(agreed.map(({ isUp }) => isUp)).toEqual([true, false]);
  expect(facts).toMatchObject([
    {
      text: "透支本金，尚欠本金：12,345.67\u00a0元。",
      source: "bothSaid",
      elementKey: "principal.amount",
      agreedIn: { claimant: 1, respondent: 1 },
      undisputed: false,
    },
  ]);
  await does(c, cast.claimant, signUndisputedFacts, { caseId });
  expect((await factsOf(c, cast)).facts).toMatchObject([{ undisputed: false }]);
  await does(c, cast.respondent, signUndisputedFacts, { caseId });
  expect((await factsOf(c, cast)).facts).toMatchObject([{ undisputed: true }]);
  const records = await c.owner`
    select data from records where case_id = ${caseId} and verb = 'record-undisputed-facts'`;
  expect(records.map(({ data }) => data.elements)).toEqual([["principal.amount"]]);
  expect(JSON.stringify(records)).not.toContain("12,345");
});

it("takes nothing over twice, nothing that is not agreed on, and nothing that was looked at too early", async () => {
  const c = court();
  const cast = await agreedCase(c);
  const { caseId, mediator } = cast;
  const at = { caseId, claimantVersion: 1, respondentVersion: 1 };
  await refuses(c, mediator, recordUndisputedFacts, { ...at, elements: ["dunning.done"] }, "invalidInput");
  await does(c, mediator, recordUndisputedFacts, { ...at, elements: ["card.number"] });
  await refuses(c, mediator, recordUndisputedFacts, { ...at, elements: ["card.number"] }, "alreadyAnswered");
  const anew = { ...SAID, "card.number": "6225 **** **** 0999" };
  await does(c, cast.claimant, fillElements, { caseId, side: "claimant", version: 1, answers: anew });
  const early = { ...at, elements: ["principal.amount"] };
  await refuses(c, mediator, recordUndisputedFacts, early, "staleVersion");
  // The answer to the earlier number says nothing about the new one.
  expect((await factsOf(c, cast)).agreed.map(({ name }) => name)).toEqual(["principal.amount"]);
});
