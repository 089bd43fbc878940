import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { schema } from "#db/client";
import { overrideTexts } from "~/i18n/override-text";
import { bookSession } from "~/services/book-session.server";
import { myDayQuery } from "~/services/queries-calendar.server";
import { sessionPlaceQuery } from "~/services/queries-session-screens.server";
import { ask } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { actorIn, MORNING, useCourt } from "./court";
import { book, COURT, castOf, does, refuses } from "./journey";

const court = useCourt();
const SUNDAY = MORNING.startOf("day").plus({ days: 6, hours: 10 });
const TUESDAY = MORNING.startOf("day").plus({ days: 1, hours: 10 });
const REASON = "双方只有这个时间能来";

const wishAt = (at: typeof SUNDAY, roomId: string) => ({
  startAt: at.toISO() as string,
  minutes: 60,
  mode: "onsite" as const,
  roomId,
});

it("a coordinator books over hours with a reason; the person overridden reads it, the record names code and person", async () => {
  const c = court();
  const cast = await castOf(c);
  await c.db.withCourt(COURT, (tx) =>
    tx.insert(schema.weeklyHours).values({
      courtId: COURT,
      resourceId: cast.mediatorId,
      weekday: 1,
      fromMinute: 540,
      toMinute: 690,
      validFrom: "2026-01-01",
      resident: false,
    }),
  );
  const wish = { caseIds: [cast.caseId], ...wishAt(TUESDAY, cast.roomId) };
  const override = { reason: REASON };
  await refuses(c, cast.coordinator, bookSession, wish, "outsideHours");
  await refuses(c, cast.mediator, bookSession, { ...wish, override }, "forbidden");
  await refuses(c, cast.coordinator, bookSession, { ...wish, override: { reason: " " } }, "invalidInput");
  const { sessionId, bookingId } = await does(c, cast.coordinator, bookSession, { ...wish, override });
  const kept = await c.owner`select code, resource_id, reason, by_id from booking_overrides
    where booking_id = ${bookingId}`;
  expect([...kept]).toEqual([
    {
      code: "outsideHours",
      resource_id: cast.mediatorId,
      reason: REASON,
      by_id: cast.coordinator.userId,
    },
  ]);
  const [row] = await c.owner<{ data: { overrides: string[] } }[]>`select data from records
    where case_id = ${cast.caseId} and verb = 'book-session'`;
  expect(row?.data.overrides).toEqual([`outsideHours ${cast.mediatorId}`]);
  expect(JSON.stringify(row?.data)).not.toContain(REASON);

  const own = [{ sessionId, code: "outsideHours", isOwn: true, reason: REASON }];
  const place = await ask(c.deps, cast.mediator, sessionPlaceQuery, { sessionId });
  expect(place).toMatchObject({ ok: true, overrides: own });
  const day = await ask(c.deps, cast.mediator, myDayQuery, { on: "2026-11-24" });
  expect(day).toMatchObject({ ok: true, sessions: [{ sessionId, overrides: own }] });
  expect(overrideTexts("zh-CN", own)).toEqual([`统筹员约在您的工作时间之外：${REASON}`]);
  const others = await ask(c.deps, cast.coordinator, sessionPlaceQuery, { sessionId });
  expect(others).toMatchObject({ ok: true, overrides: [] });

  const move = { sessionId, reason: "改期", ...wishAt(SUNDAY, cast.roomId) };
  await refuses(c, cast.mediator, rescheduleSession, { ...move, override }, "forbidden");
  await does(c, cast.coordinator, rescheduleSession, { ...move, override: { reason: "改到周日" } });
  const moved = await ask(c.deps, cast.mediator, sessionPlaceQuery, { sessionId });
  expect(moved).toMatchObject({ overrides: [{ code: "restDay", isOwn: false, reason: "改到周日" }] });
});

it("a taken time, an absence and the past are never booked over, by nobody", async () => {
  const c = court();
  const cast = await castOf(c);
  await book(c, cast, TUESDAY.toISO() as string);
  const other = await castOf(c);
  const override = { reason: REASON };
  const taken = { caseIds: [other.caseId], ...wishAt(TUESDAY, cast.roomId), override };
  await refuses(c, cast.coordinator, bookSession, taken, "slotTaken");
  await c.db.withCourt(COURT, (tx) =>
    tx.insert(schema.absences).values({
      courtId: COURT,
      id: uuidv7(),
      resourceId: other.mediatorId,
      during: { start: SUNDAY.startOf("day"), end: SUNDAY.endOf("day") },
      reason: "leave",
      toldBy: "user",
      toldAt: c.clock.now(),
    }),
  );
  const away = { caseIds: [other.caseId], ...wishAt(SUNDAY, other.roomId), override };
  await refuses(c, other.coordinator, bookSession, away, "slotTaken");
  const past = { ...taken, ...wishAt(MORNING.minus({ hours: 1 }), other.roomId) };
  await refuses(c, other.coordinator, bookSession, past, "tooSoon");
  const kept = await c.owner`select 1 from booking_overrides o
    join bookings b on b.court_id = o.court_id and b.id = o.booking_id
    join session_cases s on s.court_id = b.court_id and s.session_id = b.session_id
    where s.case_id = ${other.caseId}`;
  expect(kept).toHaveLength(0);
  await refuses(
    c,
    actorIn(COURT, "clerk"),
    bookSession,
    { ...away, ...wishAt(SUNDAY, other.roomId) },
    "forbidden",
  );
});
