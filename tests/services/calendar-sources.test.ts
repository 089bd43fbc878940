import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Network } from "~/adapters/calendar-fetch.server";
import { addCalendarFile } from "~/services/add-calendar-file.server";
import {
  addCalendarSource,
  refreshCalendarSource,
  removeCalendarSource,
} from "~/services/add-calendar-source.server";
import { bookSession } from "~/services/book-session.server";
import { checkSession } from "~/services/calendar-conflicts.server";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { keepCalendars } from "~/services/keep-calendars.server";
import { availabilityQuery } from "~/services/queries-availability.server";
import { calendarSourcesQuery } from "~/services/queries-calendar-sources.server";
import { ask } from "~/services/query.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, MORNING, useCourt } from "./court";
import { addPerson, book, type Cast, COURT, castOf, does, refuses } from "./journey";

/* A mediator's own calendars: brought in, fetched by the worker, and in the way of sessions as far as they are known. */
const court = useCourt();

let served: string | number = 404;
let server: http.Server;
let address: string;
/** The test's own server may be reached by its public name; that is the test's word alone. */
const here: Network = { resolve: async () => ["127.0.0.1"], isAllowed: (to) => to === "127.0.0.1" };
beforeAll(async () => {
  server = http.createServer((_request, response) => {
    if (typeof served === "number") response.writeHead(served).end();
    else response.end(served);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://calendar.example:${(server.address() as AddressInfo).port}/a.ics`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const taken = (from: string, to: string) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:体检\r\nDTSTART:${from}\r\nDTEND:${to}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:坏的\r\nDTSTART:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
/** 15:00 to 16:00 in Beijing this afternoon, when `book` books. */
const THIS_AFTERNOON = taken("20261123T070000Z", "20261123T080000Z");

let cast: Cast;
beforeEach(async () => {
  court().clock.set(MORNING);
  cast = await castOf(court());
});
const shown = async () => {
  const found = await ask(court().deps, cast.mediator, calendarSourcesQuery, {});
  if (!found.ok) throw new Error(found.refusal);
  return found.sources;
};
const keep = () => keepCalendars(court().deps, COURT, here);
const wish = () => ({
  caseIds: [cast.caseId],
  startAt: "2026-11-23T15:00:00+08:00",
  minutes: 60,
  mode: "onsite" as const,
  roomId: cast.roomId,
});

it("an address is fetched by the worker, its times stand in the way, and what was not read is explained", async () => {
  const c = court();
  served = THIS_AFTERNOON;
  const { sourceId } = await does(c, cast.mediator, addCalendarSource, { name: "家里", address });
  expect(await shown()).toMatchObject([{ freshness: "unread", fetchedAt: null }]);
  await keep();
  expect(await shown()).toMatchObject([
    {
      sourceId,
      freshness: "fresh",
      failure: null,
      entries: 2,
      skipped: 1,
      told: [{ reason: "badTime", title: "坏的", startsAt: "x" }],
    },
  ]);
  const refused = await execute(c.deps, cast.mediator, bookSession, wish());
  expect(refused).toMatchObject({
    ok: false,
    refusal: "ownCalendarBusy",
    params: { codes: ["ownCalendar"] },
  });
  // A coordinator may know better, and says why.
  await does(c, cast.coordinator, bookSession, { ...wish(), override: { reason: "已与本人确认" } });
  const [row] =
    await c.owner`select encode(address, 'escape') as address from calendar_sources where id = ${sourceId}`;
  expect(row?.address).not.toContain("calendar.example");
});

it("a calendar that cannot be fetched says why, grows stale after a day, and what it last said counts on", async () => {
  const c = court();
  served = taken("20261125T070000Z", "20261125T080000Z");
  await does(c, cast.mediator, addCalendarSource, { name: "家里", address });
  await keep();
  served = 500;
  c.clock.set(MORNING.plus({ hours: 3 }));
  await keep();
  expect(await shown()).toMatchObject([{ freshness: "fresh", failure: "badAnswer" }]);
  served = "<html>sign in</html>";
  c.clock.set(MORNING.plus({ hours: 25 }));
  await keep();
  expect(await shown()).toMatchObject([{ freshness: "stale", failure: "notACalendar", entries: 2 }]);
  const seen = await ask(c.deps, cast.mediator, availabilityQuery, {});
  expect(seen).toMatchObject({ calendars: { count: 1, stale: 1 } });
  expect(JSON.stringify(seen)).not.toMatch(/体检|家里|calendar\.example/);
  const later = { ...wish(), startAt: "2026-11-25T15:00:00+08:00" };
  expect(await execute(c.deps, cast.mediator, bookSession, later)).toMatchObject({
    refusal: "ownCalendarBusy",
  });
});

it("is fetched every two hours, later after failures, and at once when asked", async () => {
  const c = court();
  let count = 0;
  const counting: Network = {
    ...here,
    resolve: async (host) => {
      count++;
      return here.resolve(host);
    },
  };
  served = THIS_AFTERNOON;
  const { sourceId } = await does(c, cast.mediator, addCalendarSource, { name: "家里", address });
  await c.owner`delete from external_busy`;
  await c.owner`delete from calendar_skips`;
  await c.owner`delete from calendar_sources where id <> ${sourceId}`;
  const at = async (minutes: number) => {
    c.clock.set(MORNING.plus({ minutes }));
    await keepCalendars(c.deps, COURT, counting);
    return count;
  };
  expect([await at(0), await at(119), await at(120)]).toEqual([1, 1, 2]);
  served = 503;
  // Failing for two hours, it is asked again after two more, then after four.
  expect([await at(240), await at(359), await at(360), await at(599), await at(600)]).toEqual([
    3, 3, 4, 4, 5,
  ]);
  await does(c, cast.mediator, refreshCalendarSource, { sourceId });
  expect(await at(601)).toBe(6);
});

it("a file is read when it comes, and one that is none is refused", async () => {
  const c = court();
  const content = Buffer.from(THIS_AFTERNOON).toString("base64");
  const made = await does(c, cast.mediator, addCalendarFile, { name: "导出", content });
  expect(made).toMatchObject({ entries: 2, busy: 1, skipped: 1 });
  expect(await execute(c.deps, cast.mediator, bookSession, wish())).toMatchObject({
    refusal: "ownCalendarBusy",
  });
  await does(c, cast.mediator, removeCalendarSource, { sourceId: made.sourceId });
  expect(await shown()).toEqual([]);
  await book(c, cast);
  for (const text of ["<html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT"]) {
    const broken = { name: "坏", content: Buffer.from(text).toString("base64") };
    await refuses(c, cast.mediator, addCalendarFile, broken, "fileUnreadable");
  }
});

it("is its owner's alone, and leads nowhere inside", async () => {
  const c = court();
  for (const [inner, why] of [
    ["http://127.0.0.1/a.ics", "innerAddress"],
    ["http://169.254.169.254/", "innerAddress"],
    ["https://me:x@calendar.example/", "hasCredentials"],
    ["file:///etc/passwd", "badAddress"],
  ] as const)
    expect(
      await execute(c.deps, cast.mediator, addCalendarSource, { name: "x", address: inner }),
    ).toMatchObject({
      refusal: "invalidInput",
      fields: { address: [why] },
    });
  const { sourceId } = await does(c, cast.mediator, addCalendarSource, { name: "家里", address });
  const other = actorIn(COURT, "mediator", { userId: await addPerson(c, "mediator", "蒋调解") });
  for (const verb of [removeCalendarSource, refreshCalendarSource]) {
    await expect(execute(c.deps, other, verb, { sourceId })).rejects.toBeInstanceOf(NotFound);
    await expect(execute(c.deps, cast.coordinator, verb, { sourceId })).rejects.toBeInstanceOf(Forbidden);
  }
  // Without the test's own word nothing inside is reached, whatever its name.
  served = THIS_AFTERNOON;
  await keepCalendars(c.deps, COURT, { ...here, isAllowed: () => false });
  expect(await shown()).toMatchObject([{ freshness: "unread", failure: "innerAddress" }]);
});

it("a session that comes to lie in its mediator's own calendar opens one task, but not one booked over knowingly", async () => {
  const c = court();
  const sessionId = await book(c, cast);
  const tasks = () =>
    c.owner`select session_id, data from tasks where kind = 'calendarConflict' and session_id = ${sessionId}`;
  expect(await checkSession(c.deps, COURT, sessionId)).toEqual([]);
  const content = Buffer.from(THIS_AFTERNOON).toString("base64");
  await does(c, cast.mediator, addCalendarFile, { name: "导出", content });
  await keep();
  await keep();
  expect(await tasks()).toEqual([{ session_id: sessionId, data: { personId: cast.mediatorId } }]);
  expect(await checkSession(c.deps, COURT, sessionId)).toEqual([{ sessionId, personId: cast.mediatorId }]);
  expect(await tasks()).toHaveLength(1);
  await c.owner`delete from tasks`;
  // It is looked at again before anybody is told of the session.
  await drainCourt(c.deps, COURT);
  expect(await tasks()).toHaveLength(1);
  await c.owner`delete from tasks`;
  await c.owner`insert into booking_overrides (court_id, id, booking_id, code, resource_id, reason, by_id, set_at)
    select court_id, gen_random_uuid(), id, 'ownCalendar', ${cast.mediatorId}, 'x', 'x', now() from bookings where session_id = ${sessionId}`;
  await keep();
  expect(await tasks()).toEqual([]);
});
