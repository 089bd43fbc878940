import { calendarOf, type Example, entry, event, one } from "./calendars.fixture";

const MASTER = [
  "UID:1",
  "SUMMARY:例会",
  "DTSTART;TZID=Asia/Shanghai:20261201T090000",
  "DTEND;TZID=Asia/Shanghai:20261201T100000",
  "RRULE:FREQ=DAILY;COUNT=3",
];
const series = (...others: string[][]) =>
  calendarOf(...event(...MASTER), ...others.flatMap((lines) => event("UID:1", ...lines)));
const at = (day: number) => `12-${String(day).padStart(2, "0")} 09:00-10:00`;
const each = (...days: number[]) => days.map(at);

/** Series, and what is taken out of them, put in and moved. */
export const SERIES: readonly Example[] = [
  { name: "daily, three times", bytes: one("RRULE:FREQ=DAILY;COUNT=3"), busy: each(1, 2, 3) },
  {
    name: "until an instant in UTC, that day still",
    bytes: one("RRULE:FREQ=DAILY;UNTIL=20261203T010000Z"),
    busy: each(1, 2, 3),
  },
  {
    name: "until an instant in UTC, one second before",
    bytes: one("RRULE:FREQ=DAILY;UNTIL=20261203T005959Z"),
    busy: each(1, 2),
  },
  { name: "until a day, that day still", bytes: one("RRULE:FREQ=DAILY;UNTIL=20261203"), busy: each(1, 2, 3) },
  {
    name: "every other Tuesday and Thursday, weeks from Sunday",
    bytes: one("RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH"),
    busy: each(1, 3, 15, 17, 29, 31),
  },
  { name: "weekly without a day", bytes: one("RRULE:FREQ=WEEKLY"), busy: each(1, 8, 15, 22, 29) },
  {
    name: "the last working day of the month",
    bytes: one("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    busy: each(1, 31),
  },
  { name: "the second Wednesday", bytes: one("RRULE:FREQ=MONTHLY;BYDAY=2WE"), busy: each(1, 9) },
  { name: "the last day of the month", bytes: one("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"), busy: each(1, 31) },
  {
    name: "every day of the year's last week by its number",
    bytes: one("RRULE:FREQ=YEARLY;BYYEARDAY=-1,-2"),
    busy: each(1, 30, 31),
  },
  {
    name: "twice a day",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3;BYHOUR=9,15"),
    busy: ["12-01 09:00-10:00", "12-01 15:00-16:00", "12-02 09:00-10:00"],
  },
  {
    name: "every six hours",
    bytes: one("RRULE:FREQ=HOURLY;INTERVAL=6;COUNT=3"),
    busy: ["12-01 09:00-10:00", "12-01 15:00-16:00", "12-01 21:00-22:00"],
  },
  {
    name: "since 1970, weekly",
    bytes: entry("DTSTART:19700106T010000Z", "DTEND:19700106T020000Z", "RRULE:FREQ=WEEKLY"),
    busy: each(1, 8, 15, 22, 29),
  },
  {
    name: "since 1900, every year",
    bytes: entry("DTSTART;VALUE=DATE:19001224", "RRULE:FREQ=YEARLY"),
    busy: ["12-24 00:00-12-25 00:00"],
  },
  {
    name: "29 February comes in no December",
    bytes: entry("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"),
    busy: [],
  },
  {
    name: "without an occurrence before the window's end",
    bytes: entry("DTSTART:20270105T010000Z", "DTEND:20270105T020000Z", "RRULE:FREQ=DAILY"),
    busy: [],
  },
  {
    name: "ended before the window",
    bytes: entry(
      "DTSTART:20200105T010000Z",
      "DTEND:20200105T020000Z",
      "RRULE:FREQ=DAILY;UNTIL=20200201T000000Z",
    ),
    busy: [],
  },
  {
    name: "a rule that never comes true leaves its start",
    bytes: one("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    busy: each(1),
  },
  {
    name: "extra dates",
    bytes: one("RDATE;TZID=Asia/Shanghai:20261205T090000,20261206T090000"),
    busy: each(1, 5, 6),
  },
  {
    name: "an extra period with a length of its own",
    bytes: one("RDATE;VALUE=PERIOD:20261205T010000Z/PT3H"),
    busy: [at(1), "12-05 09:00-12:00"],
  },
  {
    name: "an extra period with an end of its own",
    bytes: one("RDATE;VALUE=PERIOD:20261205T010000Z/20261205T013000Z"),
    busy: [at(1), "12-05 09:00-09:30"],
  },
  {
    name: "excluded by the zone's time",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Asia/Shanghai:20261202T090000"),
    busy: each(1, 3),
  },
  {
    name: "excluded by the instant in UTC",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T010000Z"),
    busy: each(1, 3),
  },
  {
    name: "excluded by another zone's time",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Tokyo Standard Time:20261202T100000"),
    busy: each(1, 3),
  },
  {
    name: "excluded by the day",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261202"),
    busy: each(1, 3),
  },
  {
    name: "several excluded in one line, the first one too",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Asia/Shanghai:20261201T090000,20261203T090000"),
    busy: each(2),
  },
  {
    name: "an exclusion of another time excludes nothing",
    bytes: one("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Asia/Shanghai:20261202T093000"),
    busy: each(1, 2, 3),
  },
  {
    name: "excluded by a rule",
    bytes: one("RRULE:FREQ=DAILY;COUNT=4", "EXRULE:FREQ=DAILY;INTERVAL=2"),
    busy: each(2, 4),
  },
  {
    name: "a day excluded from a series of days by a time",
    bytes: entry("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T000000"),
    busy: ["12-01 00:00-12-02 00:00", "12-03 00:00-12-04 00:00"],
  },
  {
    name: "one moved",
    bytes: series([
      "RECURRENCE-ID;TZID=Asia/Shanghai:20261202T090000",
      "DTSTART;TZID=Asia/Shanghai:20261202T140000",
      "DTEND;TZID=Asia/Shanghai:20261202T150000",
    ]),
    busy: [at(1), "12-02 14:00-15:00", at(3)],
  },
  {
    name: "one moved, named in UTC",
    bytes: series(["RECURRENCE-ID:20261202T010000Z", "DTSTART:20261202T060000Z", "DTEND:20261202T070000Z"]),
    busy: [at(1), "12-02 14:00-15:00", at(3)],
  },
  {
    name: "one cancelled",
    bytes: series([
      "RECURRENCE-ID:20261202T010000Z",
      "DTSTART:20261202T010000Z",
      "DTEND:20261202T020000Z",
      "STATUS:CANCELLED",
    ]),
    busy: each(1, 3),
    free: 1,
  },
  {
    name: "one transparent",
    bytes: series([
      "RECURRENCE-ID:20261202T010000Z",
      "DTSTART:20261202T010000Z",
      "DTEND:20261202T020000Z",
      "TRANSP:TRANSPARENT",
    ]),
    busy: each(1, 3),
    free: 1,
  },
  {
    name: "one moved out of the window",
    bytes: series(["RECURRENCE-ID:20261202T010000Z", "DTSTART:20270602T010000Z", "DTEND:20270602T020000Z"]),
    busy: each(1, 3),
  },
  {
    name: "one moved in from far away",
    bytes: calendarOf(
      ...event("UID:1", "DTSTART:20260101T010000Z", "DTEND:20260101T020000Z", "RRULE:FREQ=DAILY;COUNT=2"),
      ...event(
        "UID:1",
        "RECURRENCE-ID:20260102T010000Z",
        "DTSTART:20261205T010000Z",
        "DTEND:20261205T020000Z",
      ),
    ),
    busy: each(5),
  },
  {
    name: "one replaced twice: the higher revision holds",
    bytes: series(
      ["SEQUENCE:2", "RECURRENCE-ID:20261202T010000Z", "DTSTART:20261202T060000Z", "DTEND:20261202T070000Z"],
      ["SEQUENCE:1", "RECURRENCE-ID:20261202T010000Z", "DTSTART:20261202T030000Z", "DTEND:20261202T040000Z"],
    ),
    busy: [at(1), "12-02 14:00-15:00", at(3)],
  },
  {
    name: "one replacement without its series",
    bytes: entry("RECURRENCE-ID:20261202T010000Z", "DTSTART:20261202T060000Z", "DTEND:20261202T070000Z"),
    busy: ["12-02 14:00-15:00"],
  },
  {
    name: "a replacement of what does not occur counts as well",
    bytes: series(["RECURRENCE-ID:20261209T010000Z", "DTSTART:20261209T010000Z", "DTEND:20261209T020000Z"]),
    busy: each(1, 2, 3, 9),
  },
  {
    name: "a time names the day of a series of days",
    bytes: calendarOf(
      ...event("UID:1", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=2"),
      ...event("UID:1", "RECURRENCE-ID:20261201T160000Z", "DTSTART;VALUE=DATE:20261205"),
    ),
    busy: ["12-01 00:00-12-02 00:00", "12-05 00:00-12-06 00:00"],
  },
  {
    name: "this and all that follow, later and longer",
    bytes: series([
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T010000Z",
      "DTSTART:20261202T020000Z",
      "DTEND:20261202T040000Z",
    ]),
    busy: [at(1), "12-02 10:00-12:00", "12-03 10:00-12:00"],
  },
  {
    name: "this and all that follow, cancelled",
    bytes: series([
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T010000Z",
      "DTSTART:20261202T010000Z",
      "DTEND:20261202T020000Z",
      "STATUS:CANCELLED",
    ]),
    busy: each(1),
    free: 1,
  },
  {
    name: "one within what follows keeps its own",
    bytes: series(
      [
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T010000Z",
        "DTSTART:20261202T020000Z",
        "DTEND:20261202T030000Z",
      ],
      ["RECURRENCE-ID:20261203T010000Z", "DTSTART:20261203T080000Z", "DTEND:20261203T090000Z"],
    ),
    busy: [at(1), "12-02 10:00-11:00", "12-03 16:00-17:00"],
  },
  {
    name: "one whole series sent again: the higher revision holds",
    bytes: calendarOf(
      ...event("UID:1", "SEQUENCE:1", "DTSTART:20261202T010000Z", "DTEND:20261202T020000Z"),
      ...event("UID:1", "SEQUENCE:3", "DTSTART:20261205T010000Z", "DTEND:20261205T020000Z"),
      ...event("UID:1", "DTSTART:20261201T010000Z", "DTEND:20261201T020000Z"),
    ),
    busy: each(5),
  },
  {
    name: "many entries under one UID are all kept",
    bytes: calendarOf(
      ...event("UID:1", "DTSTART:20261202T010000Z", "DTEND:20261202T020000Z"),
      ...event("UID:1", "DTSTART:20261205T010000Z", "DTEND:20261205T020000Z"),
    ),
    busy: each(2, 5),
  },
  {
    name: "summer time: nine o'clock in New York, before and after the change",
    bytes: entry(
      "DTSTART;TZID=America/New_York:20261025T210000",
      "DTEND;TZID=America/New_York:20261025T220000",
      "RRULE:FREQ=WEEKLY",
    ),
    busy: ["12-07 10:00-11:00", "12-14 10:00-11:00", "12-21 10:00-11:00", "12-28 10:00-11:00"],
  },
  {
    name: "every minute is told, not read",
    bytes: one("RRULE:FREQ=MINUTELY"),
    busy: [],
    skipped: ["tooOften 例会"],
  },
  {
    name: "every second since 1970 is told at once",
    bytes: entry("DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"),
    busy: [],
    skipped: ["tooOften 例会"],
  },
  {
    name: "a count beyond all bounds is told",
    bytes: entry("DTSTART:16000101T000000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=900000000;BYMONTH=12"),
    busy: [],
    skipped: ["tooOften 例会"],
  },
  {
    name: "lunar rules are told",
    bytes: one("RRULE:RSCALE=CHINESE;FREQ=YEARLY"),
    busy: [],
    skipped: ["ruleUnsupported 例会"],
  },
  {
    name: "weeks by number are told",
    bytes: one("RRULE:FREQ=YEARLY;BYWEEKNO=49"),
    busy: [],
    skipped: ["ruleUnsupported 例会"],
  },
  {
    name: "a rule without sense is told",
    bytes: one("RRULE:FREQ=SOMETIMES"),
    busy: [],
    skipped: ["badRule 例会"],
  },
  {
    name: "an interval of nought is one",
    bytes: one("RRULE:FREQ=DAILY;COUNT=2;INTERVAL=0"),
    busy: each(1, 2),
  },
  {
    name: "an interval beyond all bounds is told",
    bytes: one("RRULE:FREQ=DAILY;INTERVAL=99999999"),
    busy: [],
    skipped: ["badRule 例会"],
  },
  {
    name: "a part that nobody knows is told",
    bytes: one("RRULE:FREQ=YEARLY;BYEASTER=1"),
    busy: [],
    skipped: ["ruleUnsupported 例会"],
  },
  {
    name: "a month that is none is told",
    bytes: one("RRULE:FREQ=YEARLY;BYMONTH=13"),
    busy: [],
    skipped: ["badRule 例会"],
  },
  {
    name: "the budget of a file ends, and what it cost is told",
    bytes: one("RRULE:FREQ=DAILY"),
    busy: [],
    skipped: ["tooMany 例会"],
    limits: { maxSteps: 5 },
  },
];
