import { and, eq, type SQL, sql } from "drizzle-orm";
import { schema } from "#db/client";
import type { MailboxAddress } from "~/adapters/inbound/mailbox.server";
import { allCourts } from "./all-courts.server";
import type { Complaint, Deps } from "./deps.server";
import { HANDLERS, type Job } from "./effects/handlers.server";
import { Postponed } from "./effects/job.server";
import { finishInbound } from "./finish-inbound.server";
import { keepCalendars } from "./keep-calendars.server";
import { keepHouse } from "./keep-house.server";
import { startReading } from "./read-mailbox.server";
import { openTask } from "./tasks.server";

const BATCH = 20;
const LEASE_SECONDS = 60;
/** With the backoff below some four hours: a mail server that is down for an hour costs no message. */
export const MOST_ATTEMPTS = 24;
const BEAT_MS = (LEASE_SECONDS * 1000) / 3;
const POLL_MS = 2_000;

export type Worker = { stop(): Promise<void> };

/** Imports take minutes where a letter takes a blink: each kind of work is done beside the other, and neither waits. */
type Lane = "letters" | "imports" | "all";
const LANES: Readonly<Record<Lane, SQL>> = {
  letters: sql`and effect <> 'carryOutImport'`,
  imports: sql`and effect = 'carryOutImport'`,
  all: sql``,
};

/**
 * Takes due rows of one court; two workers never get the same row, a dead one's come back after the lease. Lease and
 * outcome leave no record: the act that owed the deed recorded it with its outbox row, and this is how far it has come.
 */
async function claim(deps: Deps, courtId: string, lane: Lane): Promise<Job[]> {
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
          and run_at <= ${deps.clock.now().toUTC().toISO()}::timestamptz and (leased_until is null or leased_until < now()) ${LANES[lane]}
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

/**
 * Keeps the rows in hand from being taken over while a slow server makes this worker wait; only those of a dead one come
 * back.
 */
async function renew(deps: Deps, courtId: string, ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  await deps.db.withCourt(courtId, (tx) =>
    tx.execute(sql`
      update outbox set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
      where court_id = ${courtId} and done_at is null and id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`),
  );
}

const idIn = (job: Job, name: string) => {
  const value = job.payload[name];
  return typeof value === "string" ? value : null;
};

/** A row that was tried often enough waits for a person, who is told of it by a task and can have it sent again. */
async function settle(deps: Deps, job: Job, failure: unknown): Promise<void> {
  const now = deps.clock.now();
  const t = schema.outbox;
  const isDead = failure !== null && !(failure instanceof Postponed) && job.attempts >= MOST_ATTEMPTS;
  const outcome =
    failure === null
      ? { doneAt: now, leasedUntil: null }
      : failure instanceof Postponed
        ? { leasedUntil: null, runAt: failure.until, attempts: job.attempts - 1 }
        : {
            leasedUntil: null,
            runAt: now.plus({ seconds: backoffSeconds(job.attempts, job.id) }),
            deadAt: isDead ? now : null,
            lastError: failure instanceof Error ? failure.name : "error",
          };
  await deps.db.withCourt(job.courtId, async (tx) => {
    await tx
      .update(t)
      .set(outcome)
      .where(and(eq(t.courtId, job.courtId), eq(t.id, job.id)));
    if (isDead)
      await openTask(tx, {
        courtId: job.courtId,
        kind: "deadLetter",
        key: `deadLetter:${job.id}:${now.toMillis()}`,
        caseId: idIn(job, "caseId"),
        sessionId: idIn(job, "sessionId"),
        data: { jobId: job.id, effect: job.effect, attempts: job.attempts },
        openedAt: now,
      });
  });
}

/** Works one court's due rows off until none is left. Returns how many were done. */
export async function drainCourt(
  deps: Deps,
  courtId: string,
  complain: Complaint = () => {},
  lane: Lane = "all",
): Promise<number> {
  let done = 0;
  for (;;) {
    const jobs = await claim(deps, courtId, lane);
    if (!jobs.length) return done;
    const inHand = new Set(jobs.map((job) => job.id));
    const beat = setInterval(() => {
      renew(deps, courtId, [...inHand]).catch((error: unknown) =>
        complain({ effect: "renew", id: "", error }),
      );
    }, BEAT_MS);
    try {
      for (const job of jobs) {
        const failure = await HANDLERS[job.effect](deps, job).then(
          () => null,
          (error: unknown) => error ?? new Error("unknown"),
        );
        if (failure === null) done++;
        else if (!(failure instanceof Postponed))
          complain({ effect: job.effect, id: job.id, error: failure });
        inHand.delete(job.id);
        await settle(deps, job, failure);
      }
    } finally {
      clearInterval(beat);
    }
  }
}

/**
 * Works every court's outbox, woken by NOTIFY and by a slow poll; a failing round is complained about and tried again.
 * Beside it, and waiting for nothing of it, the court's mailbox is read, where there is one.
 */
export function startWorker(
  deps: Deps,
  complain: Complaint = () => {},
  mailbox: MailboxAddress | null = null,
): Worker {
  let stopped = false;
  const wakes = new Set<() => void>();
  const wake = () => {
    for (const one of wakes) one();
  };
  const reader = mailbox && startReading(deps, mailbox, complain);
  const inEachCourt = (work: (courtId: string) => Promise<unknown>) => async () => {
    for (const courtId of await allCourts(deps)) {
      if (stopped) return;
      await work(courtId);
    }
  };
  const letters = inEachCourt(async (courtId) => {
    await keepHouse(deps, courtId);
    await finishInbound(deps, courtId).catch((error: unknown) =>
      complain({ effect: "inbound", id: "", error }),
    );
    await drainCourt(deps, courtId, complain, "letters");
    await keepCalendars(deps, courtId);
  });
  const imports = inEachCourt((courtId) => drainCourt(deps, courtId, complain, "imports"));
  const heard = deps.db.listen("outbox", wake).catch(() => null);
  const again = async (round: () => Promise<void>) => {
    while (!stopped) {
      await round().catch((error: unknown) => complain({ effect: "round", id: "", error }));
      await new Promise<void>((resolve) => {
        const woken = () => {
          clearTimeout(timer);
          wakes.delete(woken);
          resolve();
        };
        const timer = setTimeout(woken, POLL_MS);
        wakes.add(woken);
        if (stopped) woken();
      });
    }
  };
  const loops = [again(letters), again(imports)];
  return {
    stop: async () => {
      stopped = true;
      wake();
      await Promise.all([...loops, reader?.stop()]);
      await (await heard)?.();
    },
  };
}
