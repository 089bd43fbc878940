import { DateTime } from "luxon";
import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";

export const COURT = "bj0107";
export const FULL_WEEK = "2026-12-07";
export const EMPTY_WEEK = "2026-12-14";
const ROOMS = 30;
const STARTS = [540, 615, 810, 900];

/** Thirty rooms and six hundred booked sessions in one week, written as the verbs would leave them; the next week is empty. */
export async function fillWeek(owner: postgres.Sql): Promise<number> {
  const monday = DateTime.fromISO(FULL_WEEK, { zone: "Asia/Shanghai" });
  const rows = await owner<{ person_id: string }[]>`
    select person_id from roster_members where court_id = ${COURT} and kind = 'mediator' and active order by person_id`;
  const rooms = Array.from({ length: ROOMS }, (_, n) => ({ id: uuidv7(), n: n + 1 }));
  await owner`update rooms set active = false where court_id = ${COURT}`;
  await owner`insert into resources ${owner(rooms.map(({ id }) => ({ home_id: COURT, id, kind: "room" })))}`;
  await owner`insert into rooms ${owner(
    rooms.map(({ id, n }) => ({
      court_id: COURT,
      id,
      name: `第${n}调解室`,
      name_en: `Room ${n}`,
      place: "三层",
      place_en: "third floor",
      facilities: owner.json(["video"]),
    })),
  )}`;
  const sessions = rooms.flatMap((room) =>
    Array.from({ length: 5 }, (_, day) =>
      STARTS.map((minute, n) => ({ room, at: monday.plus({ days: day, minutes: minute }), n })),
    ).flat(),
  );
  let made = 0;
  for (const { room, at, n } of sessions) {
    made++;
    // Far more mediators than this court has sit at once: each session's leader is made for it, but for the first of the day.
    const known = n === 0 ? rows[room.n % rows.length]?.person_id : undefined;
    const mediatorId = known && room.n <= rows.length ? known : uuidv7();
    await writeSession(owner, { made, roomId: room.id, mediatorId, isNew: mediatorId !== known, at });
  }
  return made;
}

type Written = { made: number; roomId: string; mediatorId: string; isNew: boolean; at: DateTime };

async function writeSession(owner: postgres.Sql, { made, roomId, mediatorId, isNew, at }: Written) {
  const [caseId, sessionId, bookingId] = [uuidv7(), uuidv7(), uuidv7()];
  const during = `[${at.toISO()},${at.plus({ minutes: 60 }).toISO()})`;
  const base = { court_id: COURT };
  await owner.begin(async (tx) => {
    if (isNew)
      await tx`insert into resources ${tx({ home_id: mediatorId, id: mediatorId, kind: "mediator" })}`;
    await tx`insert into cases ${tx({
      ...base,
      id: caseId,
      registration_no: `B-2026-${String(made).padStart(6, "0")}`,
      case_no: `(2026)京0107民初${9000 + made}号`,
      regime: "POST_FILING",
      intake: "LAWSUIT",
      stage: "mediation",
      cause_scheme: "法〔2025〕227号",
      cause_code: "126",
      amount_fen: 936_000,
      facts: "拖欠物业费",
      claims: "支付物业费",
      claimant_names: "某物业服务有限公司",
      respondent_names: "张某某",
      name_grams: tx.array([]),
      mediator_id: mediatorId,
      created_at: at.minus({ days: 7 }).toISO(),
      record_head: "genesis",
    })}`;
    await tx`insert into sessions ${tx({
      ...base,
      id: sessionId,
      mode: "onsite",
      status: "planned",
      mediator_id: mediatorId,
      room_id: roomId,
      created_at: at.minus({ days: 6 }).toISO(),
    })}`;
    await tx`insert into session_cases ${tx({ ...base, session_id: sessionId, case_id: caseId, ordinal: 0 })}`;
    await tx`insert into bookings (court_id, id, session_id, during, status, by_id, created_at)
      values (${COURT}, ${bookingId}, ${sessionId}, ${during}::tstzrange, 'booked', 'bench', ${at.minus({ days: 6 }).toISO()})`;
    for (const [homeId, resourceId] of [
      [COURT, roomId],
      [mediatorId, mediatorId],
    ] as const)
      await tx`insert into occupancies (home_id, id, court_id, resource_id, booking_id, during)
        values (${homeId}, ${uuidv7()}, ${COURT}, ${resourceId}, ${bookingId}, ${during}::tstzrange)`;
  });
}
