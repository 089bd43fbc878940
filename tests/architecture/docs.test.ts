import fs from "node:fs";
import { expect, it } from "vitest";
import { stagesDocument } from "~/domain/cases/stages-document";
import { stageWords } from "~/i18n/stages-page";

it("docs/stages.md is the case table of today (npm run docs)", () => {
  expect(fs.readFileSync("docs/stages.md", "utf8")).toBe(stagesDocument(stageWords));
});
