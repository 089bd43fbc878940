import { and, desc, eq, gte, inArray, ne, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { FeedEntry } from "~/adapters/feed-file";
import type { SessionMode } from "~/domain/mediation/sessions";
import type { FeedDetail } from "~/domain/notices/feeds";
import * as notices from "~/i18n/notices";
import * as sessionNotices from "~/i18n/session-notices";
import { textFor } from "~/i18n/text";
import type { Deps } from "./deps.server";
import type { OpenFeed } from "./open-feed.server";

const BACK_DAYS = 60;

type Row = {
  readonly uid: string;
  readonly sequence: number;
  readonly updatedAt: DateTime;
  readonly during: { readonly start: DateTime; readonly end: DateTime };
  readonly mode: SessionMode;
  readonly sessionId: string;
  readonly number: string;
  readonly claimants: string;
  readonly respondents: string;
  readonly room: string | null;
  readonly place: string | null;
};

/** Sessions that are booked and not over for long, of a person by his invitations or of a room. */
async function rowsOf(tx: Tx, feed: OpenFeed, now: DateTime): Promise<Row[]> {
  const { courtId, personId, roomId } = feed;
  const [i, b, s, r, c, sc] = [
    schema.invitations,
    schema.bookings,
    schema.sessions,
    schema.rooms,
    schema.cases,
    schema.sessionCases,
  ];
  const since = gte(sql`upper(${b.during})`, now.minus({ days: BACK_DAYS }).toUTC().toISO());
  const about = {
    during: b.during,
    mode: s.mode,
    sessionId: s.id,
    number: c.registrationNo,
    claimants: c.claimantNames,
    respondents: c.respondentNames,
    room: r.name,
    place: r.place,
  };
  const ofRoom = and(eq(r.courtId, s.courtId), eq(r.id, s.roomId));
  const booked = and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked"));
  if (roomId) {
    const rows = await tx
      .select({ ...about, sequence: s.sequence, updatedAt: b.createdAt })
      .from(s)
      .innerJoin(b, booked)
      .innerJoin(sc, and(eq(sc.courtId, s.courtId), eq(sc.sessionId, s.id), eq(sc.ordinal, FIRST)))
      .innerJoin(c, and(eq(c.courtId, sc.courtId), eq(c.id, sc.caseId)))
      .innerJoin(r, ofRoom)
      .where(and(eq(s.courtId, courtId), eq(s.roomId, roomId), ne(s.status, "cancelled"), since));
    return rows.map((row) => ({ ...row, uid: `${row.sessionId}-room@tiaosu` }));
  }
  return tx
    .select({ ...about, uid: i.uid, sequence: i.sequence, updatedAt: i.updatedAt })
    .from(i)
    .innerJoin(s, and(eq(s.courtId, i.courtId), eq(s.id, i.sessionId)))
    .innerJoin(b, booked)
    .innerJoin(c, and(eq(c.courtId, i.courtId), eq(c.id, i.caseId)))
    .leftJoin(r, ofRoom)
    .where(and(eq(i.courtId, courtId), eq(i.recipientId, personId), ne(i.method, "CANCEL"), since));
}
const FIRST = sql`(select min(x.ordinal) from session_cases x where x.court_id = ${schema.sessions.courtId} and x.session_id = ${schema.sessions.id})`;

const say = textFor("zh-CN", notices);
const title = textFor("zh-CN", sessionNotices);

function entryOf(row: Row, court: string, detail: FeedDetail, publicUrl: string): FeedEntry {
  const plain = {
    uid: row.uid,
    sequence: row.sequence,
    changedAt: row.updatedAt,
    start: row.during.start,
    end: row.during.end,
    status: "CONFIRMED" as const,
  };
  if (detail === "busy") return { ...plain, summary: say("feedBusy") };
  const location = row.mode === "onsite" ? [court, row.room, row.place].filter(Boolean).join(" ") : court;
  const numbered = {
    ...plain,
    summary: title("summary", { number: row.number }),
    description: say("number", { number: row.number }),
    location,
  };
  if (detail === "number") return numbered;
  const sides = { claimants: row.claimants, respondents: row.respondents };
  return {
    ...numbered,
    summary: say("feedFull", { number: row.number, ...sides }),
    description: [say("number", { number: row.number }), say("feedSides", sides)].join("\n"),
    url: `${publicUrl}/sessions/${row.sessionId}`,
  };
}

export type FeedContents = { readonly name: string; readonly entries: readonly FeedEntry[] };

/** The calendar that a feed shows, as much of it as it is meant to say. */
export async function feedContents(deps: Deps, feed: OpenFeed): Promise<FeedContents> {
  const { courtId, personId, roomId } = feed;
  const now = deps.clock.now();
  return deps.db.withCourt(courtId, async (tx) => {
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    const [p, r] = [schema.people, schema.rooms];
    const [owner] = roomId
      ? await tx
          .select({ name: r.name })
          .from(r)
          .where(and(eq(r.courtId, courtId), eq(r.id, roomId)))
      : await tx.select({ name: p.name }).from(p).where(eq(p.id, personId));
    const name = roomId
      ? say("feedRoomName", { name: owner?.name ?? "" })
      : say("feedName", { name: owner?.name ?? "" });
    if (feed.isRevoked) return { name, entries: [] };
    const rows = await rowsOf(tx, feed, now);
    return { name, entries: rows.map((row) => entryOf(row, court?.name ?? "", feed.detail, deps.publicUrl)) };
  });
}

/** The UIDs of a person's sessions that were called off or given to another since an instant. */
export async function goneSince(deps: Deps, feed: OpenFeed, since: DateTime): Promise<string[]> {
  const i = schema.invitations;
  return deps.db.withCourt(feed.courtId, async (tx) => {
    const rows = await tx
      .select({ uid: i.uid })
      .from(i)
      .where(
        and(
          eq(i.courtId, feed.courtId),
          eq(i.recipientId, feed.personId),
          inArray(i.method, ["CANCEL"]),
          gte(i.updatedAt, since),
        ),
      )
      .orderBy(desc(i.updatedAt));
    return rows.map((row) => row.uid);
  });
}
