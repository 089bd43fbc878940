import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import type { Sheet } from "~/domain/elements/element";
import { elementsOf } from "~/domain/elements/sheet";
import { SHEETS } from "~/domain/elements/sheet-list";
import { CAUSES } from "~/domain/intake/causes";
import type { Actor } from "~/domain/policy/actor";
import { fillElements } from "~/services/fill-elements.server";
import { elementPaperQuery } from "~/services/queries-element-papers.server";
import { ask } from "~/services/query.server";
import { type TestCourt, useCourt } from "./court";
import { COURT, castOf, does } from "./journey";

/* The claimant's print is the official complaint, the respondent's the answer: all of the form, and only what may be read. */
const court = useCourt();

async function wordsOf(c: TestCourt, actor: Actor, caseId: string, side: "claimant" | "respondent") {
  const file = await ask(c.deps, actor, elementPaperQuery, { caseId, side });
  if (!file.ok) throw new Error(file.refusal);
  const entry = openArchive(Buffer.from(file.bytes)).find((one) => one.name === "word/document.xml");
  const words =
    entry
      ?.read()
      .toString("utf8")
      .replace(/<w:br\/>|<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "") ?? "";
  return { name: file.name, words: words.replaceAll("&amp;", "&") };
}

/** A cause that a case can have: `205` is a group. */
const leafOf = ({ causes: [code = ""] }: Sheet): string =>
  CAUSES.find((one) => one.code === code || one.code.startsWith(`${code}.`))?.code ?? "";

it.each(SHEETS.map((sheet) => [sheet.key, sheet] as const))(
  "prints every element of the form %s, whether anything was said to it or not",
  async (_key, sheet) => {
    const c = court();
    const { caseId, mediator } = await castOf(c);
    await c.owner`update cases set cause_code = ${leafOf(sheet)} where court_id = ${COURT} and id = ${caseId}`;
    const { words } = await wordsOf(c, mediator, caseId, "claimant");
    const missing = elementsOf(sheet).filter(
      ({ block, element }) => !words.includes(block.zh) || !words.includes(element.zh),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  },
);

it("ticks what was chosen, and prints to each claim how the respondent stands, once he has handed it in", async () => {
  const c = court();
  const { caseId, ...cast } = await castOf(c);
  await c.owner`update cases set cause_code = '115.2' where court_id = ${COURT} and id = ${caseId}`;
  await does(c, cast.claimant, fillElements, {
    caseId,
    side: "claimant",
    version: 0,
    answers: { "principal.amount": 1_234_567, "dunning.done": true, "mediation.considers": "unsure" },
  });
  const respondent = { caseId, side: "respondent" } as const;
  const answers = { "principal.amount": { stand: "partly", value: 1_000_000, note: "已还部分未扣除" } };
  await does(c, cast.respondent, fillElements, { ...respondent, version: 0, answers });
  const complaint = await wordsOf(c, cast.claimant, caseId, "claimant");
  expect(complaint.name).toBe("起诉状（信用卡纠纷）.docx");
  for (const words of ["民事起诉状", "12,345.67\u00a0元", "☑是　☐否", "☐是　☐否", "☑暂不确定"])
    expect(complaint.words).toContain(words);
  const answer = await wordsOf(c, cast.respondent, caseId, "respondent");
  for (const words of ["民事答辩状", "12,345.67\u00a0元", "☑部分有异议", "10,000.00\u00a0元；已还部分未扣除"])
    expect(answer.words).toContain(words);
  expect((await wordsOf(c, cast.judge, caseId, "respondent")).words).not.toContain("已还部分未扣除");
  const handIn = { ...respondent, version: 1, only: [], answers: {}, isPleading: true };
  await does(c, cast.respondent, fillElements, handIn);
  expect((await wordsOf(c, cast.judge, caseId, "respondent")).words).toContain("已还部分未扣除");
});
