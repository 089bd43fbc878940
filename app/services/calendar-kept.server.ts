import { type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import type { SessionMode } from "~/domain/mediation/sessions";
import { merge } from "~/domain/scheduling/interval";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import { busyOf } from "./busy-time.server";
import type { CalendarAt } from "./calendar-entries.server";
import { visibleTo } from "./case-visibility.server";
import { iso } from "./iso.server";

/** A time that an offer keeps for the sides of a case to choose; instants ISO in UTC. */
export type OfferedHold = {
  readonly bookingId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly mode: SessionMode;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly roomNameEn: string | null;
  readonly mediatorId: string;
  readonly mediatorName: string | null;
  readonly mediatorNameEn: string | null;
  /** Null where the reader may not see the case. */
  readonly caseId: string | null;
  readonly number: string | null;
};

/** The times kept by offers that touch [from, to), by start; `whose` narrows them over `s`, as it does sessions. */
export async function offeredHolds(
  { tx, courtId, now, actor }: CalendarAt,
  from: DateTime,
  to: DateTime,
  whose: SQL,
): Promise<readonly OfferedHold[]> {
  const seen = visibleTo(actor);
  return tx.execute<OfferedHold>(sql`
    select b.id as "bookingId", coalesce(b.offered_mode, 'onsite') as mode, s.room_id as "roomId", r.name as "roomName",
      r.name_en as "roomNameEn", s.mediator_id as "mediatorId", m.name as "mediatorName", m.name_en as "mediatorNameEn",
      case when ${seen} then c.id end as "caseId",
      case when ${seen} then coalesce(c.case_no, c.registration_no) end as number,
      to_char(lower(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startAt",
      to_char(upper(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "endAt"
    from bookings b
    join offers o on o.court_id = b.court_id and o.id = b.offer_id
    join cases c on c.court_id = o.court_id and c.id = o.case_id
    cross join lateral (select c.mediator_id, c.lawyer_id, b.offered_room_id as room_id) s
    left join rooms r on r.court_id = b.court_id and r.id = s.room_id
    left join roster_members m on m.court_id = b.court_id and m.person_id = s.mediator_id and m.kind = 'mediator'
    where b.court_id = ${courtId} and b.during && tstzrange(${iso(from)}::timestamptz, ${iso(to)}::timestamptz)
      and b.session_id is null and b.status = 'held' and b.hold_until > ${iso(now)}::timestamptz and (${whose})
    order by lower(b.during), b.id`);
}

/** Time that another court has taken of a person of this one: nothing but the range is known of it. */
export type BusyElsewhere = { readonly personId: string; readonly startAt: string; readonly endAt: string };

/** What other courts have taken of these people's time in [from, to), neighbours as one. */
export async function busyElsewhere(
  { tx, now }: CalendarAt,
  from: DateTime,
  to: DateTime,
  personIds: readonly string[],
): Promise<BusyElsewhere[]> {
  const wanted = personIds.map((id) => ({ resourceId: id, homeId: id }));
  const within = { from: toMinutes(from), to: toMinutes(to) };
  const busy = await busyOf(tx, wanted, within);
  const nowMinute = toMinutes(now);
  return personIds.flatMap((personId) => {
    const elsewhere = (busy.get(personId) ?? []).filter(
      (one) => one.elsewhere && (!one.hold || one.hold.expiresAt > nowMinute),
    );
    return merge(elsewhere).map((one) => ({
      personId,
      startAt: iso(fromMinutes(one.from)),
      endAt: iso(fromMinutes(one.to)),
    }));
  });
}
