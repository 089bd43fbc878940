import { wallTime } from "~/i18n/court-time";
import type * as day from "~/i18n/day";
import type { Format } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import type { Text } from "~/i18n/text";
import type { BoardDay } from "~/ui/board";
import type { BoardBlock, ClosedTime } from "~/ui/board-row";
import { isUnconfirmed, kindOf, MARKS, shortNumber } from "./week";
import type { ElsewhereEntry, OfferedEntry, Week, WeekEntry } from "./week.server";

interface Tools {
  t: Text<typeof day.zh>;
  format: Format;
  locale: Locale;
}

export const HOURS = { openMinute: 540, closeMinute: 1020 };

const minuteOf = (instant: string) => {
  const { time } = wallTime(instant);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
};

type Placed = Pick<WeekEntry, "roomName" | "roomNameEn">;
export const placeOf = (entry: Placed, locale: Locale, remote: string) =>
  (locale === "zh-CN" ? entry.roomName : entry.roomNameEn) ?? remote;

type Led = Pick<WeekEntry, "mediatorName" | "mediatorNameEn">;
export const leaderOf = (entry: Led, locale: Locale) =>
  (locale === "zh-CN" ? entry.mediatorName : (entry.mediatorNameEn ?? entry.mediatorName)) ?? "";

function blockOf(entry: WeekEntry, week: Week, { t, format, locale }: Tools): BoardBlock {
  const [first] = entry.cases;
  const more = first && entry.caseCount > 1 ? ` +${entry.caseCount - 1}` : "";
  const number = first ? `${shortNumber(first.number)}${more}` : t("other");
  const numbers = first ? format.list(entry.cases.map((one) => one.number)) : t("other");
  const beside = week.by === "room" ? leaderOf(entry, locale) : placeOf(entry, locale, t("remote"));
  const word = t(`mark.${entry.mark}`);
  return {
    id: entry.sessionId,
    fromMinute: entry.fromMinute,
    toMinute: entry.toMinute,
    href: entry.href,
    title: `${number} ${beside ?? ""}`,
    reading: `${format.timeRange(entry.startAt, entry.endAt)} ${numbers} ${beside ?? ""} ${word}`,
    status: { tone: MARKS[entry.mark], word },
    ...(kindOf(entry.mark) ? { kind: kindOf(entry.mark) } : {}),
    isMovable: entry.isMovable,
  };
}

/** A time put to the sides of a case: kept for them, so nobody else's and nobody's to move. */
function offeredBlock(entry: OfferedEntry, week: Week, { t, format, locale }: Tools): BoardBlock {
  const number = entry.number ? shortNumber(entry.number) : t("other");
  const beside = week.by === "room" ? leaderOf(entry, locale) : placeOf(entry, locale, t("remote"));
  const word = t("mark.offered");
  return {
    id: entry.bookingId,
    fromMinute: entry.fromMinute,
    toMinute: entry.toMinute,
    ...(entry.caseId ? { href: `/cases/${entry.caseId}` } : {}),
    title: `${number} ${beside}`,
    reading: `${format.timeRange(entry.startAt, entry.endAt)} ${entry.number ?? number} ${beside} ${word}`,
    status: { tone: "wait", word },
    kind: "offered",
  };
}

/** Another court's time: that it is taken, and nothing else. */
function elsewhereBlock(entry: ElsewhereEntry, { t, format }: Tools): BoardBlock {
  return {
    id: `${entry.personId} ${entry.startAt}`,
    fromMinute: entry.fromMinute,
    toMinute: entry.toMinute,
    title: t("elsewhere"),
    reading: `${format.timeRange(entry.startAt, entry.endAt)} ${t("elsewhere")}`,
    kind: "elsewhere",
  };
}

/** What is shut on one row: the midday break for everybody, leave and repairs for whom they concern. */
function closedOf(week: Week, dayAt: Week["days"][number], resourceId: string, t: Tools["t"]): ClosedTime[] {
  const noon = dayAt.hours.slice(1).map((next, index) => ({
    id: `noon ${next.fromMin}`,
    fromMinute: dayAt.hours[index]?.toMin ?? next.fromMin,
    toMinute: next.fromMin,
    label: t("noon"),
    kind: "noon" as const,
  }));
  const off = week.absences.filter(
    (one) => one.resourceId === resourceId && one.fromOn <= dayAt.on && one.toOn >= dayAt.on,
  );
  return [
    ...noon,
    ...off.map((one) => ({
      id: one.startAt,
      fromMinute: one.fromOn === dayAt.on ? minuteOf(one.startAt) : HOURS.openMinute,
      toMinute: one.toOn === dayAt.on ? minuteOf(one.endAt) : HOURS.closeMinute,
      label: t("off"),
      kind: "off" as const,
    })),
  ];
}

