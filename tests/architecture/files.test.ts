import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const MOST_LINES = 300;
/** Declarative tables, catalogues, seed data: long by nature. */
const LONG_BY_NATURE =
  /^(app\/i18n\/|db\/seed\/|db\/schema\/|app\/adapters\/calendar-reading\/\w+\.fixture\.ts|app\/domain\/(cases\/events\/|cases\/guards\.ts|intake\/causes\.ts|cases\/clock-rules\.ts))/;
const FORBIDDEN = /(^|\/)(utils|helpers|common|misc|lib)(\/|\.|$)/;

const walk = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const full = path.join(folder, entry.name);
        return entry.isDirectory() ? walk(full) : [full];
      })
    : [];

const sources = ["app", "db", "bin", "bench", "tests"]
  .flatMap(walk)
  .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));

it("no file outgrows its room", () => {
  const long = sources
    .filter((file) => !LONG_BY_NATURE.test(file) && !file.startsWith("db/migrations"))
    .map((file) => [file, fs.readFileSync(file, "utf8").split("\n").length] as const)
    .filter(([, lines]) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

it("no drawers, no barrels, no .server folders", () => {
  expect(sources.filter((file) => FORBIDDEN.test(file) || /\.server\//.test(file))).toEqual([]);
  const barrels = sources.filter(
    (file) => /^index\.tsx?$/.test(path.basename(file)) && !file.startsWith("app/routes"),
  );
  expect(barrels).toEqual([]);
});

it("the pure domain reads no clock, no randomness, no environment", () => {
  const impure = walk("app/domain")
    .filter((file) => file.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(file))
    .filter((file) =>
      /DateTime\.(now|local|utc)\(|Date\.now\(|new Date\(|Math\.random|process\.|fetch\(/.test(
        fs.readFileSync(file, "utf8"),
      ),
    );
  expect(impure).toEqual([]);
});

it("no test is left out, and no type is thrown away", () => {
  const skipped = sources.filter(
    (file) =>
      /\.test\.tsx?$/.test(file) &&
      /\b(it|test|describe)\.(skip|only|todo)\b/.test(
        fs.readFileSync(file, "utf8").replace(/\/\\b[^/]*\//g, ""),
      ),
  );
  expect(skipped).toEqual([]);
  const holes = sources.filter(
    (file) =>
      !file.startsWith("tests/architecture") &&
      /\bas any\b|: any\b|@ts-ignore|@ts-nocheck|as unknown as/.test(fs.readFileSync(file, "utf8")),
  );
  expect(holes).toEqual([]);
});
