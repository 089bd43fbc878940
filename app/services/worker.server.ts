import { and, eq, sql } from "drizzle-orm";
import { schema } from "#db/client";
import type { Deps } from "./deps.server";
import { HANDLERS, type Job } from "./effects/handlers.server";
import { keepCalendars } from "./keep-calendars.server";
import { keepHouse } from "./keep-house.server";

const BATCH = 20;
const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 10;
const POLL_MS = 2_000;

export type Worker = { stop(): Promise<void> };
/** Called with what went wrong; values are ids and codes only. */
export type Complaint = (what: { effect: string; id: string; error: unknown }) => void;

/**
 * Takes due rows of one court; two workers never get the same row, a dead one's come back after the lease. Lease and
 * outcome leave no record: the act that owed the deed recorded it with its outbox row, and this is how far it has come.
 */
async function claim(deps: Deps, courtId: string): Promise<Job[]> {
  const rows = await deps.db.withCourt(courtId, (tx) =>
    tx.execute<{
      id: string;
      effect: Job["effect"];
      key: string;
      payload: Record<string, unknown>;
      attempts: number;
    }>(sql`
      update outbox set attempts = attempts + 1, leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where court_id = ${courtId} and id in (
        select id from outbox
        where court_id = ${courtId} and done_at is null and dead_at is null
          and run_at <= ${deps.clock.now().toUTC().toISO()}::timestamptz and (leased_until is null or leased_until < now())
        order by run_at, id limit ${BATCH} for update skip locked)
      returning id, effect, key, payload, attempts`),
  );
  return rows.map((row) => ({ ...row, courtId })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Grows from two seconds to some fifteen minutes, with a tenth of jitter taken from the row's own id. */
export function backoffSeconds(attempts: number, id: string): number {
  const base = Math.min(2 ** attempts, 900);
  return base * (1 + (Number.parseInt(id.slice(-2), 16) / 255) * 0.1);
}

async function settle(deps: Deps, job: Job, failure: unknown): Promise<void> {
  const now = deps.clock.now();
  const t = schema.outbox;
  const outcome = failure
    ? {
        leasedUntil: null,
        runAt: now.plus({ seconds: backoffSeconds(job.attempts, job.id) }),
        deadAt: job.attempts >= MOST_ATTEMPTS ? now : null,
        lastError: failure instanceof Error ? failure.name : "error",
      }
    : { doneAt: now, leasedUntil: null };
  await deps.db.withCourt(job.courtId, (tx) =>
    tx
      .update(t)
      .set(outcome)
      .where(and(eq(t.courtId, job.courtId), eq(t.id, job.id))),
  );
}

/** Works one court's due rows off until none is left. Returns how many were done. */
export async function drainCourt(
  deps: Deps,
  courtId: string,
  complain: Complaint = () => {},
): Promise<number> {
  let done = 0;
  for (;;) {
    const jobs = await claim(deps, courtId);
    if (!jobs.length) return done;
    for (const job of jobs) {
      const failure = await HANDLERS[job.effect](deps, job).then(
        () => null,
        (error: unknown) => error ?? new Error("unknown"),
      );
      if (failure) complain({ effect: job.effect, id: job.id, error: failure });
      else done++;
      await settle(deps, job, failure);
    }
  }
}

export const allCourts = (deps: Deps): Promise<string[]> =>
  deps.db.withDirectory(async (tx) =>
    (await tx.select({ id: schema.courts.id }).from(schema.courts)).map((row) => row.id),
  );

/** Works every court's outbox, woken by NOTIFY and by a slow poll; a failing round is complained about and tried again. */
export function startWorker(deps: Deps, complain: Complaint = () => {}): Worker {
  let stopped = false;
  let wake = () => {};
  const round = async () => {
    for (const courtId of await allCourts(deps)) {
      if (stopped) return;
      await keepHouse(deps, courtId);
      await drainCourt(deps, courtId, complain);
      await keepCalendars(deps, courtId);
    }
  };
  const heard = deps.db.listen("outbox", () => wake()).catch(() => null);
  const loop = (async () => {
    while (!stopped) {
      await round().catch((error: unknown) => complain({ effect: "round", id: "", error }));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stopped) wake();
      });
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
      await (await heard)?.();
    },
  };
}
