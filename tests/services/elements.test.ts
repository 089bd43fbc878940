import { expect, it } from "vitest";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import { Forbidden, NotFound } from "~/services/command.server";
import { fillElements } from "~/services/fill-elements.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf, does, refuses } from "./journey";

/* What each side says to the elements of its case: its own side only, a version each time, nothing of it in the record. */
const court = useCourt();

/** A case about a credit card. */
async function cardCase(c: TestCourt): Promise<Cast> {
  const cast = await castOf(c);
  await c.owner`update cases set cause_code = '115.2' where court_id = ${COURT} and id = ${cast.caseId}`;
  return cast;
}

const SAID = {
  "principal.asOf": "2026-10-31",
  "principal.amount": 1_234_567,
  "card.number": "6225 **** **** 0107",
  "dunning.done": true,
  "dunning.doneDetail": "逾期后短信催收六次",
};

it("keeps each side's answers by version, and both see them beside each other", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  const claimant = { caseId, side: "claimant" } as const;
  expect(
    (await does(c, cast.claimant, fillElements, { ...claimant, version: 0, answers: SAID })).version,
  ).toBe(1);
  const answers = {
    "principal.amount": { stand: "partly", value: 1_000_000, note: "已还部分未扣除" },
    "dunning.done": { stand: "denied" },
    "principal.asOf": { stand: "admitted" },
  };
  await does(c, cast.respondent, fillElements, { caseId, side: "respondent", version: 0, answers });
  for (const actor of [cast.claimant, cast.respondent, cast.mediator, cast.coordinator]) {
    const found = await ask(c.deps, actor, caseElementsQuery, { caseId });
    const sheet = found.ok && found.sheetKey ? sheetOf(found.sheetKey) : null;
    if (!found.ok || !found.claimant || !found.respondent || !sheet) throw new Error("no sheet");
    expect(found.claimant.answers).toEqual(SAID);
    expect(found.missing).toEqual(["common.total", "outstanding.since", "outstanding.principal"]);
    const compared = compareSides(sheet, found.claimant.answers, found.respondent.answers);
    expect(compared.map(({ name, comparison }) => [name, comparison])).toEqual([
      ["principal.asOf", "agreed"],
      ["principal.amount", "partly"],
      ["card.number", "unanswered"],
      ["dunning.done", "disputed"],
      ["dunning.doneDetail", "unanswered"],
    ]);
  }
});

it("keeps every version, and refuses one that did not see the last", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  const of = { caseId, side: "claimant" } as const;
  await does(c, cast.mediator, fillElements, { ...of, version: 0, answers: SAID });
  await refuses(c, cast.coordinator, fillElements, { ...of, version: 0, answers: {} }, "staleVersion");
  const more = { ...SAID, "card.holder": "张某某" };
  expect((await does(c, cast.coordinator, fillElements, { ...of, version: 1, answers: more })).version).toBe(
    2,
  );
  const kept =
    await c.owner`select version, answers from element_answers where case_id = ${caseId} order by version`;
  expect(kept.map(({ version, answers }) => [version, answers])).toEqual([
    [1, SAID],
    [2, more],
  ]);
  const records =
    await c.owner`select data from records where case_id = ${caseId} and verb = 'fill-elements' order by seq`;
  expect(records.map(({ data }) => data.changed)).toEqual([Object.keys(SAID).sort(byForm), ["card.holder"]]);
  expect(JSON.stringify(records)).not.toContain("张某某");
});

const FORM = ["principal.asOf", "principal.amount", "card.number", "dunning.done", "dunning.doneDetail"];
const byForm = (a: string, b: string) => FORM.indexOf(a) - FORM.indexOf(b);

it("takes from a side its own side alone, and from nobody what is no element or no value", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  const asOther = does(c, cast.respondent, fillElements, {
    caseId,
    side: "claimant",
    version: 0,
    answers: SAID,
  });
  await expect(asOther).rejects.toThrow(Forbidden);
  const stranger = await castOf(c);
  const ofAnother = does(c, stranger.claimant, fillElements, {
    caseId,
    side: "claimant",
    version: 0,
    answers: SAID,
  });
  await expect(ofAnother).rejects.toThrow(NotFound);
  const wrong = { "principal.amount": 0.5, "principal.asOf": "2026-02-30", "nothing.atAll": 1 };
  await refuses(
    c,
    cast.coordinator,
    fillElements,
    { caseId, side: "claimant", version: 0, answers: wrong },
    "invalidInput",
  );
  expect(await c.owner`select 1 from element_answers where case_id = ${caseId}`).toEqual([]);
});
