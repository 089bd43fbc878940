import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { schema } from "#db/client";
import { namesOfPeople } from "./case-people.server";
import { proposalShown } from "./counter-proposals.server";
import { iso, isoOrNull } from "./iso.server";
import { isInCircle } from "./mediation-circle.server";
import { calendarsOf } from "./queries-calendar-sources.server";
import type { Question } from "./query.server";
import { sessionPlaced } from "./session-row.server";
import { reasonOf, type TaskLine } from "./task-rows.server";

type At = Question<unknown>;

/** Every way by which a notice went or is to go, in order, and how far each came. Addresses masked. */
async function waysOf({ tx, courtId }: At, noticeId: string) {
  const d = schema.deliveries;
  const rows = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, courtId), eq(d.noticeId, noticeId)))
    .orderBy(asc(d.queuedAt), asc(d.id));
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    addressMasked: row.addressMasked,
    status: row.status,
    detail: row.detail,
    reason: row.status === "failed" || row.status === "bounced" ? reasonOf(row.channel, row.detail) : null,
    at: isoOrNull(row.changedAt ?? row.sentAt) ?? iso(row.queuedAt),
  }));
}

/** Under which addresses and numbers its recipient is known, masked, and how each stands; nothing of people of the court. */
async function contactsOf({ tx, courtId }: At, partyId: string, agentId: string | null) {
  const k = schema.contactPoints;
  return tx
    .select({ id: k.id, kind: k.kind, masked: k.masked, status: k.status, preferred: k.preferred })
    .from(k)
    .where(
      and(
        eq(k.courtId, courtId),
        eq(k.partyId, partyId),
        agentId ? eq(k.agentId, agentId) : isNull(k.agentId),
      ),
    )
    .orderBy(asc(k.kind), asc(k.id));
}

/** A notice that did not arrive or was not answered: its ways, and where else its recipient can be reached. */
export async function noticeShown(at: At, task: TaskLine) {
  if (!task.notice_id) return null;
  return {
    noticeId: task.notice_id,
    ways: await waysOf(at, task.notice_id),
    contacts: task.party_id ? await contactsOf(at, task.party_id, task.agent_id) : [],
  };
}

/** Another time that somebody proposes, beside the one that stands. His words are for those among whom the mediation goes on. */
export async function proposalOf(at: At, task: TaskLine) {
  const { tx, courtId, actor, deps } = at;
  if (!task.proposal_id || !task.session_id) return null;
  const [t, i] = [schema.counterProposals, schema.invitations];
  const [row] = await tx
    .select({ proposal: t, recipientId: i.recipientId })
    .from(t)
    .innerJoin(i, and(eq(i.courtId, t.courtId), eq(i.id, t.invitationId)))
    .where(and(eq(t.courtId, courtId), eq(t.id, task.proposal_id)));
  if (!row) return null;
  const { session, booking } = await sessionPlaced(tx, courtId, task.session_id);
  const { words, ...shown } = proposalShown(deps, row.proposal, row.recipientId);
  return {
    ...shown,
    words: isInCircle(actor) ? words : null,
    status: row.proposal.status,
    minutes: row.proposal.during.end.diff(row.proposal.during.start, "minutes").minutes,
    mode: session.mode,
    roomId: session.roomId,
    version: session.version,
    now: booking ? { startAt: iso(booking.during.start), endAt: iso(booking.during.end) } : null,
  };
}

/** Somebody's own calendar against a session: who, when, and how busy he is then; nothing of with what. */
export async function conflictOf(at: At, task: TaskLine) {
  const { tx, courtId, now } = at;
  if (!task.person_id || !task.session_id) return null;
  const [b, e] = [schema.bookings, schema.externalBusy];
  const rows = await tx
    .select({ during: e.during, tentative: e.tentative, sessionDuring: b.during })
    .from(b)
    .leftJoin(
      e,
      and(eq(e.courtId, b.courtId), eq(e.personId, task.person_id), sql`${e.during} && ${b.during}`),
    )
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, task.session_id), ne(b.status, "released")))
    .orderBy(asc(e.during));
  const across = new Map(
    rows.flatMap(({ during, tentative }) =>
      during
        ? [[iso(during.start), { startAt: iso(during.start), endAt: iso(during.end), tentative }] as const]
        : [],
    ),
  );
  const session = rows[0]?.sessionDuring;
  const names = await namesOfPeople(tx, courtId, [task.person_id]);
  return {
    person: names.get(task.person_id) ?? null,
    session: session ? { startAt: iso(session.start), endAt: iso(session.end) } : null,
    across: [...across.values()],
    calendars: await calendarsOf(tx, courtId, task.person_id, now),
  };
}

/** A deed that was given up: how often it was tried. */
export async function deedOf({ tx, courtId }: At, task: TaskLine) {
  if (!task.job_id) return null;
  const o = schema.outbox;
  const [row] = await tx
    .select({ attempts: o.attempts, deadAt: o.deadAt })
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.id, task.job_id)));
  return row ? { attempts: row.attempts, deadAt: isoOrNull(row.deadAt) } : null;
}
