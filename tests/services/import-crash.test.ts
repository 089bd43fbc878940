import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, expect, it } from "vitest";
import { createFileStore } from "~/adapters/files.server";
import { importCases } from "~/services/import-cases.server";
import { storeFile } from "~/services/store-file.server";
import { verifyCourt } from "~/services/verify-records.server";
import { seeded } from "../../bench/report";
import { SECRET, type TestCourt, useCourt } from "./court";
import { clerk, done } from "./desk";
import { asGb18030, asXlsx, bankSheet } from "./import-sheet";

/*
 * The worker dies by kill -9 at moments of no choice of ours while it carries an import out. What stands at the end is
 * what stands without any death: the good rows once, the wrong ones kept, numbers without a gap, records that hold.
 */
const ROWS = Number(process.env.IMPORT_ROWS ?? 1500);
const KILLS = Number(process.env.IMPORT_KILLS ?? 2);
const court = useCourt();
const folder = mkdtempSync(path.join(os.tmpdir(), "tiaosu-import-"));
const children: ChildProcess[] = [];
const killGroup = (child: ChildProcess) => {
  try {
    process.kill(-(child.pid as number), "SIGKILL");
  } catch {
    // gone already
  }
};
afterEach(() => {
  for (const child of children.splice(0)) killGroup(child);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A worker of its own process; resolves when it says so. */
function worker(c: TestCourt, until: "ready" | "idle"): Promise<ChildProcess> {
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
    child.stdout?.on("data", (chunk) => String(chunk).includes(until) && resolve(child));
  });
}

const FORMS = [
  ["an .xlsx", asXlsx, 0],
  ["a .csv in GB18030", async (sheet: ReturnType<typeof bankSheet>) => asGb18030(sheet), 50_000],
] as const;

/** One form shows on every run that work goes on where it was cut; test:full takes both. */
it.each(FORMS.slice(0, process.env.IMPORT_KILLS ? 2 : 1))(
  "%s comes in whole however often its worker dies",
  async (name, bytesOf, from) => {
    const c = court();
    const sheet = bankSheet(ROWS, { dirty: true, from });
    const deps = { ...c.deps, files: createFileStore(folder) };
    const stored = await storeFile(deps, clerk, { bytes: await bytesOf(sheet), name });
    if (!stored.ok) throw new Error(stored.refusal);
    const before = Number((await c.owner`select count(*)::int as n from cases`)[0]?.n);
    const { runId } = await done({ ...c, deps }, clerk, importCases, { fileId: stored.fileId });
    const below = seeded(from + 7);
    const at = async () =>
      Number((await c.owner`select good + bad + known as n from import_runs where id = ${runId}`)[0]?.n);
    const isOver = async () =>
      (await c.owner`select 1 from import_runs where id = ${runId} and status = 'done'`).length > 0;
    const seen = new Set<number>();
    for (let kill = 0; kill < KILLS; kill++) {
      const child = await worker(c, "ready");
      // Every other time in the reading, else a while into the chunk after the next: measured in looks, not in time.
      const wanted = (await at()) + (kill % 2 ? 1 : 0);
      let looks = below(60);
      while (child.exitCode === null && !(await isOver()) && ((await at()) < wanted || looks-- > 0));
      killGroup(child);
      await new Promise((resolve) => child.once("exit", resolve));
      seen.add(await at());
      // What the dead one had claimed comes back when its lease ends; tests do not wait a minute for it.
      await c.owner`update outbox set leased_until = null where done_at is null`;
    }
    killGroup(await worker(c, "idle"));
    const good = ROWS - sheet.dirty.length;
    const [run] = await c.owner`select status, total, good, bad, known from import_runs where id = ${runId}`;
    expect(run).toEqual({ status: "done", total: ROWS, good, bad: sheet.dirty.length, known: 0 });
    const [counted] = await c.owner`
    select count(*)::int as cases, count(distinct registration_no)::int as numbers from cases`;
    expect(counted).toEqual({ cases: before + good, numbers: before + good });
    const wrong = await c.owner`
    select row, errors from import_rows where run_id = ${runId} and status = 'bad' order by row`;
    expect(wrong.map((one) => [one.row, one.errors[0].column, one.errors[0].code])).toEqual(
      sheet.dirty.map((one) => [one.row, one.column, one.code]),
    );
    const numbers = await c.owner<{ no: string }[]>`select registration_no as no from cases order by 1`;
    expect(numbers.findIndex(({ no }, n) => Number(no.slice(-6)) !== n + 1)).toBe(-1);
    expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
    // Some deaths did cut the work: between the first chunk and the last.
    expect([...seen].some((n) => n > 0 && n < ROWS)).toBe(true);
  },
  600_000,
);
