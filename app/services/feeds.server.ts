import { and, eq, gte, isNull, ne, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema } from "#db/client";
import { downloadFile, feedFile } from "~/adapters/feed-file";
import { courtOfToken } from "~/adapters/secrets.server";
import * as notices from "~/i18n/notices";
import * as sessionNotices from "~/i18n/session-notices";
import { textFor } from "~/i18n/text";
import type { Deps } from "./deps.server";
import { grantsOf } from "./grants.server";
import { liveToken } from "./live-token.server";

const REFRESH_HOURS = 4;
const BACK_DAYS = 60;

/** Whose feed this secret opens; nobody's once it is renewed, too old, or its person serves the court no longer. */
async function personBehind(deps: Deps, courtId: string, secret: string): Promise<string | null> {
  const p = schema.people;
  return deps.db.withDirectory(async (tx) => {
    const personId = (await liveToken(tx, deps, courtId, "feed", secret))?.subject.personId;
    if (!personId) return null;
    const [person] = await tx
      .select({ id: p.id })
      .from(p)
      .where(and(eq(p.id, personId), isNull(p.disabledAt)));
    const grants = person ? await grantsOf(tx, personId, deps.clock.now()) : [];
    return grants.some((one) => one.courtId === courtId) ? personId : null;
  });
}

/** The calendar behind a feed's secret: times, rooms and neutral titles; no names, no cause. Null for an unknown secret. */
export async function feedBytes(deps: Deps, secret: string): Promise<Buffer | null> {
  const courtId = courtOfToken(secret);
  const personId = courtId ? await personBehind(deps, courtId, secret) : null;
  if (!courtId || !personId) return null;
  const now = deps.clock.now();
  const i = schema.invitations;
  const b = schema.bookings;
  const s = schema.sessions;
  const r = schema.rooms;
  const c = schema.cases;
  const say = textFor("zh-CN", notices);
  const title = textFor("zh-CN", sessionNotices);
  const found = await deps.db.withCourt(courtId, async (tx) => {
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    const [person] = await tx
      .select({ name: schema.people.name })
      .from(schema.people)
      .where(eq(schema.people.id, personId));
    const rows = await tx
      .select({
        uid: i.uid,
        sequence: i.sequence,
        updatedAt: i.updatedAt,
        during: b.during,
        mode: s.mode,
        number: c.registrationNo,
        room: r.name,
        place: r.place,
      })
      .from(i)
      .innerJoin(s, and(eq(s.courtId, i.courtId), eq(s.id, i.sessionId)))
      .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
      .innerJoin(c, and(eq(c.courtId, i.courtId), eq(c.id, i.caseId)))
      .leftJoin(r, and(eq(r.courtId, s.courtId), eq(r.id, s.roomId)))
      .where(
        and(
          eq(i.courtId, courtId),
          eq(i.recipientId, personId),
          ne(i.method, "CANCEL"),
          gte(sql`upper(${b.during})`, now.minus({ days: BACK_DAYS }).toUTC().toISO()),
        ),
      );
    return { court, person, rows };
  });
  return feedFile(
    say("feedName", { name: found.person?.name ?? "" }),
    REFRESH_HOURS,
    found.rows.map((row) => ({
      uid: row.uid,
      sequence: row.sequence,
      changedAt: row.updatedAt,
      start: row.during.start,
      end: row.during.end,
      summary: title("summary", { number: row.number }),
      description: say("number", { number: row.number }),
      location:
        row.mode === "onsite"
          ? `${found.court?.name ?? ""} ${row.room ?? ""} ${row.place ?? ""}`.trim()
          : (found.court?.name ?? ""),
      status: "CONFIRMED" as const,
    })),
  );
}

/** One session as a file to take along; nobody is invited by it and no name is in it. */
export function sessionFile(of: {
  sessionId: string;
  number: string;
  startAt: string;
  endAt: string;
  place: string;
  changedAt: DateTime;
}): Buffer {
  const say = textFor("zh-CN", notices);
  const title = textFor("zh-CN", sessionNotices);
  return downloadFile({
    uid: `${of.sessionId}@tiaosu`,
    sequence: 0,
    changedAt: of.changedAt,
    start: DateTime.fromISO(of.startAt),
    end: DateTime.fromISO(of.endAt),
    summary: title("summary", { number: of.number }),
    description: say("number", { number: of.number }),
    location: of.place,
    status: "CONFIRMED",
  });
}
