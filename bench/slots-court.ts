import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { dateOf, dayOfDate, dayStart, weekdayOf } from "~/domain/scheduling/minutes";
import type { ResourceKind } from "~/domain/scheduling/snapshot";
import type { Wanted } from "~/services/scheduling-snapshot.server";
import { seeded } from "./report";

export const COURT = "bj0107";
/** Monday. */
export const FIRST = dayOfDate("2026-11-23");
export const WEEKS = 13;

/** How full somebody's days are: sessions a day, in tenths, and for how many days they are filled. */
type Load = { readonly kind: ResourceKind; readonly tenths: number; readonly days: number };
const random = seeded(20_261_123);

type Claim = { home: string; resource: string; from: number; to: number };

/** Sessions of 30 to 90 minutes on a grid of 5, one after another, in the hours of the court and a little beyond. */
function claimsOf(one: Wanted, { tenths, days }: Load): Claim[] {
  const claims: Claim[] = [];
  for (let day = FIRST; day < FIRST + days; day++) {
    if (weekdayOf(day) > 5) continue;
    let at = 525 + 5 * random(12);
    while (at < 1020) {
      const minutes = 30 + 5 * random(13);
      if (random(75) < tenths)
        claims.push({
          home: one.homeId,
          resource: one.resourceId,
          from: dayStart(day) + at,
          to: dayStart(day) + at + minutes,
        });
      at += minutes + 5 * random(4);
    }
  }
  return claims;
}

function made(kind: ResourceKind): Wanted {
  const id = uuidv7();
  return { resourceId: id, homeId: kind === "room" ? COURT : id, kind, label: kind, labelEn: kind };
}

const instant = (minute: number) => new Date(minute * 60_000).toISOString();
const clockDate = (offset: number) => dateOf(FIRST + offset);

/** Weekly hours with summer and winter rows, now and then a date of its own, leave, a weekly absence, limits. */
async function writeRules(owner: postgres.Sql, one: Wanted): Promise<void> {
  const id = one.resourceId;
  const weeks = [1, 2, 3, 4, 5].flatMap((weekday) => {
    const from = 510 + 30 * random(3);
    const until = 960 + 30 * random(3);
    return [
      [weekday, from, 720, "2026-01-01", null],
      [weekday, 780, until, "2026-01-01", "2027-01-01"],
      [weekday, 840, until, "2027-01-01", null],
    ] as const;
  });
  await owner`insert into weekly_hours ${owner(
    weeks.map(([weekday, from_minute, to_minute, valid_from, valid_to]) => ({
      court_id: COURT,
      resource_id: id,
      weekday,
      from_minute,
      to_minute,
      valid_from,
      valid_to,
    })),
  )}`;
  for (const _ of [1, 2])
    await owner`insert into date_hours (court_id, resource_id, "on", hours) values (${COURT}, ${id}, ${clockDate(
      random(WEEKS * 7),
    )}, ${random(2) ? "[]" : '[{"fromMinute":540,"toMinute":900}]'}::text::jsonb) on conflict do nothing`;
  const leave = dayStart(FIRST + random(WEEKS * 7));
  await owner`insert into absences (court_id, id, resource_id, during, told_by, told_at) values (${COURT}, ${uuidv7()}, ${id},
    tstzrange(${instant(leave)}::timestamptz, ${instant(leave + 2880)}::timestamptz), ${id}, now())`;
  if (random(4) === 0)
    await owner`insert into weekly_absences (court_id, id, resource_id, weekday, from_minute, to_minute, valid_from, told_by, told_at)
      values (${COURT}, ${uuidv7()}, ${id}, ${1 + random(5)}, 810, 900, '2026-01-01', ${id}, now())`;
  await owner`insert into resource_limits (court_id, resource_id, max_per_day, buffer_after_minutes)
    values (${COURT}, ${id}, ${random(3) === 0 ? 5 : null}, ${one.kind === "room" ? 10 : 0})`;
  if (one.kind === "mediator")
    await owner`insert into roster_members (court_id, person_id, kind, category, name, name_en, cause_codes, languages, mode, max_open)
      values (${COURT}, ${id}, 'mediator', 'appointed', 'm', 'm', '[]', '[]', 'resident', 30)`;
}

async function writeClaims(owner: postgres.Sql, claims: readonly Claim[]): Promise<void> {
  for (let at = 0; at < claims.length; at += 2000) {
    const rows = claims.slice(at, at + 2000);
    await owner`insert into occupancies (home_id, id, court_id, resource_id, booking_id, during)
      select r.home, gen_random_uuid(), ${COURT}, r.resource, gen_random_uuid(),
        tstzrange(to_timestamp(r."from" * 60), to_timestamp(r."to" * 60))
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as r(home text, resource uuid, "from" bigint, "to" bigint)`;
  }
}

const LOADS = {
  mediators: { kind: "mediator", tenths: 48, days: 28 },
  rooms: { kind: "room", tenths: 50, days: 28 },
  people: { kind: "party", tenths: 12, days: WEEKS * 7 },
} as const satisfies Record<string, Load>;

/** A court with 500 mediators, 40 rooms and 12 people whose time matters, everybody's days filled. */
export async function fillCourt(owner: postgres.Sql) {
  const fill = async (load: Load, count: number): Promise<Wanted[]> => {
    const list = Array.from({ length: count }, () => made(load.kind));
    for (const one of list) if (load.kind !== "party") await writeRules(owner, one);
    await writeClaims(
      owner,
      list.flatMap((one) => claimsOf(one, load)),
    );
    return list;
  };
  const mediators = await fill(LOADS.mediators, 500);
  const rooms = await fill(LOADS.rooms, 40);
  const people = await fill(LOADS.people, 12);
  for (const table of ["occupancies", "weekly_hours", "date_hours", "absences", "resource_limits"])
    await owner`vacuum analyze ${owner(table)}`;
  return { mediators, rooms, people };
}
