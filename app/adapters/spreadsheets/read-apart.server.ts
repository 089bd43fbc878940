import path from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import type { SheetLimits, SheetRow, TableRead } from "./read.server";

/** What reading one sheet may take: of time, and of the memory of the thread that reads it. */
export type ThreadLimits = { readonly milliseconds: number; readonly megabytes: number };

const ALLOWED: ThreadLimits = { milliseconds: 30_000, megabytes: 256 };

let program: Promise<string> | undefined;

/** The thread's program in one piece: put together once in a process, so that each sheet's thread starts at once. */
function threadProgram(): Promise<string> {
  program ??= build({
    entryPoints: [path.resolve("app/adapters/spreadsheets/sheet-thread.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "silent",
  }).then(({ outputFiles: [file] }) => file?.text ?? "");
  program.catch(() => {
    program = undefined;
  });
  return program;
}

type Told =
  | { readonly rows: SheetRow[] }
  | { readonly end: Refusal | (Omit<TableRead, "rows"> & { ok: true }) };

/**
 * `readTable` in a thread of its own, ended when it takes too long or too much: a file built to hurt is refused, and
 * nobody else's work waits for it meanwhile.
 */
export async function readApart(
  bytes: Buffer,
  limits: Partial<SheetLimits> = {},
  allowed: ThreadLimits = ALLOWED,
): Promise<Result<TableRead>> {
  const worker = new Worker(await threadProgram(), {
    eval: true,
    execArgv: [],
    env: {},
    workerData: { bytes: new Uint8Array(bytes), limits },
    resourceLimits: {
      maxOldGenerationSizeMb: allowed.megabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
  });
  const rows: SheetRow[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result<TableRead>>((resolve) => {
      timer = setTimeout(() => resolve(refuse("fileTooSlow")), allowed.milliseconds);
      worker.on("message", (told: Told) => {
        if ("rows" in told) rows.push(...told.rows);
        else resolve(told.end.ok ? ok({ ...told.end, rows }) : told.end);
      });
      worker.on("error", (error: Error & { code?: string }) =>
        resolve(refuse(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "fileTooLarge" : "fileUnreadable")),
      );
      worker.on("exit", () => resolve(refuse("fileUnreadable")));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
