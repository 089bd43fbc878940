import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { readMail } from "~/adapters/inbound/read-mail.server";
import { shownMail, shownText } from "~/adapters/inbound/shown-mail.server";
import { iso } from "./iso.server";
import { place } from "./personal.server";
import type { Question } from "./query.server";

const textShape = z.object({ text: z.string() });

/** Who vouches is not asked any more: the message was judged when it came, and nothing is looked up for showing it. */
const NOBODY = "nobody.invalid";

async function contentOf(source: "api" | "imap" | "sms", raw: Buffer) {
  if (source === "sms") {
    const { text } = textShape.parse(JSON.parse(raw.toString("utf8")));
    return { subject: "", text: shownText(text), files: [], answer: null };
  }
  const [shown, read] = [await shownMail(raw), await readMail(raw, { trusted: NOBODY })];
  const [answer] = read.answers;
  return {
    ...shown,
    answer: answer
      ? {
          method: answer.method,
          partstat: answer.attendees.length === 1 ? (answer.attendees[0]?.partstat ?? null) : null,
          startAt: answer.startAt,
          endAt: answer.endAt,
        }
      : null,
  };
}

/** Who of a case is invited to a session still to come, and what he has answered: those whose answer a message may be. */
async function invitedOf({ tx, courtId, now }: Question<unknown>, caseId: string) {
  const [i, b, p, a] = [schema.invitations, schema.bookings, schema.parties, schema.agents];
  const rows = await tx
    .select({
      sessionId: i.sessionId,
      recipientId: i.recipientId,
      reply: i.reply,
      during: b.during,
      name: sql<string>`coalesce(${p.name}, ${a.name}, '')`,
    })
    .from(i)
    .innerJoin(b, and(eq(b.courtId, i.courtId), eq(b.sessionId, i.sessionId), eq(b.status, "booked")))
    .leftJoin(p, and(eq(p.courtId, i.courtId), eq(p.id, i.recipientId)))
    .leftJoin(a, and(eq(a.courtId, i.courtId), eq(a.id, i.recipientId)))
    .where(
      and(
        eq(i.courtId, courtId),
        eq(i.caseId, caseId),
        eq(i.method, "REQUEST"),
        sql`${i.recipientKind} in ('party', 'agent')`,
        sql`upper(${b.during}) > ${iso(now)}::timestamptz`,
      ),
    )
    .orderBy(asc(b.during), asc(i.id));
  return rows.map(({ during, ...row }) => ({ ...row, startAt: iso(during.start) }));
}

/**
 * A message that fits nowhere, as a person reads it: its sender masked, its words as plain text, and the hash under which
 * the raw octets are kept, sealed. Whoever opens it is on his own chain.
 */
export async function messageShown(question: Question<unknown>, inboundId: string, caseId: string | null) {
  const { tx, courtId, deps, trace } = question;
  const m = schema.inboundMessages;
  const [row] = await tx
    .select()
    .from(m)
    .where(and(eq(m.courtId, courtId), eq(m.id, inboundId)));
  if (!row) return null;
  await trace({ verb: "read-message", data: { inboundId, caseId } });
  const raw = deps.secrets.open(row.raw, place("inbound_messages", "raw", row.id));
  return {
    source: row.source,
    fromMasked: row.fromMasked,
    receivedAt: iso(row.receivedAt),
    hash: row.hash.toString("hex"),
    size: raw.length,
    ...(await contentOf(row.source, raw)),
    invited: caseId ? await invitedOf(question, caseId) : [],
  };
}
