import { expect, it } from "vitest";
import type { UserActor } from "~/domain/policy/actor";
import * as day from "~/i18n/day";
import { formatFor } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import { textFor } from "~/i18n/text";
import { boardDays } from "~/routes/_staff.calendar/board-days";
import { weekOf } from "~/routes/_staff.calendar/week.server";
import { legendOf } from "~/routes/_staff.calendar/week-board";
import { bookSession } from "~/services/book-session.server";
import { offerTimes } from "~/services/offer-times.server";
import { actorIn, caseInMediation, MORNING, type TestCourt, useCourt } from "../services/court";
import { addMember } from "../services/desk";
import { book, type Cast, COURT, castOf, does } from "../services/journey";

/* The week board draws all that keeps a time from being free: nothing looks free that the engine would refuse. */
const court = useCourt();
const at = (days: number, hour: number) =>
  MORNING.startOf("day").plus({ days, hours: hour }).toISO() as string;

async function blocksOn(c: TestCourt, actor: UserActor, by: "room" | "mediator", locale: Locale = "zh-CN") {
  const week = await weekOf(c.deps, actor, new URLSearchParams({ by }));
  const tools = { t: textFor(locale, day), format: formatFor(locale), locale };
  const tuesday = boardDays(week, tools)[1];
  const rows = new Map(tuesday?.rows.map((row) => [row.id, row.blocks]));
  return { rows, words: legendOf(tools.t, week).map((one) => one.word) };
}

/** Tuesday: a session at nine, a time offered at half past ten, and at half past two another court's session. */
async function tuesday(c: TestCourt): Promise<Cast> {
  const cast = await castOf(c);
  await addMember(c, { name: "李调解", nameEn: "Li" }, cast.mediatorId);
  await book(c, cast, at(1, 9));
  const offered = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const slot = { startAt: at(1, 10.5), minutes: 60, mode: "onsite", roomId: cast.roomId } as const;
  await does(c, cast.coordinator, offerTimes, { caseId: offered, slots: [slot] });
  const theirs = await caseInMediation(c, { courtId: "bj0106", mediatorId: cast.mediatorId });
  const there = actorIn("bj0106", "mediator", { userId: cast.mediatorId });
  const wish = { startAt: at(1, 14.5), minutes: 60, mode: "video" as const };
  await does(c, there, bookSession, { caseIds: [theirs], ...wish });
  return cast;
}

it("draws offered times and other courts' time, neither of them to be moved", async () => {
  const c = court();
  const cast = await tuesday(c);
  const { rows, words } = await blocksOn(c, cast.coordinator, "mediator");
  expect(rows.get(cast.mediatorId)).toMatchObject([
    { fromMinute: 540, isMovable: true, href: expect.stringContaining("/sessions/") },
    { fromMinute: 630, toMinute: 690, kind: "offered", href: expect.stringContaining("/cases/") },
    { fromMinute: 870, toMinute: 930, kind: "elsewhere", title: "另有安排" },
  ]);
  const [, offered, elsewhere] = rows.get(cast.mediatorId) ?? [];
  expect(offered).toMatchObject({ status: { word: "已提出待选" } });
  expect(offered?.reading).toMatch(/10:30.+11:30.+京0107民初\d+号 第一调解室 已提出待选$/);
  expect(offered?.isMovable ?? false).toBe(false);
  expect(elsewhere).not.toHaveProperty("href");
  expect(elsewhere?.isMovable ?? false).toBe(false);
  expect(JSON.stringify(elsewhere)).not.toMatch(/丰台|0106|号/);
  expect(words.slice(-2)).toEqual(["已提出待选", "另有安排"]);
  const english = await blocksOn(c, cast.coordinator, "mediator", "en");
  expect(english.rows.get(cast.mediatorId)).toMatchObject([
    {},
    { status: { word: "Offered" } },
    { title: "Busy elsewhere" },
  ]);

  const byRoom = await blocksOn(c, cast.coordinator, "room");
  expect(byRoom.rows.get(cast.roomId)?.map((one) => one.kind)).toEqual([undefined, "offered"]);
});

it("names no case to whom it does not concern, and forgets an offered time once its hold is over", async () => {
  const c = court();
  const cast = await tuesday(c);
  const stranger = actorIn(COURT, "mediator");
  const { rows } = await blocksOn(c, stranger, "room");
  const offered = rows.get(cast.roomId)?.[1];
  expect(offered).toMatchObject({ kind: "offered", title: "其他案件 李调解" });
  expect(offered).not.toHaveProperty("href");
  expect(offered?.reading).not.toMatch(/民初/);
  await c.owner`update bookings set hold_until = ${c.clock.now().toISO()} where offer_id is not null`;
  expect((await blocksOn(c, cast.coordinator, "room")).rows.get(cast.roomId)).toHaveLength(1);
});

it("beside the room that is shown stands its feed, for whoever looks after rooms and nobody else", async () => {
  const c = court();
  const cast = await castOf(c);
  const of = async (actor: UserActor, search: Record<string, string>) =>
    (await weekOf(c.deps, actor, new URLSearchParams(search))).roomFeed;
  expect(await of(cast.coordinator, {})).toBeNull();
  expect(await of(cast.coordinator, { roomId: cast.roomId })).toMatchObject({
    room: { id: cast.roomId },
    feed: null,
  });
  expect(await of(cast.mediator, { roomId: cast.roomId })).toBeNull();
});
