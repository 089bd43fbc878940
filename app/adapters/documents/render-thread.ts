import { parentPort } from "node:worker_threads";
import type { OwnTemplate } from "./render.server";
import { type FromThread, renderOne, type ToThread } from "./render-pool.server";

/** A thread that does nothing but make documents: see createRenderPool. */
parentPort?.on("message", async ({ id, jobs, template }: ToThread) => {
  const own: OwnTemplate | undefined = template
    ? { key: template.key, bytes: async () => Buffer.from(template.bytes) }
    : undefined;
  const answers = [];
  for (const job of jobs) answers.push(await renderOne(job, own));
  parentPort?.postMessage({ id, answers } satisfies FromThread);
});
