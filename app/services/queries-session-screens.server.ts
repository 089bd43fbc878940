import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import type { DeliveryStatus } from "#db/schema/notices";
import { arrayText } from "#db/types";
import { maskEmail } from "~/domain/intake/mask";
import { isByVideo } from "~/domain/mediation/sessions";
import { namesOfPeople } from "./case-people.server";
import { visibleTo } from "./case-visibility.server";
import { NotFound } from "./command.server";
import { iso, isoOrNull } from "./iso.server";
import { overridesFor } from "./overrides.server";
import { many, query } from "./query.server";
import { sessionsAhead } from "./session-cases.server";
import { sessionPlaced } from "./session-row.server";

const sessionId = z.string().uuid("idMalformed");

type CaseOf = {
  readonly id: string;
  readonly number: string;
  readonly registrationNo: string;
  readonly claimantNames: string;
  readonly respondentNames: string;
};

/**
 * When and where a session is, and which of its cases the reader may see; without any of them it is not there. Of these
 * cases `alsoPlanned` names other sessions still to come. Instants ISO in UTC.
 * @throws NotFound (404) for a session of another court, or none of whose cases the reader may see
 */
export const sessionPlaceQuery = query({
  name: "session-place",
  ability: "view-calendar",
  input: z.object({ sessionId }),
  run: async ({ tx, courtId, actor, input, now }) => {
    const { session, booking, room } = await sessionPlaced(tx, courtId, input.sessionId);
    const cases = await tx.execute<CaseOf>(sql`
      select c.id, coalesce(c.case_no, c.registration_no) as number, c.registration_no as "registrationNo",
        c.claimant_names as "claimantNames", c.respondent_names as "respondentNames"
      from session_cases sc join cases c on c.court_id = sc.court_id and c.id = sc.case_id
      where sc.court_id = ${courtId} and sc.session_id = ${input.sessionId}::uuid and (${visibleTo(actor)})
      order by sc.ordinal`);
    const [first] = cases;
    if (!first) throw new NotFound("session");
    const [court] = await tx
      .select({ name: schema.courts.name })
      .from(schema.courts)
      .where(eq(schema.courts.id, courtId));
    return {
      sessionId: session.id,
      first,
      cases: [...cases],
      alsoPlanned: await sessionsAhead(
        { tx, courtId, now },
        cases.map((one) => one.id),
        session.id,
      ),
      status: session.status,
      mode: session.mode,
      otherPlace: session.place,
      video: isByVideo(session.mode) ? { joinUrl: session.joinUrl, joinCode: session.joinCode } : null,
      sequence: session.sequence,
      version: session.version,
      bookingStatus: booking?.status ?? null,
      holdUntil: isoOrNull(booking?.holdUntil),
      isHoldOver: booking?.status === "held" && Boolean(booking.holdUntil && booking.holdUntil <= now),
      startAt: booking ? iso(booking.during.start) : "",
      endAt: booking ? iso(booking.during.end) : "",
      minutes: booking ? booking.during.end.diff(booking.during.start, "minutes").minutes : 0,
      mediator: (await namesOfPeople(tx, courtId, [session.mediatorId])).get(session.mediatorId) ?? null,
      room: room
        ? { id: room.id, name: room.name, nameEn: room.nameEn, place: room.place, placeEn: room.placeEn }
        : null,
      courtName: court?.name ?? "",
      overrides: await overridesFor({ tx, courtId, actor }, [session.id]),
    };
  },
});

type ToldRow = {
  readonly recipient_kind: "mediator" | "lawyer" | "party" | "agent";
  readonly recipient_id: string;
  readonly case_id: string;
  readonly number: string;
  readonly name: string | null;
  readonly side: "claimant" | "respondent" | null;
  readonly party_id: string | null;
  readonly masked: string | null;
  readonly staff_email: string | null;
  readonly status: DeliveryStatus | null;
  readonly sent_at: string | null;
  readonly reply: string;
};

/**
 * Who is told of a session, how, and how far the message is, for those of its cases that the reader may see. Before the worker has come by, the address that it will
 * use stands here; without an address the notice goes on paper.
 */
