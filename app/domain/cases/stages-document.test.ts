import { expect, test } from "vitest";
import { EVENTS } from "./events";
import { STAGES } from "./stages";
import { type StageWord, stagesDocument } from "./stages-document";

const spoken = (word: StageWord, language: string) => `${language}:${word.kind}.${word.code}`;

test("the page names every stage and every row of the table in both languages", () => {
  const page = stagesDocument(spoken);
  for (const language of ["zh", "en"]) {
    for (const stage of STAGES) expect(page).toContain(`| ${language}:stage.${stage} \`${stage}\` |`);
    const rows = page.split("\n").filter((line) => line.startsWith(`| ${language}:event.`));
    expect(rows).toHaveLength(EVENTS.length);
  }
});

test("tables keep their columns whatever the words hold", () => {
  const page = stagesDocument((word) => `a|b ${word.code}`);
  const widths = page
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.replaceAll("\\|", "").split("|").length - 2);
  expect(new Set(widths)).toEqual(new Set([4, 6]));
});

test("a guard shows its article and a choice all its ways", () => {
  const page = stagesDocument(spoken);
  expect(page).toContain("en:guard.withinThirtyDays (CPL 205)");
  expect(page).toContain("en:stage.consent; en:stage.selecting; en:stage.failed");
});
