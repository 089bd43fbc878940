import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/** Who may import whom: shared law of the house, docs/decisions/002. */
const LAW: Readonly<Record<string, readonly string[]>> = {
  routes: ["services", "domain", "platform", "ui", "i18n"],
  platform: ["services", "domain", "i18n"],
  services: ["domain", "db", "adapters", "i18n"],
  adapters: ["domain", "i18n"],
  db: ["domain"],
  i18n: ["domain"],
  ui: [],
  domain: [],
};
const DOMAIN_PACKAGES = ["luxon", "zod"];
const TESTERS = ["vitest", "fast-check"];

const files = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? files(full) : /\.(ts|tsx)$/.test(entry.name) ? [full] : [];
  });

const layerOf = (file: string): string | null => {
  const parts = path.relative(process.cwd(), file).split(path.sep);
  const layer = parts[0] === "db" ? "db" : parts[1];
  return layer && layer in LAW ? layer : null;
};

const target = (file: string, wanted: string): string | null => {
  if (wanted.startsWith("~/")) return path.resolve("app", wanted.slice(2));
  if (wanted.startsWith("#db/")) return path.resolve("db", wanted.slice(4));
  if (wanted.startsWith(".")) return path.resolve(path.dirname(file), wanted);
  return null;
};

const imports = (file: string) =>
  [
    ...fs
      .readFileSync(file, "utf8")
      .matchAll(/^\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|import\("([^"]+)"\)/gm),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);

const all = [...files("app"), ...files("db")].map((file) => path.resolve(file));

it("every import keeps the law", () => {
  const offences: string[] = [];
  for (const file of all) {
    const from = layerOf(file);
    if (!from) continue;
    const name = path.relative(process.cwd(), file);
    for (const wanted of imports(file)) {
      const to = target(file, wanted);
      const layer = to ? layerOf(to) : null;
      if (layer && layer !== from && !LAW[from]?.includes(layer))
        offences.push(`${name} (${from}) imports ${wanted} (${layer})`);
      if (layer === "db" && from !== "db" && !/\.server\.tsx?$/.test(name))
        offences.push(`${name} imports ${wanted} but is no *.server.ts`);
      if (
        from === "domain" &&
        !to &&
        !DOMAIN_PACKAGES.includes(wanted) &&
        !(TESTERS.includes(wanted) && /\.(test|fixture)\.ts$/.test(name))
      )
        offences.push(`${name} imports ${wanted}`);
    }
  }
  expect(offences).toEqual([]);
});

it("the confidential tables are read by the mediation services alone", () => {
  const readers = all
    .filter((file) => /confidentialNotes/.test(fs.readFileSync(file, "utf8")))
    .map((file) => path.relative(process.cwd(), file));
  const allowed = /^(db\/schema\/mediation\.ts|app\/services\/(write-note|mediation-notes)\.server\.ts)$/;
  expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
});

it("only the two doors open a transaction, and whoever writes records", () => {
  const offenders = all
    .filter((file) => /\.transaction\(|\.begin\(/.test(fs.readFileSync(file, "utf8")))
    .map((file) => path.relative(process.cwd(), file));
  expect(offenders).toEqual(["db/client.ts"]);
});
