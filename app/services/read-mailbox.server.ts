import type { DateTime } from "luxon";
import {
  type Mailbox,
  type MailboxAddress,
  MailboxFailed,
  openMailbox,
  type Patience,
} from "~/adapters/inbound/mailbox.server";
import type { Complaint, Deps } from "./deps.server";
import { newMemory, takeMailbox } from "./take-mailbox.server";
import { tellOutage, tellRecovery } from "./tell-outage.server";

export type Reader = { stop(): Promise<void> };

/** `pollMs`: a server that announces nothing is asked so often. After a fault it is left alone from `first` to `most`. */
export type Pace = {
  readonly pollMs: number;
  readonly firstMs: number;
  readonly mostMs: number;
  readonly patience?: Patience | undefined;
};
const PACE: Pace = { pollMs: 60_000, firstMs: 2_000, mostMs: 300_000 };
/** A server that is started anew is no outage; a password that is wrong does not heal. */
const SILENT_MINUTES = 5;

/**
 * Reads the court's mailbox for as long as it runs: one process of all at a time, the others stand by. Whatever goes wrong
 * is tried again, later each time; staff are told of what lasts, and it is settled by itself.
 */
export function startReading(
  deps: Deps,
  address: MailboxAddress,
  complain: Complaint = () => {},
  pace: Pace = PACE,
): Reader {
  const end = new AbortController();
  const loop = (async () => {
    while (!end.signal.aborted) {
      await turn(deps, address, complain, pace, end.signal).catch((error: unknown) =>
        complain({ effect: "mailbox", id: "", error }),
      );
      await pause(pace.pollMs, end.signal);
    }
  })();
  return {
    stop: async () => {
      end.abort();
      await loop;
    },
  };
}

const nameOf = ({ user, host, port, folder }: MailboxAddress) => `mailbox ${user} ${host} ${port} ${folder}`;

/** Reads until the lock is lost or the end; at once over where another process reads. */
async function turn(
  deps: Deps,
  address: MailboxAddress,
  complain: Complaint,
  pace: Pace,
  signal: AbortSignal,
): Promise<void> {
  const lock = await deps.db.holdLock(nameOf(address));
  if (!lock) return;
  const memory = newMemory();
  const outage = watchOutage(deps);
  let mailbox: Mailbox | null = null;
  let faults = 0;
  try {
    while (!signal.aborted && (await lock.isHeld())) {
      try {
        mailbox ??= await openMailbox(address, { signal, patience: pace.patience });
        await takeMailbox(deps, mailbox, memory, complain);
        await outage.works();
        faults = 0;
        await mailbox.wait(pace.pollMs);
      } catch (error) {
        await mailbox?.close();
        mailbox = null;
        if (signal.aborted) return;
        complain({ effect: "mailbox", id: "", error });
        if (error instanceof MailboxFailed)
          await outage
            .fails(error)
            .catch((cause: unknown) => complain({ effect: "mailbox", id: "", error: cause }));
        await pause(backoffMs(++faults, pace), signal);
      }
    }
  } finally {
    await mailbox?.close();
    await lock.release();
  }
}

/** Doubles, and varies by a half, so that many that lost the same server do not come back at once. */
const backoffMs = (faults: number, { firstMs, mostMs }: Pace): number =>
  Math.min(firstMs * 2 ** (faults - 1), mostMs) * (0.5 + Math.random() / 2);

/** Tells staff once of an outage that lasts, and of its end, also of one that a process before this one told of. */
function watchOutage(deps: Deps) {
  let since: DateTime | null = null;
  let isTold = false;
  let mayBeOpen = true;
  return {
    fails: async ({ fault }: MailboxFailed): Promise<void> => {
      const now = deps.clock.now();
      since ??= now;
      const lasts = fault === "signIn" || since <= now.minus({ minutes: SILENT_MINUTES });
      if (isTold || !lasts) return;
      await tellOutage(deps, fault);
      isTold = mayBeOpen = true;
    },
    works: async (): Promise<void> => {
      if (mayBeOpen) await tellRecovery(deps);
      since = null;
      isTold = mayBeOpen = false;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
