import fs from "node:fs";
import { expect, it } from "vitest";
import { readStoredFile, storeFile } from "~/services/store-file.server";
import { actorIn, useCourt } from "./court";
import { COURT } from "./journey";
import { trailOf, withoutRecord } from "./trail";

const court = useCourt();

it("a file is taken in, and given out, only with its record; its name is in none", async () => {
  const c = court();
  const clerk = actorIn(COURT, "clerk");
  const upload = { bytes: fs.readFileSync("tests/fixtures/intake.xlsx"), name: "张某某的案件.xlsx" };
  const known = () => c.owner<{ id: string }[]>`select id from files`;
  await withoutRecord(c, "upload-file", () => storeFile(c.deps, clerk, upload));
  expect(await known()).toEqual([]);
  const stored = await storeFile(c.deps, clerk, upload);
  if (!stored.ok) throw new Error(stored.refusal);
  await withoutRecord(c, "read-file", () => readStoredFile(c.deps, clerk, stored.fileId));
  expect((await readStoredFile(c.deps, clerk, stored.fileId)).bytes).toEqual(upload.bytes);
  const trail = await trailOf(c, COURT);
  expect(trail.map((row) => [row.verb, row.data.fileId])).toEqual([
    ["upload-file", stored.fileId],
    ["read-file", stored.fileId],
  ]);
  expect(JSON.stringify(trail)).not.toContain("张某某");
});
