import { ImapFlow, type MailboxObject } from "imapflow";
import type { MailboxFault } from "~/domain/notices/mailbox-faults";

/** Where the court's mail lies. `startTls`: in the clear until it is lifted to TLS, and nobody signs in before. */
export type MailboxAddress = {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "startTls" | "plain";
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Where a message goes that was taken; null: it stays and is marked. */
  readonly done: string | null;
};

/** The mailbox cannot be read. Says why by a code; holds no name, no address and no word of the server. */
export class MailboxFailed extends Error {
  constructor(
    readonly fault: MailboxFault,
    detail = "",
  ) {
    super(["mailbox", fault, detail].join(" ").trim());
    this.name = "MailboxFailed";
  }
}

/** Its bytes; or its head alone, where it is longer than asked for; null where somebody has taken it away. */
export type Source = { readonly raw: Buffer } | { readonly head: Buffer } | null;

/** A mailbox that is open. Everything refuses with MailboxFailed, after which it is closed and opened anew. */
export type Mailbox = {
  /** The messages that were not taken yet, oldest first; names are good for as long as it stays open. */
  untaken(): Promise<readonly number[]>;
  source(uid: number, mostBytes: number): Promise<Source>;
  /** Only for a message that is kept: it is not handed out again. `isForPerson`: it is flagged, too. */
  markTaken(uid: number, options?: { readonly isForPerson: boolean }): Promise<void>;
  /** Until something came, `ms` have passed, or the line is dead. */
  wait(ms: number): Promise<void>;
  close(): Promise<void>;
};

export type Patience = { readonly stepMs: number; readonly messageMs: number };
const PATIENCE: Patience = { stepMs: 60_000, messageMs: 300_000 };
/** Tells what was taken from what somebody has only looked at. */
const TAKEN = "TiaosuTaken";
const HEAD_BYTES = 64 * 1024;

type Said = {
  code?: unknown;
  authenticationFailed?: unknown;
  serverResponseCode?: unknown;
  tlsFailed?: unknown;
};

function failedAs(error: unknown, otherwise: MailboxFault): MailboxFailed {
  if (error instanceof MailboxFailed) return error;
  const said: Said = typeof error === "object" && error !== null ? error : {};
  const code = typeof said.code === "string" && /^\w+$/.test(said.code) ? said.code : "";
  if (said.authenticationFailed)
    return new MailboxFailed(said.serverResponseCode === "UNAVAILABLE" ? "unreachable" : "signIn");
  if (/CERT|ALTNAME|SIGNATURE|SELF_SIGNED|ISSUER/.test(code)) return new MailboxFailed("certificate", code);
  if (said.tlsFailed) return new MailboxFailed("noTls", code);
  if (/TIMEOUT|TIMEDOUT|ETHROTTLE/.test(code)) return new MailboxFailed("slow", code);
  return new MailboxFailed(otherwise, code);
}

/**
 * Opens the court's mailbox. `signal` hangs up at once, whatever is under way.
 * @throws MailboxFailed
 */
