import { parentPort, workerData } from "node:worker_threads";
import { readTable } from "./read.server";

/** What the thread is handed and what it hands back, a chunk of rows at a time. */
const ROWS_AT_ONCE = 1_000;

/** Reads one sheet in a thread of its own; nothing that a foreign file does here reaches the rest of the process. */
async function readHere(): Promise<void> {
  const { bytes, limits } = workerData;
  const read = await readTable(Buffer.from(bytes), limits);
  if (!read.ok) {
    parentPort?.postMessage({ end: read });
    return;
  }
  const { rows, ...cells } = read;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    parentPort?.postMessage({ rows: rows.slice(from, from + ROWS_AT_ONCE) });
  parentPort?.postMessage({ end: cells });
}

void readHere();
