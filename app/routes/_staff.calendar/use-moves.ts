import { useEffect, useRef, useState } from "react";
import type { SessionMode } from "~/domain/mediation/sessions";
import { wallTime } from "~/i18n/court-time";
import * as day from "~/i18n/day";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import type { Bands, Place } from "~/ui/board-move-store";
import { keyOf } from "~/ui/board-move-store";
import { placeOf } from "./board-days";
import type { Week, WeekEntry } from "./week.server";

type Moves = {
  sessionId: string;
  version: number;
  minutes: number;
  mode: SessionMode;
  places: { roomId: string | null; startsAt: string[] }[];
};

/** A new place that was chosen on the board, before anybody has said why. */
export type Picked = {
  sessionId: string;
  version: number;
  numbers: string;
  minutes: number;
  mode: SessionMode;
  roomId: string | null;
  startAt: string;
  endAt: string;
  place: string;
  before: { startAt: string; endAt: string; place: string };
};

const minuteOf = (instant: string) => {
  const { time } = wallTime(instant);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
};

/** The rows of the board in its own order, as one list of keys: arrows go along it. */
function inBoardOrder(
  found: ReadonlyMap<string, string[]>,
  rowIds: readonly string[],
  days: readonly string[],
) {
  const bands = new Map<string, number[]>();
  for (const on of days)
    for (const rowId of rowIds) {
      const starts = found.get(keyOf(on, rowId));
      if (starts) bands.set(keyOf(on, rowId), starts.map(minuteOf));
    }
  return bands;
}

/** What the board asks and says when a session is moved on it. */
export function useMoves(week: Week & { formKey: string }, isRefused: boolean) {
  const t = useText(day);
  const format = useFormat();
  const locale = useLocale();
  // Nothing on the page shows it, so nothing is drawn anew when it comes.
  const known = useRef<Moves | null>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  // The week as read again after a move: what was picked is done.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the reading
  useEffect(() => {
    if (!isRefused) setPicked(null);
  }, [week.formKey]);
  const entryOf = (id: string): WeekEntry | undefined => week.entries.find((one) => one.sessionId === id);
  const roomName = (roomId: string | null) => {
    const room = week.rooms.find((one) => one.id === roomId);
    return room ? (locale === "zh-CN" ? room.name : room.nameEn) : t("remote");
  };
  /** The row a place belongs to: its room's, or by mediator always the leader's own. */
  const rowOf = (entry: WeekEntry, roomId: string | null) =>
    week.by === "mediator" ? entry.mediatorId : (roomId ?? `remote ${entry.mediatorId}`);

  const load = async (id: string): Promise<{ minutes: number; bands: Bands } | null> => {
    const entry = entryOf(id);
    if (!entry) return null;
    const answer = await fetch(`/sessions/${id}/moves?from=${week.fromOn}`, {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) return null;
    const found: Moves = await answer.json();
    known.current = found;
    const starts = new Map<string, string[]>();
    for (const { roomId, startsAt } of found.places)
      for (const at of startsAt) {
        const isHere = at === entry.startAt && (week.by === "mediator" || roomId === entry.roomId);
        const key = keyOf(wallTime(at).date, rowOf(entry, roomId));
        const list = starts.get(key) ?? [];
        if (!isHere && !list.includes(at)) starts.set(key, [...list, at].sort());
      }
    const rowIds =
      week.by === "mediator" ? [entry.mediatorId] : found.places.map((one) => rowOf(entry, one.roomId));
    const order = [...week.rooms.map((one) => one.id), ...rowIds.filter((id) => id.startsWith("remote"))];
    return {
      minutes: found.minutes,
      bands: inBoardOrder(
        starts,
        week.by === "mediator" ? rowIds : order,
        week.days.map((one) => one.on),
      ),
    };
  };

  const onPick = (id: string, place: Place) => {
    const entry = entryOf(id);
    const moves = known.current;
    if (!entry || moves?.sessionId !== id) return;
    const isAt = (at: string) => wallTime(at).date === place.dayId && minuteOf(at) === place.minute;
    const wanted = moves.places.find(
      (one) => rowOf(entry, one.roomId) === place.rowId && (week.by === "room" || one.startsAt.some(isAt)),
    );
    const startAt = wanted?.startsAt.find(isAt);
    if (!wanted || !startAt) return;
    setPicked({
      sessionId: id,
      version: moves.version,
      numbers: format.list(entry.cases.map((one) => one.number)),
      minutes: moves.minutes,
      mode: moves.mode,
      roomId: wanted.roomId,
      startAt,
      endAt: new Date(Date.parse(startAt) + moves.minutes * 60_000).toISOString(),
      place: roomName(wanted.roomId),
      before: { startAt: entry.startAt, endAt: entry.endAt, place: placeOf(entry, locale, t("remote")) },
    });
  };

  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const say = {
    taken: t("move.taken"),
    put: t("move.put"),
    nowhere: t("move.nowhere"),
    at: (place: Place) =>
      t("move.at", {
        when: `${format.date(place.dayId)} ${clock(place.minute)}`,
        where: week.by === "room" ? roomName(place.rowId) : "",
      }),
  };
  return { load, onPick, say, picked, cancel: () => setPicked(null) };
}