export async function openMailbox(
  address: MailboxAddress,
  {
    patience = PATIENCE,
    signal,
  }: { readonly patience?: Patience | undefined; readonly signal?: AbortSignal } = {},
): Promise<Mailbox> {
  const client = new ImapFlow({
    host: address.host,
    port: address.port,
    secure: address.security === "tls",
    ...(address.security !== "tls" && { doSTARTTLS: address.security === "startTls" }),
    auth: { user: address.user, pass: address.password },
    clientInfo: { name: "Tiaosu" },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience.stepMs,
    greetingTimeout: patience.stepMs,
    socketTimeout: patience.messageMs,
  });
  let hasNews = false;
  let wake = () => {};
  // What goes wrong reaches whoever waits for an answer; without a listener it would end the process.
  client.on("error", () => {});
  client.on("exists", () => {
    hasNews = true;
    wake();
  });
  const hangUp = () => client.close();
  signal?.addEventListener("abort", hangUp);
  client.on("close", () => {
    signal?.removeEventListener("abort", hangUp);
    wake();
  });

  /** A server that trickles is hung up on: whatever waits for it fails. */
  async function within<T>(ms: number, otherwise: MailboxFault, work: () => Promise<T>): Promise<T> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      client.close();
    }, ms);
    try {
      return await work();
    } catch (error) {
      throw isLate ? new MailboxFailed("slow") : failedAs(error, otherwise);
    } finally {
      clearTimeout(timer);
    }
  }
  const step = <T>(otherwise: MailboxFault, work: () => Promise<T>) =>
    within(patience.stepMs, otherwise, work);

  try {
    await step("unreachable", () => client.connect());
    const opened = await step("noFolder", () => client.mailboxOpen(address.folder));
    if (opened.readOnly) throw new MailboxFailed("readOnly");
    if (address.done) await findOrMake(client, address.done, step);
    return { ...reading(client, address, opened, patience, within), wait, close };
  } catch (error) {
    client.close();
    throw error;
  }

  async function wait(ms: number): Promise<void> {
    if (!hasNews && client.usable) {
      void client.idle().catch(() => {});
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => wake(), ms);
        wake = () => {
          clearTimeout(timer);
          wake = () => {};
          resolve();
        };
      });
    }
    hasNews = false;
  }

  async function close(): Promise<void> {
    if (client.usable) await step("cut", () => client.logout()).catch(() => {});
    client.close();
  }
}

type Step = <T>(otherwise: MailboxFault, work: () => Promise<T>) => Promise<T>;

async function findOrMake(client: ImapFlow, folder: string, step: Step): Promise<void> {
  const found = await step("cut", () => client.status(folder, { messages: true })).catch(() => null);
  if (!found) await step("noDoneFolder", () => client.mailboxCreate(folder));
}

/** What may be done with a folder that is open. */
function reading(
  client: ImapFlow,
  address: MailboxAddress,
  opened: MailboxObject,
  patience: Patience,
  within: <T>(ms: number, otherwise: MailboxFault, work: () => Promise<T>) => Promise<T>,
): Pick<Mailbox, "untaken" | "source" | "markTaken"> {
  const { permanentFlags } = opened;
  // A server that keeps no words of ours tells by \Seen alone, and who looks into the mailbox hides what he has seen.
  const keepsWords = !permanentFlags || permanentFlags.has("\\*") || permanentFlags.has(TAKEN);
  const query = address.done ? { all: true } : keepsWords ? { unKeyword: TAKEN } : { seen: false };
  const byUid = { uid: true };

  async function bytes(uid: number, most: number): Promise<Buffer | null> {
    const got = await client.fetchOne(String(uid), { source: { start: 0, maxLength: most } }, byUid);
    return got ? (got.source ?? null) : null;
  }
  return {
    untaken: () =>
      within(patience.stepMs, "cut", async () => {
        const found = await client.search(query, byUid);
        if (!found) throw new MailboxFailed("cut", "search");
        return found.sort((a, b) => a - b);
      }),
    source: (uid, most) =>
      within(patience.messageMs, "cut", async () => {
        const told = await client.fetchOne(String(uid), { size: true }, byUid);
        if (!told) return null;
        // The size that a server tells is a guess of some; what it hands out is counted again.
        const raw = (told.size ?? 0) > most ? null : await bytes(uid, most + 1);
        if (raw && raw.length <= most) return { raw };
        const start = await bytes(uid, HEAD_BYTES);
        if (!start) return null;
        const end = start.indexOf("\r\n\r\n");
        return { head: end < 0 ? start : start.subarray(0, end + 4) };
      }),
    markTaken: (uid, { isForPerson } = { isForPerson: false }) =>
      within(patience.stepMs, "cut", async () => {
        const flags = ["\\Seen", TAKEN, ...(isForPerson ? ["\\Flagged"] : [])];
        const isMarked = await client.messageFlagsAdd(String(uid), flags, byUid);
        const isMoved = address.done ? await client.messageMove(String(uid), address.done, byUid) : isMarked;
        if (!isMoved) throw new MailboxFailed("notMarked");
      }),
  };
}