/** What stands on one day. */
type OnDay = {
  readonly entries: readonly WeekEntry[];
  readonly offered: readonly OfferedEntry[];
  readonly elsewhere: readonly ElsewhereEntry[];
};
/** What is drawn on rows is told apart by its mediator and, where it takes one, its room. */
type Owned = Pick<WeekEntry, "mediatorId" | "roomId">;

/** Who or what has a row on a day: every room, and mediators who have something on; what needs no room goes by its mediator. */
function rowsOf(week: Week, { entries, offered, elsewhere }: OnDay, { t, locale }: Tools) {
  const isZh = locale === "zh-CN";
  const taken: readonly Owned[] = [...entries, ...offered];
  const people = week.present.map(({ id, name, nameEn }) => ({ id, name: isZh ? name : nameEn }));
  if (week.by === "mediator")
    return people
      .filter(
        ({ id }) =>
          taken.some((one) => one.mediatorId === id) || elsewhere.some((one) => one.personId === id),
      )
      .map(({ id, name }) => ({
        id,
        who: name,
        sub: "",
        personId: id as string | null,
        of: (one: Owned) => one.mediatorId === id,
      }));
  const remote = people.filter(({ id }) => taken.some((one) => one.mediatorId === id && !one.roomId));
  return [
    ...week.rooms
      .filter((room) => !week.mine || taken.some((one) => one.roomId === room.id))
      .map((room) => ({
        id: room.id,
        who: isZh ? room.name : room.nameEn,
        sub: "",
        personId: null,
        of: (one: Owned) => one.roomId === room.id,
      })),
    ...remote.map(({ id, name }) => ({
      id: `remote ${id}`,
      who: t("remote"),
      sub: name,
      personId: id,
      of: (one: Owned) => !one.roomId && one.mediatorId === id,
    })),
  ];
}

/** The week as the board draws it. */
export function boardDays(week: Week, tools: Tools): BoardDay[] {
  const { t, format } = tools;
  return week.days.map((dayAt): BoardDay => {
    const isOn = (one: { readonly on: string }) => one.on === dayAt.on;
    const entries = week.entries.filter(isOn);
    const offered = week.offered.filter(isOn);
    const elsewhere = week.elsewhere.filter(isOn);
    const isToday = dayAt.on === week.today;
    if (dayAt.kind === "rest" && entries.length + offered.length === 0)
      return { id: dayAt.on, title: format.dateShort(dayAt.on), note: t("rest"), kind: "rest", rows: [] };
    const counts = t("dayNote", {
      count: entries.length,
      open: entries.filter((one) => isUnconfirmed(one.mark)).length,
    });
    return {
      id: dayAt.on,
      title: format.dateShort(dayAt.on),
      note: [isToday ? t("dayToday") : null, dayAt.kind === "makeup" ? t("makeup") : null, counts]
        .filter(Boolean)
        .join(tools.locale === "zh-CN" ? "，" : ", "),
      ...(dayAt.kind === "makeup" ? { kind: "makeup" as const } : {}),
      ...(isToday ? { nowMinute: week.nowMinute } : {}),
      rows: rowsOf(week, { entries, offered, elsewhere }, tools).map((row) => ({
        id: row.id,
        who: row.who,
        ...(row.sub ? { sub: row.sub } : {}),
        blocks: [
          ...entries.filter(row.of).map((one) => blockOf(one, week, tools)),
          ...offered.filter(row.of).map((one) => offeredBlock(one, week, tools)),
          ...elsewhere
            .filter((one) => one.personId === row.personId)
            .map((one) => elsewhereBlock(one, tools)),
        ].sort((a, b) => a.fromMinute - b.fromMinute),
        closed: closedOf(week, dayAt, row.id, t),
      })),
    };
  });
}
