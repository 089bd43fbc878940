import { expect, it } from "vitest";
import { compareSides } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import type { Actor } from "~/domain/policy/actor";
import { Forbidden, NotFound } from "~/services/command.server";
import { fillElements } from "~/services/fill-elements.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { actorIn, type TestCourt, useCourt } from "./court";
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

it("is filled in block by block, and what nothing is said of stays as it was", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  const of = { caseId, side: "claimant" } as const;
  await does(c, cast.claimant, fillElements, { ...of, version: 0, answers: SAID });
  await does(c, cast.claimant, fillElements, {
    ...of,
    version: 1,
    only: ["principal"],
    answers: { "principal.amount": 900 },
  });
  const found = await ask(c.deps, cast.claimant, caseElementsQuery, { caseId });
  const { "principal.asOf": _gone, ...rest } = SAID;
  expect(found.ok && found.claimant?.answers).toEqual({ ...rest, "principal.amount": 900 });
});

it("takes an answer for what was said then: said anew, it is unanswered", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  const claimant = { caseId, side: "claimant" } as const;
  const respondent = { caseId, side: "respondent" } as const;
  await does(c, cast.claimant, fillElements, { ...claimant, version: 0, answers: SAID });
  const admits = { "principal.amount": { stand: "admitted" }, "card.number": { stand: "admitted" } };
  await does(c, cast.respondent, fillElements, { ...respondent, version: 0, to: 1, answers: admits });
  const more = { ...SAID, "principal.amount": 9_999_999 };
  await does(c, cast.claimant, fillElements, { ...claimant, version: 1, answers: more });
  const standing = async () => {
    const found = await ask(c.deps, cast.mediator, caseElementsQuery, { caseId });
    const sheet = found.ok && found.sheetKey ? sheetOf(found.sheetKey) : null;
    if (!found.ok || !found.claimant || !found.respondent || !sheet) throw new Error("no sheet");
    const compared = compareSides(sheet, found.claimant.answers, found.respondent.answers);
    return compared.filter(({ name }) => name in admits).map(({ comparison }) => comparison);
  };
  expect(await standing()).toEqual(["unanswered", "agreed"]);
  // A form that showed the earlier amount does not answer the later one.
  await refuses(
    c,
    cast.respondent,
    fillElements,
    { ...respondent, version: 1, to: 1, answers: admits },
    "staleVersion",
  );
  // Answering another block leaves what was not answered anew as it was.
  const elsewhere = { ...respondent, version: 1, to: 2, only: ["dunning"], answers: {} };
  await does(c, cast.respondent, fillElements, elsewhere);
  expect(await standing()).toEqual(["unanswered", "agreed"]);
  await does(c, cast.respondent, fillElements, { ...respondent, version: 2, to: 2, answers: admits });
  expect(await standing()).toEqual(["agreed", "agreed"]);
});

it("brings before the court what a side handed in, and nothing that was said on the way to a settlement", async () => {
  const c = court();
  const { caseId, ...cast } = await cardCase(c);
  await does(c, cast.claimant, fillElements, { caseId, side: "claimant", version: 0, answers: SAID });
  const respondent = { caseId, side: "respondent" } as const;
  const admits = { "principal.amount": { stand: "admitted" } };
  await does(c, cast.respondent, fillElements, { ...respondent, version: 0, answers: admits });
  const clerk = actorIn(COURT, "clerk");
  const seen = async (actor: Actor) => {
    const found = await ask(c.deps, actor, caseElementsQuery, { caseId });
    return found.ok ? found.respondent : null;
  };
  for (const reader of [clerk, cast.judge, actorIn(COURT, "leader")])
    expect(await seen(reader)).toMatchObject({ version: 0, newest: 1, answers: {}, pleaded: 0 });
  expect(await seen(cast.claimant)).toMatchObject({ version: 1, isPleading: false, isOwn: true });
  const handIn = { ...respondent, version: 1, only: [], answers: {}, isPleading: true };
  await does(c, cast.respondent, fillElements, handIn);
  await does(c, cast.respondent, fillElements, { ...respondent, version: 2, answers: {} });
  expect(await seen(clerk)).toMatchObject({
    version: 2,
    newest: 3,
    answers: { "principal.amount": { stand: "admitted", to: 1_234_567 } },
  });
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
