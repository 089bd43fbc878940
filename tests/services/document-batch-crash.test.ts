import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { createFileStore } from "~/adapters/files.server";
import { prepareDocumentBatch } from "~/services/prepare-document-batch.server";
import { startDocumentBatch } from "~/services/start-document-batch.server";
import { SECRET, type TestCourt, useCourt } from "./court";
import { clerk, done, registered } from "./desk";

/*
 * The worker dies by kill -9 again and again in the middle of a batch: between the bytes on the disk and the commit,
 * between two groups, while the archive is made. In the end every document is there once.
 */
const CASES = 75;
const KILLS = 3;
const court = useCourt();
let c: TestCourt;
let folder: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  c = court();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-batch-"));
});
afterEach(() => {
  for (const child of children.splice(0)) killGroup(child);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), "SIGKILL");
  } catch {
    // gone already
  }
}

function worker(): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [path.resolve("node_modules/tsx/dist/cli.mjs"), path.resolve("tests/services/worker.child.ts")],
    {
      env: {
        ...process.env,
        APP_URL: c.fresh.appUrl,
        NOW: c.clock.now().toISO() as string,
        SECRET,
        FILES: folder,
      },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    },
  );
  children.push(child);
  return new Promise((resolve) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes("ready") && resolve(child));
  });
}

/** Bytes on the disk, whether anything points at them or not. */
const filesKept = () =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part")).length;

it("writes no document twice and leaves none out, and packs the whole", async () => {
  const caseIds: string[] = [];
  for (let n = 1; n <= CASES; n++) caseIds.push(await registered(c, n));
  const { batchId } = await done(c, clerk, prepareDocumentBatch, { kind: "guidance", caseIds });
  await done(c, clerk, startDocumentBatch, { batchId });
  let unfinished = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const child = await worker();
    const wanted = filesKept() + 27;
    while (filesKept() < wanted && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    killGroup(child);
    const [row] = await c.owner`select count(*)::int as n from documents`;
    if (filesKept() > Number(row?.n)) unfinished++;
    // What the dead one had claimed comes back when its lease ends; tests do not wait a minute for it.
    await c.owner`update outbox set leased_until = null where done_at is null`;
    const [batch] = await c.owner`select status from document_batches`;
    if (batch?.status === "done") break;
  }
  expect(unfinished).toBeGreaterThan(0);
  const last = await worker();
  await new Promise<void>((resolve) => {
    last.stdout?.on("data", (chunk) => String(chunk).includes("idle") && resolve());
  });
  killGroup(last);
  const [batch] = await c.owner`select status, zip_file_id from document_batches`;
  expect(batch?.status).toBe("done");
  const documents = await c.owner<
    { number: string; file_id: string }[]
  >`select number, file_id from documents order by number`;
  expect(documents.map((one) => one.number)).toEqual(
    Array.from({ length: CASES * 2 }, (_, n) => `W2026-000001-${String(n + 1).padStart(4, "0")}`),
  );
  const [pairs] = await c.owner`select count(distinct (case_id, party_id))::int as n from documents`;
  expect(pairs?.n).toBe(CASES * 2);
  const records = await c.owner`select 1 from records where verb = 'write-batch-documents'`;
  expect(records).toHaveLength(CASES * 2);
  const store = createFileStore(folder);
  for (const { file_id } of documents) expect(await store.get(file_id)).toBeDefined();
  const zip = await store.get(batch?.zip_file_id);
  expect(openArchive(zip ?? Buffer.alloc(0))).toHaveLength(CASES * 2);
});
