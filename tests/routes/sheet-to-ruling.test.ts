import { expect, it } from "vitest";
import { ELEMENT_EXAMPLES } from "#db/seed/element-examples";
import { openArchive } from "~/adapters/archive";
import { missingIn } from "~/domain/elements/sheet";
import { compareSides, countsOf } from "~/domain/elements/sheet-comparison";
import { SHEETS, sheetFor } from "~/domain/elements/sheet-list";
import { begunWith } from "~/domain/elements/sheet-terms";
import { CAUSES, causeOf } from "~/domain/intake/causes";
import { proposedIn, withSheet } from "~/routes/_staff.cases_.$id_.agreement/from-sheet";
import { termsIn } from "~/routes/_staff.cases_.$id_.agreement/read-terms.server";
import { confirmAgreement } from "~/services/confirm-agreement.server";
import { draftAgreement } from "~/services/draft-agreement.server";
import { fillElements } from "~/services/fill-elements.server";
import { handOver } from "~/services/hand-over.server";
import { issueStatement } from "~/services/issue-statement.server";
import { agreementPageQuery } from "~/services/queries-agreement-screens.server";
import { readDocumentQuery } from "~/services/queries-documents.server";
import { caseElementsQuery } from "~/services/queries-elements.server";
import { ask } from "~/services/query.server";
import { signAgreement } from "~/services/sign-agreement.server";
import { takeUp } from "~/services/take-up.server";
import { type TestCourt, useCourt } from "../services/court";
import { apply, type Cast, COURT, castOf, checkAll, does, hold } from "../services/journey";

/*
 * Every sheet's filled example becomes an agreement and the court's paper from it, nothing typed twice: what the example
 * says, a mediator takes over, both sign, and it stands in the ruling or the statement.
 */
const court = useCourt();
const TOTAL = 3_600_000;

const EXAMPLES = SHEETS.map((sheet) => {
  const [group = ""] = sheet.causes;
  const code = CAUSES.find((one) => one.code === group || one.code.startsWith(`${group}.`))?.code ?? "";
  return [sheet.key, { sheet, code, example: ELEMENT_EXAMPLES[sheet.key] }] as const;
});

async function fill(c: TestCourt, { caseId, ...cast }: Cast, key: string): Promise<void> {
  const example = ELEMENT_EXAMPLES[key];
  const answers = example?.claimant(TOTAL) ?? {};
  await does(c, cast.claimant, fillElements, { caseId, side: "claimant", version: 0, answers });
  const responses = example?.respondent?.(TOTAL);
  if (responses)
    await does(c, cast.respondent, fillElements, {
      caseId,
      side: "respondent",
      version: 0,
      answers: responses,
    });
}

/** What the agreement's page does with the press of "take over", and the rest that a mediator enters. */
async function termsFrom(c: TestCourt, cast: Cast) {
  const { caseId, mediator } = cast;
  const said = await ask(c.deps, mediator, caseElementsQuery, { caseId });
  const page = await ask(c.deps, mediator, agreementPageQuery, { caseId });
  if (!said.ok || !page.ok) throw new Error("no page");
  const proposed = proposedIn(said);
  const chosen = proposed.proposals.map((one) => [`sheet.${one.name}`, begunWith(one) ?? "claimant"]);
  const form = withSheet({ "o.0.kind": "pay", ...Object.fromEntries(chosen) }, proposed, page.parties);
  const rows = Object.keys(form).flatMap((name) => /^o\.(\d+)\.kind$/.exec(name)?.[1] ?? []);
  const rest = rows.flatMap((row) => [
    [`o.${row}.dueOn`, "2026-12-31"],
    [`o.${row}.channel`, "转账"],
  ]);
  const more = { defaultClause: "none", feeSplit: "respondent", finality: "yes" };
  const facts = form.mainFacts || "双方对主要事实无异议";
  return termsIn({ ...form, ...Object.fromEntries(rest), ...more, mainFacts: facts });
}

it.each(EXAMPLES)("turns the example of the sheet %s into an agreement and a ruling", async (key, of) => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  expect(sheetFor(of.code)).toBe(of.sheet);
  await c.owner`update cases set cause_code = ${of.code} where court_id = ${COURT} and id = ${caseId}`;
  await fill(c, cast, key);
  await hold(c, cast);
  const { terms, fields } = await termsFrom(c, cast);
  expect(fields).toEqual({});
  const route = causeOf(of.code)?.confirmable ? "confirm" : "statement";
  const drafted = await does(c, cast.mediator, draftAgreement, { caseId, route, terms: terms as never });
  expect(drafted.missing).toEqual([]);
  await does(c, cast.claimant, signAgreement, { caseId });
  await does(c, cast.respondent, signAgreement, { caseId });
  await does(c, cast.mediator, signAgreement, { caseId, signer: "mediator" });
  await does(c, cast.mediator, signAgreement, { caseId, signer: "organisation" });
  if (route === "confirm") await apply(c, cast);
  await does(c, cast.mediator, handOver, { caseId });
  await does(c, cast.judge, takeUp, { caseId });
  await checkAll(c, cast);
  await does(c, cast.judge, route === "confirm" ? confirmAgreement : issueStatement, { caseId });
  const kind = route === "confirm" ? "rulingConfirmed" : "statement";
  const [paper] = await c.owner<
    { id: string }[]
  >`select id from documents where case_id = ${caseId} and kind = ${kind}`;
  const read = await ask(c.deps, cast.judge, readDocumentQuery, { caseId, documentId: paper?.id ?? "" });
  if (!read.ok) throw new Error(read.refusal);
  const words = openArchive(Buffer.from(read.bytes))
    .find((one) => one.name === "word/document.xml")
    ?.read()
    .toString("utf8");
  const { obligations } = terms as { obligations: { object?: string; amountFen?: number }[] };
  expect(obligations.length).toBeGreaterThan(0);
  for (const { object, amountFen } of obligations) {
    expect(words).toContain(object);
    if (amountFen)
      expect(words).toContain((amountFen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 }));
  }
});

it("shows in the examples all ways in which sides compare, with nothing missing that the forms ask for", () => {
  for (const [key, { sheet, example }] of EXAMPLES) {
    const answers = example?.claimant(TOTAL) ?? {};
    expect([key, missingIn(sheet, answers).map(({ name }) => name)]).toEqual([key, []]);
    if (!example?.respondent) continue;
    const responses = Object.entries(example.respondent(TOTAL)).map(([name, one]) => [
      name,
      { value: null, note: "", ...one },
    ]);
    const counts = countsOf(compareSides(sheet, answers, Object.fromEntries(responses)));
    expect([key, Object.values(counts).every((count) => count > 0)]).toEqual([key, true]);
  }
});
