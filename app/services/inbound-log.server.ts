import { createHash } from "node:crypto";
import { and, asc, eq, lte } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { Deps } from "./deps.server";
import { inboundActor } from "./inbound-actor.server";
import { place } from "./personal.server";
import { record } from "./record.server";
import { openTask } from "./tasks.server";

const AT_ONCE = 20;

/** What became of a message. All but `unmatched` is done; that one waits for a person. */
export type InboundOutcome =
  | "replied"
  | "counter"
  | "stale"
  | "noAnswer"
  | "automatic"
  | "bounce"
  | "refused"
  | "waiting"
  | "unmatched";
export type Received = {
  readonly outcome: InboundOutcome;
  /** Why a person has to look, or why nothing came of it. */
  readonly detail?: string;
  readonly caseId?: string;
  readonly invitationId?: string;
};

/** A message that was taken in and is not finished; `unfinished` finds it again. */
export const PENDING = "received";
type Kept = { readonly id: string; readonly outcome: InboundOutcome | typeof PENDING };

type Came = {
  readonly source: "api" | "imap" | "sms";
  readonly raw: Buffer;
  readonly hash: Buffer;
  readonly messageId: string | null;
  /** The sender's address or number, and what may be shown of it. */
  readonly from: string | null;
  readonly fromMasked: string;
};

/** Keeps what came in, sealed, before anything is made of it; the same again is what it was the first time. */
export async function keepInbound(
  deps: Deps,
  courtId: string,
  { source, raw, hash, messageId, from, fromMasked }: Came,
): Promise<Kept> {
  const t = schema.inboundMessages;
  const id = uuidv7();
  return deps.db.withCourt(courtId, async (tx) => {
    await tx
      .insert(t)
      .values({
        courtId,
        id,
        source,
        hash,
        messageId,
        fromMasked,
        fromIndex: from ? deps.secrets.blindIndex("inbound sender", from) : null,
        outcome: PENDING,
        raw: deps.secrets.seal(raw, place("inbound_messages", "raw", id)),
        receivedAt: deps.clock.now(),
      })
      .onConflictDoNothing();
    const [row] = await tx
      .select({ id: t.id, outcome: t.outcome })
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.hash, hash)));
    if (!row) throw new Error("a message was not kept");
    return row as Kept;
  });
}

export type Unfinished = {
  readonly id: string;
  readonly source: Came["source"];
  readonly raw: Buffer;
  readonly receivedAt: DateTime;
};

/** Messages that were kept before `until` and never finished: a process died, or a sender's key could not be asked for. */
export async function unfinished(deps: Deps, courtId: string, until: DateTime): Promise<Unfinished[]> {
  const t = schema.inboundMessages;
  const rows = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select()
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.outcome, PENDING), lte(t.receivedAt, until)))
      .orderBy(asc(t.receivedAt))
      .limit(AT_ONCE),
  );
  return rows.map(({ id, source, raw, receivedAt }) => ({
    id,
    source,
    raw: deps.secrets.open(raw, place("inbound_messages", "raw", id)),
    receivedAt,
  }));
}

/** Writes down what became of it; what a person has to look at becomes a task. */
export async function settleInbound(
  deps: Deps,
  courtId: string,
  id: string,
  received: Received,
): Promise<void> {
  const t = schema.inboundMessages;
  const now = deps.clock.now();
  const { outcome, detail = null, caseId = null, invitationId = null } = received;
  await deps.db.withCourt(courtId, async (tx) => {
    await tx
      .update(t)
      .set({ outcome, detail, caseId, invitationId })
      .where(and(eq(t.courtId, courtId), eq(t.id, id)));
    if (outcome === "unmatched")
      await openTask(tx, {
        courtId,
        kind: "unmatchedMail",
        key: `unmatchedMail:${id}`,
        caseId,
        data: { inboundId: id, why: detail },
        openedAt: now,
      });
    await record(tx, inboundActor(courtId), now, {
      verb: "receive-mail",
      data: { inboundId: id, outcome, detail, caseId, invitationId },
    });
  });
}

/**
 * A message that is longer than we read stays where it lies; whoever looks after the court's mail is told of it once, by
 * its head.
 */
export async function noteTooLarge(deps: Deps, courtId: string, head: Buffer): Promise<void> {
  const now = deps.clock.now();
  const hash = createHash("sha256").update(head).digest("hex");
  await deps.db.withCourt(courtId, async (tx) => {
    await openTask(tx, {
      courtId,
      kind: "tooLargeMail",
      key: `tooLargeMail:${hash}`,
      data: { why: "fileTooLarge" },
      openedAt: now,
    });
    await record(tx, inboundActor(courtId), now, {
      verb: "receive-mail",
      data: { outcome: "unmatched", detail: "fileTooLarge" },
    });
  });
}
