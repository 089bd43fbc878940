import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { SHEETS } from "~/domain/elements/sheet-list";

it("knows every element sheet that has a file", () => {
  const files = readdirSync("app/domain/elements/sheets")
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => !/-(parts|blocks)$/.test(name));
  expect(SHEETS.map(({ key }) => key).sort()).toEqual(files.sort());
});