export const sessionToldQuery = query({
  name: "session-told",
  ability: "book-session",
  input: z.object({ caseId: z.string().uuid("idMalformed"), sessionId }),
  run: async ({ tx, courtId, actor, input, theCase }) => {
    const ids = await tx
      .select({ caseId: schema.sessionCases.caseId })
      .from(schema.sessionCases)
      .where(
        and(eq(schema.sessionCases.courtId, courtId), eq(schema.sessionCases.sessionId, input.sessionId)),
      );
    if (!ids.some((one) => one.caseId === theCase().id)) throw new NotFound("session");
    const rows = await tx.execute<ToldRow>(sql`
      select i.recipient_kind, i.recipient_id, i.case_id, coalesce(c.case_no, c.registration_no) as number, i.reply,
        coalesce(p.name, a.name, m.name, h.name) as name, coalesce(p.side, ap.side) as side, coalesce(p.id, ap.id) as party_id,
        k.masked, h.email as staff_email, d.status, to_char(d.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as sent_at
      from invitations i
      join cases c on c.court_id = i.court_id and c.id = i.case_id
      left join parties p on p.court_id = i.court_id and p.id = i.recipient_id
      left join agents a on a.court_id = i.court_id and a.id = i.recipient_id
      left join parties ap on ap.court_id = a.court_id and ap.id = a.party_id
      left join people h on h.id = i.recipient_id
      left join lateral (select r.name from roster_members r where r.court_id = i.court_id and r.person_id = i.recipient_id limit 1) m on true
      left join lateral (select k.masked from contact_points k
        where k.court_id = i.court_id and k.kind = 'email' and k.party_id = coalesce(p.id, ap.id) and k.agent_id is not distinct from a.id
        order by k.preferred desc limit 1) k on true
      left join deliveries d on d.court_id = i.court_id and d.key = 'invitation:' || i.id || ':' || i.sequence
      where i.court_id = ${courtId} and i.session_id = ${input.sessionId}::uuid and (${visibleTo(actor)})
      order by case i.recipient_kind when 'mediator' then 0 when 'lawyer' then 1 else 2 end, c.id, side, name`);
    return {
      told: rows.map((row) => {
        const address = row.masked ?? (row.staff_email ? maskEmail(row.staff_email) : null);
        return {
          id: `${row.recipient_id} ${row.case_id}`,
          kind: row.recipient_kind,
          name: row.name ?? "",
          side: row.side,
          partyId: row.party_id,
          caseId: row.case_id,
          number: row.number,
          address,
          status: row.status ?? (address ? ("queued" as const) : ("noAddress" as const)),
          sentAt: row.sent_at,
        };
      }),
    };
  },
});

/** Other cases of the same mediator that wait for a time and could meet in the same session; and how this one's is found. */
export const companionsQuery = query({
  name: "companions",
  ability: "book-session",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async ({ tx, courtId, actor, theCase, settings }) => {
    const row = theCase();
    const { holdMinutes, timeWay: courtWay } = settings;
    const ways = { courtWay, caseWay: row.timeWay, way: row.timeWay ?? courtWay };
    if (!row.mediatorId) return { cases: [], holdMinutes, ...ways };
    const cases = await tx.execute<CaseOf>(sql`
      select c.id, coalesce(c.case_no, c.registration_no) as number, c.registration_no as "registrationNo",
        c.claimant_names as "claimantNames", c.respondent_names as "respondentNames"
      from cases c
      where c.court_id = ${courtId} and c.mediator_id = ${row.mediatorId}::uuid and c.id <> ${row.id}::uuid
        and c.stage in ('mediation', 'signing') and c.next_session_at is null and (${visibleTo(actor)})
      order by (c.claimant_names = ${row.claimantNames}) desc, c.due_on nulls last, c.id limit 12`);
    return { cases: [...cases], holdMinutes, ...ways };
  },
});

/** The causes of the cases in a person's day. */
export const causesQuery = query({
  name: "case-causes",
  ability: "view-calendar",
  input: z.object({ caseIds: many(z.string().uuid("idMalformed"), 200) }),
  run: async ({ tx, courtId, actor, input }) => {
    const rows = input.caseIds.length
      ? await tx.execute<{ id: string; cause: string }>(sql`
          select c.id, c.cause_code as cause from cases c
          where c.court_id = ${courtId} and c.id = any(${arrayText(input.caseIds)}::uuid[]) and (${visibleTo(actor)})`)
      : [];
    return { causes: Object.fromEntries(rows.map((row) => [row.id, row.cause])) };
  },
});
