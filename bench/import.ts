import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { streamXlsxRows } from "hucre/xlsx";
import { createFileStore } from "~/adapters/files.server";
import { storeFile } from "~/services/store-file.server";
import { actorIn, courtOn, SECRET, type TestCourt } from "../tests/services/court";
import { asXlsx, bankSheet } from "../tests/services/import-sheet";
import { benchDatabase } from "./database";
import { HOSTILE } from "./import-hostile";
import { median, printCost, timed } from "./report";

/*
 * How long an import takes from the click to the last case, how much memory its worker needs above an idle one, and what
 * its database part costs beside COPY of the same rows. Then files that are built to hurt: how soon each is refused, and
 * what another user's page in the same process feels of it.
 */
const ROWS = Number(process.env.BENCH_IMPORT ?? 10_000);
const ROUNDS = 3;
const MOST_SECONDS = 3;
const MOST_MB = 200;
const MOST_OF_COPY = 3;
/** Of a page beside a hostile file to a page alone, at the 95th percentile. */
const MOST_OF_ALONE = 3;
const clerk = actorIn("bj0107", "clerk");

type Answer = { ms: number; inDatabaseMs: number; pages: number[] };
type Store = TestCourt["deps"];

const rssMb = (pid: number): number =>
  (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * 4096) / 1_048_576;

async function asks(child: ChildProcess, what: object): Promise<Answer & { peakMb: number }> {
  let peakMb = 0;
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, rssMb(child.pid ?? 0));
  }, 10);
  child.send(what);
  const [answer] = await once(child, "message");
  clearInterval(look);
  return { ...answer, peakMb };
}

const percentile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;

async function stored(deps: Store, bytes: Buffer, name: string): Promise<string> {
  const file = await storeFile(deps, clerk, { bytes, name });
  if (!file.ok) throw new Error(file.refusal);
  return file.fileId;
}

const TABLES = ["cases", "parties", "agents", "contact_points", "clocks", "records", "outbox", "import_rows"];

/** COPY of the rows that the last import wrote, into tables of the same columns and indexes; milliseconds. */
async function copyMs({ owner }: TestCourt): Promise<number> {
  let ms = 0;
  const ofRun = `(select case_id from import_rows where run_id = (select id from import_runs where status = 'done' order by started_at desc, id desc limit 1))`;
  const which: Readonly<Record<string, string>> = {
    cases: `id in ${ofRun}`,
    records: `case_id in (select case_id::text from ${ofRun} x)`,
    outbox: `effect = 'sendReceipt' and payload->>'caseId' in (select case_id::text from ${ofRun} x)`,
  };
  for (const table of TABLES) {
    await owner.unsafe(`drop table if exists floor_${table}`);
    await owner.unsafe(`create table floor_${table} (like ${table} including all)`);
    const rows = await owner
      .unsafe(`copy (select * from ${table} where ${which[table] ?? `case_id in ${ofRun}`}) to stdout`)
      .readable();
    const chunks: Buffer[] = [];
    rows.on("data", (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
    await once(rows, "end");
    const took = await timed(async () =>
      pipeline(Readable.from(chunks), await owner.unsafe(`copy floor_${table} from stdin`).writable()),
    );
    ms += took.ms;
  }
  return ms;
}

async function parseMs(bytes: Buffer): Promise<number> {
  const { ms } = await timed(async () => {
    let rows = 0;
    for await (const _ of streamXlsxRows(new Uint8Array(bytes))) rows++;
    return rows;
  });
  return ms;
}

async function benchSheets(child: ChildProcess, c: TestCourt, deps: Store): Promise<boolean> {
  const [ours, database, parse, copy, peaks]: number[][] = [[], [], [], [], []];
  // Some hundred cases first: a court is never empty, and the planner knows its tables.
  await asks(child, {
    fileId: await stored(deps, await asXlsx(bankSheet(500, { from: 900_000 })), "first.xlsx"),
  });
  await c.owner`analyze`;
  const idleMb = rssMb(child.pid ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = await asXlsx(bankSheet(ROWS, { from: round * ROWS }));
    const fileId = await stored(deps, bytes, `${round}.xlsx`);
    parse?.push(await parseMs(bytes));
    const answer = await asks(child, { fileId });
    ours?.push(answer.ms);
    database?.push(answer.inDatabaseMs);
    peaks?.push(answer.peakMb - idleMb);
    copy?.push(await copyMs(c));
    await c.owner`analyze`;
  }
  const seconds = median(ours ?? []) / 1000;
  const aboveIdleMb = Math.round(Math.max(...(peaks ?? [])));
  const isQuick = seconds <= MOST_SECONDS;
  printCost({
    bench: "import",
    case: "xlsx of 20 columns, end to end",
    n: ROWS,
    ours: seconds,
    floor: (median(parse ?? []) + median(copy ?? [])) / 1000,
    floor_kind: "parse + copy",
    unit: "s",
    target: MOST_SECONDS,
    seconds,
    rowsPerSecond: Math.round(ROWS / seconds),
    parseSeconds: median(parse ?? []) / 1000,
    aboveIdleMb,
    mostMb: MOST_MB,
  });
  const isNearCopy = printCost({
    bench: "import",
    case: "its database part",
    n: ROWS,
    ours: median(database ?? []) / 1000,
    floor: median(copy ?? []) / 1000,
    floor_kind: "copy",
    unit: "s",
    target: MOST_OF_COPY,
  });
  return isQuick && isNearCopy && aboveIdleMb <= MOST_MB;
}

async function benchHostile(child: ChildProcess, deps: Store): Promise<boolean> {
  let met = true;
  const alone = await asks(child, { idleMs: 1_000 });
  for (const [name, made] of Object.entries(HOSTILE)) {
    const bytes = await made();
    const file = await storeFile(deps, clerk, { bytes, name: `${name}.xlsx` });
    if (!file.ok) {
      // Refused at the door, before anything reads it.
      console.log(
        JSON.stringify({
          bench: "import",
          case: `hostile: ${name}`,
          n: bytes.length,
          refusedAtUpload: file.refusal,
        }),
      );
      continue;
    }
    const before = rssMb(child.pid ?? 0);
    const answer = await asks(child, { fileId: file.fileId, withPages: true });
    met =
      printCost({
        bench: "import",
        case: `hostile: ${name}`,
        n: bytes.length,
        ours: percentile(answer.pages, 0.95),
        floor: percentile(alone.pages, 0.95),
        floor_kind: "the same page alone, p95",
        unit: "ms",
        target: MOST_OF_ALONE,
        refusedInMs: Math.round(answer.ms),
        aboveIdleMb: Math.round(answer.peakMb - before),
      }) && met;
  }
  return met;
}

export async function benchImport(): Promise<boolean> {
  const database = await benchDatabase();
  const { court, close } = await courtOn(database.fresh);
  const folder = mkdtempSync(path.join(os.tmpdir(), "tiaosu-bench-"));
  const deps = { ...court.deps, files: createFileStore(folder) };
  const child = fork(fileURLToPath(new URL("./import-worker.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      APP_URL: database.fresh.appUrl,
      NOW: court.clock.now().toISO() ?? "",
      SECRET,
      FILES: folder,
    },
  });
  try {
    await once(child, "message");
    const isMet = await benchSheets(child, court, deps);
    return (await benchHostile(child, deps)) && isMet;
  } finally {
    child.send("end");
    await once(child, "exit");
    rmSync(folder, { recursive: true, force: true });
    await close();
    await database.close();
  }
}
