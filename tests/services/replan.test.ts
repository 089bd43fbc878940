import { beforeEach, expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { replanQuery } from "~/services/queries-replan.server";
import { ask } from "~/services/query.server";
import { replanSessions } from "~/services/replan-sessions.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { COURT, does, refuses } from "./journey";

/* A mediator falls ill: only what needs him moves, as it was looked at, one message for each invitation. */
const court = useCourt();
let c: TestCourt;
let ill: string;
let well: string;
let roomId: string;
const coordinator = actorIn(COURT, "coordinator");

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  ill = await addResource(c, "mediator");
  well = await addResource(c, "mediator");
  await c.owner`insert into roster_members (court_id, person_id, kind, category, name, name_en, cause_codes, languages, mode, max_open)
    values (${COURT}, ${ill}, 'mediator', 'appointed', '赵调解', 'Zhao', '[]', '[]', 'resident', 30)`;
  roomId = await addRoom(c, COURT, "第一调解室");
});

const books = async (mediatorId: string, days: number, hours: number) => {
  const caseId = await caseInMediation(c, { mediatorId });
  const { sessionId } = await does(c, actorIn(COURT, "mediator", { userId: mediatorId }), bookSession, {
    caseIds: [caseId],
    startAt: MORNING.startOf("day").plus({ days, hours }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  return { caseId, sessionId };
};
const away = (fromDays: number, toDays: number) => ({
  mediatorId: ill,
  startAt: MORNING.startOf("day").plus({ days: fromDays }).toISO() as string,
  endAt: MORNING.startOf("day").plus({ days: toDays }).toISO() as string,
});
const looks = async (days: ReturnType<typeof away>) => {
  const found = await ask(c.deps, coordinator, replanQuery, days);
  if (!found.ok) throw new Error(found.refusal);
  return found.moves;
};
const movesOf = (found: Awaited<ReturnType<typeof looks>>) =>
  found.flatMap((one) =>
    one.after
      ? [
          {
            sessionId: one.sessionId,
            version: one.version,
            startAt: one.after.startAt,
            roomId: one.after.room?.roomId ?? null,
          },
        ]
      : [],
  );

it("proposes another time for his sessions alone, none twice, none while he is away; looking changes nothing", async () => {
  const first = await books(ill, 1, 9);
  const second = await books(ill, 1, 10);
  await books(well, 1, 14);
  await books(ill, 3, 9);
  const found = await looks(away(1, 2));
  expect(found.map((one) => one.sessionId).sort()).toEqual([first.sessionId, second.sessionId].sort());
  const starts = found.map((one) => one.after?.startAt ?? "");
  expect(new Set(starts).size).toBe(2);
  for (const start of starts) expect(start.startsWith("2026-11-24")).toBe(false);
  expect(await looks(away(1, 2))).toEqual(found);
  expect(await c.owner`select 1 from absences where resource_id = ${ill}`).toHaveLength(0);
});

it("moves all of them at once, tells each person once, and keeps him free meanwhile", async () => {
  const { sessionId } = await books(ill, 1, 9);
  await books(ill, 1, 10);
  const days = away(1, 2);
  const moves = movesOf(await looks(days));
  await does(c, coordinator, replanSessions, { ...days, reason: "生病", moves });
  expect(await looks(days)).toEqual([]);
  const sent = await c.owner`select 1 from outbox
    where effect = 'sendInvitations' and payload->>'sessionId' = ${sessionId} and payload->>'sequence' = '1'`;
  expect(sent).toHaveLength(1);
  const caseId = await caseInMediation(c, { mediatorId: ill });
  await refuses(
    c,
    actorIn(COURT, "mediator", { userId: ill }),
    bookSession,
    {
      caseIds: [caseId],
      startAt: MORNING.startOf("day").plus({ days: 1, hours: 14 }).toISO() as string,
      minutes: 60,
      mode: "onsite",
      roomId,
    },
    "slotTaken",
  );
});

it("one session that changed since it was looked at stops the whole, and nothing is written", async () => {
  const { sessionId } = await books(ill, 1, 9);
  await books(ill, 1, 10);
  const days = away(1, 2);
  const moves = movesOf(await looks(days));
  await does(c, coordinator, rescheduleSession, {
    sessionId,
    startAt: MORNING.startOf("day").plus({ days: 1, hours: 15 }).toISO() as string,
    minutes: 60,
    mode: "phone",
    reason: "改期",
  });
  const answer = await execute(c.deps, coordinator, replanSessions, { ...days, reason: "生病", moves });
  expect(answer).toMatchObject({ ok: false, refusal: "staleVersion", params: { sessionId } });
  expect(await c.owner`select 1 from absences where resource_id = ${ill}`).toHaveLength(0);
  expect(await looks(days)).toHaveLength(2);
});

it("says so where no time is left before the last day", async () => {
  const { caseId } = await books(ill, 1, 9);
  await c.owner`insert into clocks (court_id, id, case_id, rule, start_on, length, unit, extensions, exclusions, due_on, provisional, calendar_version)
    values (${COURT}, ${crypto.randomUUID()}, ${caseId}, 'T06', '2026-10-26', 30, 'day', '[]', '[]', '2026-11-25', false, 1)`;
  expect(await looks(away(0, 3))).toMatchObject([{ after: null, dueOn: "2026-11-25" }]);
});

it("calls nobody in before the day he kept free, while a later one will do", async () => {
  const { caseId } = await books(ill, 2, 9);
  const [later] = await looks(away(2, 3));
  expect(later?.after?.startAt.slice(0, 10)).toBe("2026-11-26");
  // With the last day on the day itself there is no later one, so an earlier is better than none.
  await c.owner`insert into clocks (court_id, id, case_id, rule, start_on, length, unit, extensions, exclusions, due_on, provisional, calendar_version)
    values (${COURT}, gen_random_uuid(), ${caseId}, 'T07', '2026-11-10', 15, 'day', '[]', '[]', '2026-11-25', false, 1)`;
  const [earlier] = await looks(away(2, 3));
  expect(earlier?.after && earlier.after.startAt < "2026-11-25").toBe(true);
});
