import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pack } from "./archive.fixture";
import { sniff } from "./file-kinds";
import { createFileStore } from "./files.server";

const pdf = Buffer.from("%PDF-1.7\n调解协议");
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "tiaosu-files-"));
});
afterEach(() => rm(directory, { recursive: true }));

const office = (name: string, more: string[] = []) =>
  pack(["[Content_Types].xml", name, ...more].map((one) => ({ name: one, plain: Buffer.from("<x/>") })));

it("keeps bytes under an id of its own and gives them back", async () => {
  const store = createFileStore(path.join(directory, "files"));
  const put = await store.put(pdf);
  if (!put.ok) throw new Error(put.refusal);
  expect(put.file).toMatchObject({ kind: "pdf", size: pdf.length });
  expect(put.file.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await store.get(put.file.id))?.equals(pdf)).toBe(true);
  const [folder] = await readdir(path.join(directory, "files"));
  const files = await readdir(path.join(directory, "files", folder!));
  expect(files).toEqual([put.file.id]);
  expect((await stat(path.join(directory, "files", folder!, files[0]!))).mode & 0o777).toBe(0o600);
  await store.remove(put.file.id);
  expect(await store.get(put.file.id)).toBeUndefined();
});

it("refuses what is too large or of another kind, and writes nothing", async () => {
  const store = createFileStore(directory);
  expect(await store.put(pdf, { maxBytes: 5 })).toMatchObject({ refusal: "fileTooLarge" });
  expect(await store.put(pdf, { kinds: ["xlsx"] })).toMatchObject({ refusal: "fileKindNotAllowed" });
  expect(await store.put(Buffer.from("<svg onload=alert(1)>"))).toMatchObject({
    refusal: "fileKindNotAllowed",
  });
  expect(await readdir(directory)).toEqual([]);
});

it("never leaves its directory, whatever the id says", async () => {
  const store = createFileStore(directory);
  for (const id of ["../../../etc/passwd", "/etc/passwd", "..", "", "0192f0c4-0000-7000-8000-00000000000/"]) {
    expect(await store.get(id)).toBeUndefined();
    await store.remove(id);
  }
});

it.each([
  ["pdf", pdf],
  ["png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ["jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ["docx", office("word/document.xml")],
  ["xlsx", office("xl/workbook.xml")],
  ["csv", Buffer.from("姓名,金额\n张三,1")],
  ["csv", Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31])],
  [undefined, office("xl/workbook.xml", ["xl/vbaProject.bin"])],
  [undefined, office("evil.exe")],
  [undefined, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  [undefined, Buffer.from("MZ\u0000\u0001")],
  [undefined, Buffer.from("  <!doctype html><script>")],
  [undefined, Buffer.alloc(0)],
])("takes bytes for %s by what they are", (kind, bytes) => {
  expect(sniff(bytes)).toBe(kind);
});
