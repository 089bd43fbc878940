import type { CDPSession, Page } from "playwright-core";
import { z } from "zod";

/** What of a trace event is read here; its lengths are microseconds. */
const traceEvents = z.array(
  z.object({
    name: z.string(),
    ph: z.string(),
    dur: z.number().optional(),
    tdur: z.number().optional(),
    pid: z.number(),
    tid: z.number(),
    args: z
      .object({ name: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
);
type TraceEvent = z.output<typeof traceEvents>[number];

/** Milliseconds by the clock, and those in which the thread was really at work: on a busy machine it also waits. */
export type Task = { readonly wallMs: number; readonly cpuMs: number };

/** The longest task of the page's main thread while `act` runs, in milliseconds, as the browser's own trace says. */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<Task> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on("Tracing.dataCollected", ({ value }) => events.push(...traceEvents.parse(value)));
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: [
        "devtools.timeline",
        "toplevel",
        "disabled-by-default-devtools.timeline",
        "__metadata",
      ],
    },
  });
  await act();
  await settled(page);
  const complete = new Promise<void>((resolve) => cdp.once("Tracing.tracingComplete", () => resolve()));
  await cdp.send("Tracing.end");
  await complete;
  await end(cdp);
  return longestOf(events);
}

const end = (cdp: CDPSession) => cdp.detach();

/** Two frames after everything that was asked for has come. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

function longestOf(events: readonly TraceEvent[]): Task {
  const mains = new Set(
    events
      .filter((one) => one.name === "thread_name" && one.args?.name === "CrRendererMain")
      .map((one) => `${one.pid} ${one.tid}`),
  );
  const tasks = events.filter(
    (one) => one.ph === "X" && /RunTask$/.test(one.name) && mains.has(`${one.pid} ${one.tid}`),
  );
  if (tasks.length === 0) throw new Error("the trace holds no task of the page's main thread");
  const longest = (of: "dur" | "tdur") => Math.max(...tasks.map((one) => (one[of] ?? 0) / 1000));
  return { wallMs: longest("dur"), cpuMs: longest("tdur") };
}
