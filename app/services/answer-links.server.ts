import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import type { Side } from "~/domain/cases/sides";
import { asCourtId } from "~/domain/ids";
import type { PartyActor } from "~/domain/policy/actor";
import type { Command } from "./command.server";
import type { Deps } from "./deps.server";
import { isoOrNull } from "./iso.server";
import { liveToken, partyBehind } from "./live-token.server";
import { type CourtShown, courtShown } from "./party-links.server";
import { record } from "./record.server";
import { countTry, delayOf } from "./sign-in-throttle.server";

/** So many answers in an hour are nobody's haste; from the next on each waits twice as long as the one before. */
const ANSWERS_PER_LINK = 10;
/** Whoever answers for a company, or from behind the address of a whole telephone network, comes to more. */
const ANSWERS_PER_ADDRESS = 120;

const t = schema.tokens;
/** Written out, so that the index for these alone is used. */
const isAnswer = sql`${t.purpose} = 'answer'`;
const invitationIdOf = sql`${t.subject}->>'invitationId'`;

type Invited = Pick<
  typeof schema.invitations.$inferSelect,
  "courtId" | "id" | "caseId" | "sessionId" | "recipientId"
>;

/**
 * The link by which one recipient answers one invitation, and sees nothing but its time and place. Derived from the keys,
 * so that every letter about the invitation carries the same; only the hash is kept. It works until the session's end, and
 * a letter of a moved session gives it the new end. Who was let off and is asked again gets another. Null where the session
 * is over or nothing is asked any more: the case's lock keeps a letter in the making from reviving what a cancellation has
 * just ended. Whoever gets a link, or for another time, is on the case's record.
 */
export async function answerLink(
  deps: Deps,
  invitation: Invited,
  of: { readonly party: { readonly id: string; readonly side: Side }; readonly endAt: string },
): Promise<string | null> {
  const now = deps.clock.now();
  const { courtId, id: invitationId, caseId } = invitation;
  const expiresAt = DateTime.fromISO(of.endAt, { zone: "utc" });
  if (expiresAt <= now) return null;
  return deps.db.withCourt(courtId, async (tx) => {
    const c = schema.cases;
    await tx
      .select({ id: c.id })
      .from(c)
      .where(and(eq(c.courtId, courtId), eq(c.id, caseId)))
      .for("update");
    const i = schema.invitations;
    const [standing] = await tx
      .select({ sessionId: i.sessionId })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.id, invitationId), eq(i.method, "REQUEST")));
    if (!standing) return null;
    const earlier = await tx
      .select()
      .from(t)
      .where(and(eq(t.courtId, courtId), isAnswer, eq(invitationIdOf, invitationId)));
    const round = earlier.filter((row) => row.revokedAt).length;
    const token = `${courtId}-${deps.secrets.blindIndex("answer link", `${invitationId}:${round}`).toString("base64url")}`;
    const address = `${deps.publicUrl}/a/${token}`;
    const hash = deps.secrets.hashToken(token);
    const { sessionId } = standing;
    const given = earlier.find((row) => row.hash.equals(hash));
    if (given?.subject.sessionId === sessionId && +given.expiresAt === +expiresAt) return address;
    const subject = { caseId, partyId: of.party.id, side: of.party.side, invitationId, sessionId };
    const [row] = await tx
      .insert(t)
      .values({ hash, id: uuidv7(), courtId, purpose: "answer", subject, createdAt: now, expiresAt })
      .onConflictDoUpdate({ target: t.hash, set: { expiresAt, subject } })
      .returning({ id: t.id });
    const actor = { kind: "job", courtId: asCourtId(courtId), name: "notices" } as const;
    await record(tx, actor, now, {
      verb: "send-answer-link",
      caseId,
      data: { invitationId, partyId: of.party.id, tokenId: row?.id ?? null },
    });
    return address;
  });
}

/** Ends the links to invitations that ask nothing any more, with the act that took them back. */
export async function revokeAnswerLinks(
  { tx, courtId, now }: Pick<Command<unknown>, "tx" | "courtId" | "now">,
  invitations: readonly { readonly id: string }[],
): Promise<void> {
  if (!invitations.length) return;
  const ids = invitations.map((one) => one.id);
  await tx
    .update(t)
    .set({ revokedAt: now })
    .where(and(eq(t.courtId, courtId), isAnswer, inArray(invitationIdOf, ids), isNull(t.revokedAt)));
}

/** The side behind an answer link, and the one invitation that it answers. */
export type AnswerLink = {
  readonly actor: PartyActor;
  readonly tokenId: string;
  readonly invitationId: string;
  readonly sessionId: string;
  readonly recipientId: string;
  /** What its recipient has answered so far, to which revision; `repliedAt` ISO in UTC. */
  readonly standing: {
    readonly sequence: number;
    readonly reply: string;
    readonly how: string | null;
    readonly reason: string | null;
    readonly repliedAt: string | null;
  };
};

/** Whose answer a link takes; null for one that is unknown, expired or revoked: from outside all look alike. */
export async function readAnswerLink(deps: Deps, secret: string): Promise<AnswerLink | null> {
  const courtId = courtOfToken(secret);
  if (!courtId) return null;
  const token = await deps.db.withDirectory((tx) => liveToken(tx, deps, courtId, "answer", secret));
  const actor = token && partyBehind(token);
  const invitationId = token?.subject.invitationId;
  if (!token || !actor || !invitationId) return null;
  const i = schema.invitations;
  const [row] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select()
      .from(i)
      .where(
        and(
          eq(i.courtId, courtId),
          eq(i.id, invitationId),
          eq(i.caseId, actor.caseId),
          eq(i.method, "REQUEST"),
        ),
      ),
  );
  if (!row) return null;
  const { sessionId, recipientId, sequence, reply, replyHow: how, replyReason: reason } = row;
  const standing = { sequence, reply, how, reason, repliedAt: isoOrNull(row.repliedAt) };
  return { actor, tokenId: token.id, invitationId, sessionId, recipientId, standing };
}

/** The court that a link names, whatever else is wrong with it: whom to call. Null where it names none. */
export async function courtNamedIn(deps: Deps, token: string): Promise<CourtShown | null> {
  const courtId = courtOfToken(token);
  return courtId ? courtShown(deps, courtId) : null;
}

/** Counts an answer by link, for the link and for where it comes from. Answers the seconds to wait: 0 lets it pass. */
export async function countAnswer(deps: Deps, tokenId: string, address: string): Promise<number> {
  const now = deps.clock.now();
  const counters: (readonly [key: Buffer, free: number])[] = [
    [deps.secrets.blindIndex("answers of a link", tokenId), ANSWERS_PER_LINK],
    ...(address
      ? ([[deps.secrets.blindIndex("answers from an address", address), ANSWERS_PER_ADDRESS]] as const)
      : []),
  ];
  return deps.db.withDirectory(async (tx) => {
    const keys = counters.map(([key]) => key);
    const seconds = await delayOf(tx, keys, now);
    if (seconds > 0) return Math.ceil(seconds);
    for (const [key, free] of counters) await countTry(tx, key, now, free);
    return 0;
  });
}
