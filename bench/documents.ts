import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { TemplateHandler } from "easy-template-x";
import type { DocumentData } from "~/adapters/documents/fields";
import { builtInTemplate, renderDocument } from "~/adapters/documents/render.server";
import { createRenderPool, type RenderJob } from "~/adapters/documents/render-pool.server";
import { createFileStore } from "~/adapters/files.server";
import { sampleAgreement } from "../tests/golden/document-samples";
import { median, timed } from "./report";

/*
 * How fast documents are made: 5,000 agreements in Chinese with two tables each. On one core beside the template library
 * on one document kept open, in alternating rounds of the same run; then all of them in two threads, each kept on the
 * disk as the file store keeps it.
 */
const DOCUMENTS = Number(process.env.BENCH_DOCUMENTS ?? 5000);
const ROUNDS = 10;
const FLOOR_ROUND = 40;
const ROUND = 200;
const THREADS = 2;
const CHUNK = 100;
const PER_CORE = 150;
const MOST_SECONDS = 40;
/** Memory is flat when no more is held after the last chunk than after the first ones but for what programs keep warm. */
const FLAT_MB = 8;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
const heldMb = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1_048_576);
};
const rssMb = () => Math.round(process.memoryUsage.rss() / 1_048_576);

/** The same values with a flag beside each, as the library's conditions ask for. */
const flagged = (data: DocumentData["agreement"]) => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      `has${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value.length > 0,
    ]),
  ),
});

async function onOneCore(): Promise<boolean> {
  const handler = new TemplateHandler();
  const template = await builtInTemplate("agreement");
  const ours = async (from: number, count: number) => {
    for (let n = from; n < from + count; n++) await renderDocument("agreement", sampleAgreement(n));
  };
  const floor = async (from: number, count: number) => {
    for (let n = from; n < from + count; n++)
      await handler.process(template, JSON.parse(JSON.stringify(flagged(sampleAgreement(n)))));
  };
  await ours(0, 100);
  await floor(0, 10);
  const [ourRates, floorRates]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const mine = async () =>
      ourRates.push((ROUND * 1000) / (await timed(() => ours(round * ROUND, ROUND))).ms);
    const theirs = async () =>
      floorRates.push((FLOOR_ROUND * 1000) / (await timed(() => floor(round * FLOOR_ROUND, FLOOR_ROUND))).ms);
    for (const turn of round % 2 ? [theirs, mine] : [mine, theirs]) await turn();
  }
  const [perSecond, floorPerSecond] = [median(ourRates), median(floorRates)].map(Math.round);
  const line = {
    bench: "documents",
    case: "agreements on one core",
    n: ROUNDS * ROUND,
    ours: perSecond,
    floor: floorPerSecond,
    floor_kind: "easy-template-x, template kept open",
    ratio: Number(((perSecond ?? 0) / (floorPerSecond ?? 1)).toPrecision(4)),
    unit: "per second",
    target: 1,
    perSecond,
    perSecondTarget: PER_CORE,
    rssMb: rssMb(),
  };
  console.log(JSON.stringify(line));
  return (perSecond ?? 0) >= PER_CORE;
}

async function inABatch(): Promise<boolean> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "tiaosu-bench-documents-"));
  const files = createFileStore(folder);
  const pool = createRenderPool(THREADS);
  const jobs = (from: number, count: number): RenderJob<"agreement">[] =>
    Array.from({ length: count }, (_, n) => ({ kind: "agreement", data: sampleAgreement(from + n) }));
  try {
    // The threads' start is a matter of once, not of the batch.
    await pool.render(jobs(0, CHUNK));
    const held: number[] = [];
    let bytes = 0;
    const { ms } = await timed(async () => {
      let keeping: Promise<unknown> = Promise.resolve();
      for (let from = 0; from < DOCUMENTS; from += CHUNK) {
        const made = await pool.render(jobs(from, Math.min(CHUNK, DOCUMENTS - from)));
        await keeping;
        keeping = Promise.all(
          made.map(async (one) => {
            if (!one.ok) throw new Error(`not made: ${one.field}`);
            bytes += one.bytes.length;
            const kept = await files.put(one.bytes, { kinds: ["docx"] });
            if (!kept.ok) throw new Error(kept.refusal);
          }),
        );
        if ((from / CHUNK) % 5 === 4) held.push(heldMb());
      }
      await keeping;
    });
    const seconds = ms / 1000;
    const perSecond = Math.round(DOCUMENTS / seconds);
    const [first, end] = [held[0] ?? 0, held.at(-1) ?? 0];
    const line = {
      bench: "documents",
      case: "batch in two threads, each kept on disk",
      n: DOCUMENTS,
      ours: Number(seconds.toPrecision(4)),
      floor: MOST_SECONDS,
      floor_kind: "bar",
      ratio: Number((seconds / MOST_SECONDS).toPrecision(4)),
      unit: "s",
      target: 1,
      seconds: Number(seconds.toPrecision(4)),
      perSecond,
      averageBytes: Math.round(bytes / DOCUMENTS),
      heldFirstMb: first,
      heldLastMb: end,
      rssMb: rssMb(),
    };
    console.log(JSON.stringify(line));
    return seconds <= (MOST_SECONDS * DOCUMENTS) / 5000 && end - first <= FLAT_MB;
  } finally {
    await pool.close();
    await fs.rm(folder, { recursive: true, force: true });
  }
}

export const benchDocuments = async (): Promise<boolean> => {
  const isQuick = await onOneCore();
  return (await inABatch()) && isQuick;
};
