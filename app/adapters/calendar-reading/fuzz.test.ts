import fc from "fast-check";
import { IANAZone } from "luxon";
import { expect, it } from "vitest";
import { calendarOf, DECEMBER, event } from "./calendars.fixture";
import { readCalendar } from "./read-calendar";
import { READING_LIMITS } from "./reading";

const SHANGHAI = IANAZone.create("Asia/Shanghai");
const SEED = calendarOf(
  "BEGIN:VTIMEZONE",
  "TZID:Büro",
  "BEGIN:STANDARD",
  "DTSTART:16011028T030000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "END:VTIMEZONE",
  ...event(
    "UID:1",
    "SUMMARY:例会",
    "DTSTART;TZID=Büro:20261201T090000",
    "DTEND;TZID=Büro:20261201T100000",
    "RRULE:FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,2TU;BYSETPOS=-1;COUNT=30",
    "EXDATE:20261202T010000Z",
    "RDATE;VALUE=PERIOD:20261205T010000Z/PT3H",
  ),
  ...event(
    "UID:1",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T010000Z",
    "DTSTART:20261208T030000Z",
    "DURATION:P1DT2H",
  ),
  "BEGIN:VFREEBUSY",
  "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261203T010000Z/PT1H",
  "END:VFREEBUSY",
);

/** A change at a place: a byte, a piece of the file copied there, a piece cut out, or words that matter. */
const change = fc.tuple(
  fc.nat(SEED.length - 1),
  fc.oneof(
    fc.uint8Array({ minLength: 0, maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
    fc.tuple(fc.nat(SEED.length - 1), fc.nat(120)).map(([at, size]) => SEED.subarray(at, at + size)),
    fc
      .constantFrom(
        "\r\n",
        "\r\nRRULE:FREQ=SECONDLY",
        "\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "99999999999",
        "-",
        ";TZID=x",
        "END:VEVENT\r\n",
        "BEGIN:VEVENT\r\n",
      )
      .map((text) => Buffer.from(text)),
  ),
  fc.nat(40),
);

it("whatever becomes of a file's bytes, it is answered within the limits, and the rest is told", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      let bytes: Buffer = SEED;
      for (const [at, put, cut] of changes)
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
      const reading = readCalendar(bytes, DECEMBER, SHANGHAI);
      expect(reading.busy.length).toBeLessThanOrEqual(READING_LIMITS.maxBusy);
      for (const one of reading.busy) {
        expect(one.start.isValid && one.end.isValid && one.start < one.end).toBe(true);
        expect(one.start < DECEMBER.to && one.end > DECEMBER.from).toBe(true);
      }
    }),
    { numRuns: 1_500 },
  );
});

it("any rule ends, and is read or told", () => {
  const numbers = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 3 });
  const rule = fc.record(
    {
      FREQ: fc.constantFrom(
        "SECONDLY",
        "MINUTELY",
        "HOURLY",
        "DAILY",
        "WEEKLY",
        "MONTHLY",
        "YEARLY",
        "NEVER",
      ),
      INTERVAL: fc.integer({ min: -1, max: 20_000 }),
      COUNT: fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constant(2_000_000_000)),
      BYDAY: fc.array(fc.constantFrom("MO", "1TU", "-1FR", "53SU", "XX"), { minLength: 1, maxLength: 3 }),
      BYMONTH: numbers,
      BYMONTHDAY: numbers,
      BYYEARDAY: numbers,
      BYHOUR: numbers,
      BYSETPOS: numbers,
    },
    { requiredKeys: ["FREQ"] },
  );
  fc.assert(
    fc.property(rule, fc.integer({ min: 1601, max: 2027 }), (parts, year) => {
      const text = Object.entries(parts)
        .map(([name, value]) => `${name}=${String(value)}`)
        .join(";");
      const bytes = calendarOf(
        ...event("UID:1", `DTSTART:${year}1201T010000Z`, "DURATION:PT1H", `RRULE:${text}`),
      );
      const reading = readCalendar(bytes, DECEMBER, SHANGHAI);
      expect(reading.skipped.length <= 1 && reading.busy.length <= READING_LIMITS.maxBusy).toBe(true);
      // What is told is not read as well.
      if (reading.skipped.length > 0) expect(reading.busy).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
