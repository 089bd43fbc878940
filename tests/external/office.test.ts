import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documentFields, type TemplateKind } from "~/adapters/documents/fields";
import { mergeDocuments } from "~/adapters/documents/merge.server";
import { renderDocument } from "~/adapters/documents/render.server";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import { sampleData } from "../golden/document-samples";

/* LibreOffice opens every document we make and finds in it what was put in; our spreadsheets hold text, not formulas. */
let dir: string;
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-office-"));
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

function convert(file: string, to: string): void {
  const done = spawnSync(
    "soffice",
    ["--headless", `-env:UserInstallation=file://${dir}/profile`, "--convert-to", to, "--outdir", dir, file],
    { encoding: "utf8", timeout: 120_000 },
  );
  expect(done.status, done.stderr).toBe(0);
}

it("every kind of document opens and is at least a page of A4 with its own words", async () => {
  for (const kind of Object.keys(documentFields) as TemplateKind[]) {
    const file = path.join(dir, `${kind}.docx`);
    const data = sampleData(kind);
    fs.writeFileSync(file, await renderDocument<TemplateKind>(kind, data));
    convert(file, "pdf");
    const text = spawnSync("pdftotext", ["-layout", path.join(dir, `${kind}.pdf`), "-"], {
      encoding: "utf8",
    }).stdout;
    expect(text.replace(/\s/g, ""), kind).toContain(data.courtName.replace(/\s/g, ""));
    const info = spawnSync("pdfinfo", [path.join(dir, `${kind}.pdf`)], { encoding: "utf8" }).stdout;
    expect(info).toMatch(/Page size:\s+595\.\d* x 841\.\d*/);
  }
});

it("documents put behind each other for printing open as one file, each from a page of its own", async () => {
  const data = sampleData("guidance");
  const merged = await mergeDocuments(
    await Promise.all(
      ["第一人", "第二人", "第三人"].map((recipient) =>
        renderDocument<TemplateKind>("guidance", { ...data, recipient } as typeof data),
      ),
    ),
  );
  const file = path.join(dir, "merged.docx");
  fs.writeFileSync(file, merged);
  convert(file, "pdf");
  const pdf = path.join(dir, "merged.pdf");
  const pages = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).stdout.split("\f");
  const first = ["第一人", "第二人", "第三人"].map((who) => pages.findIndex((page) => page.includes(who)));
  expect(first[0]).toBe(0);
  expect(new Set(first).size).toBe(3);
  expect(first).toEqual([...first].sort((a, b) => a - b));
});

it("an exported sheet evaluates nothing", async () => {
  const file = path.join(dir, "list.xlsx");
  const columns = [{ key: "a", title: "当事人" }];
  fs.writeFileSync(
    file,
    await writeTable({ columns, rows: [{ a: "=1+1" }, { a: "+SUM(1,2)" }, { a: "@cmd" }, { a: "张某某" }] }),
  );
  convert(file, "csv");
  const csv = fs.readFileSync(path.join(dir, "list.csv"), "utf8");
  expect(csv).toContain("=1+1");
  expect(csv).not.toMatch(/^2$/m);
});
