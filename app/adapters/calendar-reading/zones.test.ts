import { IANAZone } from "luxon";
import { expect, it } from "vitest";
import { calendarOf, DECEMBER, event } from "./calendars.fixture";
import { readCalendar } from "./read-calendar";

/* A file may describe a zone by a rule whose days never come, or come every second since 1601: it is not walked. */
const reading = (rule: string) =>
  readCalendar(
    calendarOf(
      "BEGIN:VTIMEZONE",
      "TZID:Büro",
      "BEGIN:STANDARD",
      "DTSTART:16011028T030000",
      `RRULE:${rule}`,
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "END:VTIMEZONE",
      ...event("UID:1", "DTSTART;TZID=Büro:20261201T090000", "DTEND;TZID=Büro:20261201T100000"),
    ),
    DECEMBER,
    IANAZone.create("Asia/Shanghai"),
  );
const startOf = (rule: string) => reading(rule).busy.map((one) => one.start.toUTC().toISO());

it.each([
  "FREQ=SECONDLY;X=FREQ=YEARLY",
  "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "FREQ=DAILY;FREQ=YEARLY;BYMONTH=10",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31",
  "FREQ=YEARLY;BYDAY=MO",
  "FREQ=YEARLY;BYMONTH=10;BYSETPOS=5;BYDAY=SU",
  "FREQ=YEARLY;INTERVAL=0;BYMONTH=10;BYDAY=-1SU",
  "FREQ=YEARLY;BYMONTH=10;BYHOUR=3",
])("%s describes no zone: the owner's own is guessed", (rule) => {
  expect(startOf(rule)).toEqual(["2026-12-01T01:00:00.000Z"]);
});

it.each([
  "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU",
  "BYMONTH=10;FREQ=YEARLY;WKST=MO;INTERVAL=1;BYDAY=4SU;UNTIL=20371031T000000Z",
])("%s is a zone as programs write it", (rule) => {
  expect(startOf(rule)).toEqual(["2026-12-01T08:00:00.000Z"]);
});
