import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { DocumentData, TemplateKind } from "./fields";
import { type OwnTemplate, renderDocument, ValueRefused } from "./render.server";

/** One document to make; `data` is of the kind's shape. */
export type RenderJob<K extends TemplateKind = TemplateKind> = {
  readonly kind: K;
  readonly data: DocumentData[K];
};
/** What became of it: a value that no document can hold fails this one and no other. */
export type Rendered =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly reason: "tooLong" | "unmade"; readonly field: string };

export type RenderPool = {
  /** Many documents of one template; the answers stand in the order of the jobs. */
  render(jobs: readonly RenderJob[], template?: OwnTemplate): Promise<Rendered[]>;
  close(): Promise<void>;
};

/** Never throws for what a document is filled with. */
export async function renderOne(job: RenderJob, template?: OwnTemplate): Promise<Rendered> {
  try {
    return { ok: true, bytes: await renderDocument(job.kind, job.data, template) };
  } catch (error) {
    if (error instanceof ValueRefused) return { ok: false, reason: error.reason, field: error.field };
    return { ok: false, reason: "unmade", field: "" };
  }
}

/** Renders where it is called: right for a few documents, for which no thread is worth its start. */
export const renderHere: RenderPool = {
  render: async (jobs, template) => {
    const answers: Rendered[] = [];
    for (const job of jobs) answers.push(await renderOne(job, template));
    return answers;
  },
  close: async () => {},
};

/** What goes to a thread, and what comes back under the same number. */
export type ToThread = {
  readonly id: number;
  readonly jobs: readonly RenderJob[];
  readonly template: { readonly key: string; readonly bytes: Uint8Array } | null;
};
export type FromThread = { readonly id: number; readonly answers: readonly Rendered[] };

/** From the project's root, because the bundle lies elsewhere than the source. */
const THREAD = path.resolve("app/adapters/documents/render-thread.mjs");

type Lane = { readonly thread: Worker };

/** Renders in threads of their own, one core each; a thread that dies fails what it had in hand and is not replaced. */
export function createRenderPool(threads: number): RenderPool {
  const waiting = new Map<
    number,
    { done(answers: Rendered[]): void; failed(error: Error): void; lane: Lane }
  >();
  let last = 0;
  const lanes = Array.from({ length: threads }, (): Lane => {
    const thread = new Worker(THREAD, { execArgv: [] });
    const lane: Lane = { thread };
    thread.on("message", ({ id, answers }: FromThread) => {
      const one = waiting.get(id);
      waiting.delete(id);
      thread.unref();
      // Bytes come over as a plain array of bytes.
      one?.done(answers.map((each) => (each.ok ? { ok: true, bytes: Buffer.from(each.bytes) } : each)));
    });
    const fail = (error: Error) => {
      for (const [id, one] of waiting)
        if (one.lane === lane) {
          waiting.delete(id);
          one.failed(error);
        }
    };
    thread.on("error", fail);
    thread.on("exit", () => fail(new Error("the rendering thread ended")));
    // Idle threads keep no process alive; whoever waits for an answer does.
    thread.unref();
    return lane;
  });
  const ask = (lane: Lane, jobs: readonly RenderJob[], template: ToThread["template"]) =>
    new Promise<Rendered[]>((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed, lane });
      lane.thread.ref();
      lane.thread.postMessage({ id: last, jobs, template } satisfies ToThread);
    });
  return {
    render: async (jobs, template) => {
      const bytes = template ? { key: template.key, bytes: await template.bytes() } : null;
      const share = Math.ceil(jobs.length / lanes.length);
      const parts = await Promise.all(
        lanes.map((lane, n) => {
          const mine = jobs.slice(n * share, (n + 1) * share);
          return mine.length ? ask(lane, mine, bytes) : [];
        }),
      );
      return parts.flat();
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.thread.terminate()));
    },
  };
}

const FEW = 20;
const MOST_THREADS = 4;
const IDLE_MS = 60_000;
let shared: { readonly pool: RenderPool; idle: NodeJS.Timeout } | null = null;

function sharedPool(): RenderPool {
  const pool = shared?.pool ?? createRenderPool(Math.min(availableParallelism(), MOST_THREADS));
  if (shared) clearTimeout(shared.idle);
  const idle = setTimeout(() => {
    shared = null;
    pool.close().catch(() => {});
  }, IDLE_MS).unref();
  shared = { pool, idle };
  return pool;
}

/** Few are made where it is called; many in threads, which end by themselves when nothing more comes. */
export async function renderMany(jobs: readonly RenderJob[], template?: OwnTemplate): Promise<Rendered[]> {
  if (jobs.length < FEW) return renderHere.render(jobs, template);
  try {
    return await sharedPool().render(jobs, template);
  } catch {
    // A thread that ended takes nothing with it: what it had in hand is made here.
    if (shared) clearTimeout(shared.idle);
    shared = null;
    return renderHere.render(jobs, template);
  }
}
