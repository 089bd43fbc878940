import { calendarOf, type Example, entry, event, one } from "./calendars.fixture";

const NINE = "12-01 09:00-10:00";
const zoned = (tzid: string, ...before: string[]) =>
  calendarOf(
    ...before,
    ...event(
      "UID:1",
      "SUMMARY:例会",
      `DTSTART;TZID=${tzid}:20261201T090000`,
      `DTEND;TZID=${tzid}:20261201T100000`,
    ),
  );
const VTIMEZONE = (tzid: string, offset: string) => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  "BEGIN:STANDARD",
  "DTSTART:16010101T000000",
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  "END:STANDARD",
  "END:VTIMEZONE",
];
const BERLIN = [
  "BEGIN:VTIMEZONE",
  "TZID:Unser Büro",
  "BEGIN:STANDARD",
  "DTSTART:16011028T030000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010325T020000",
  "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];
const whole = (text: string) => Buffer.from(text);
const GB18030 = Buffer.concat([
  whole("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:"),
  Buffer.from([0xc0, 0xfd, 0xbb, 0xe1]),
  whole("\r\nDTSTART:bad\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
]);

/** Single entries, zones, and files that are broken. */
export const ENTRIES: readonly Example[] = [
  { name: "a plain entry", bytes: one(), busy: [NINE] },
  { name: "in UTC", bytes: entry("DTSTART:20261201T010000Z", "DTEND:20261201T020000Z"), busy: [NINE] },
  {
    name: "floating: the owner's clock",
    bytes: entry("DTSTART:20261201T090000", "DTEND:20261201T100000"),
    busy: [NINE],
  },
  {
    name: "floating, its owner in Berlin",
    bytes: entry("DTSTART:20261201T090000", "DTEND:20261201T100000"),
    busy: ["12-01 16:00-17:00"],
    zone: "Europe/Berlin",
  },
  {
    name: "a day",
    bytes: entry("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202"),
    busy: ["12-01 00:00-12-02 00:00"],
  },
  {
    name: "a day, its owner in Berlin",
    bytes: entry("DTSTART;VALUE=DATE:20261201"),
    busy: ["12-01 07:00-12-02 07:00"],
    zone: "Europe/Berlin",
  },
  { name: "a day without VALUE=DATE", bytes: entry("DTSTART:20261201"), busy: ["12-01 00:00-12-02 00:00"] },
  {
    name: "a day that ends on itself lasts a day",
    bytes: entry("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261201"),
    busy: ["12-01 00:00-12-02 00:00"],
  },
  {
    name: "three days",
    bytes: entry("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261204"),
    busy: ["12-01 00:00-12-04 00:00"],
  },
  {
    name: "a day with a zone beside it is its owner's day",
    bytes: entry("DTSTART;TZID=America/New_York;VALUE=DATE:20261201"),
    busy: ["12-01 00:00-12-02 00:00"],
  },
  {
    name: "begun before the window, ended in it",
    bytes: entry("DTSTART:20261130T150000Z", "DTEND:20261130T170000Z"),
    busy: ["11-30 23:00-12-01 01:00"],
  },
  {
    name: "ends where the window begins",
    bytes: entry("DTSTART:20261130T150000Z", "DTEND:20261130T160000Z"),
    busy: [],
  },
  {
    name: "a length of an hour and a half",
    bytes: entry("DTSTART:20261201T010000Z", "DURATION:PT1H30M"),
    busy: ["12-01 09:00-10:30"],
  },
  {
    name: "a length of weeks",
    bytes: entry("DTSTART;VALUE=DATE:20261201", "DURATION:P1W"),
    busy: ["12-01 00:00-12-08 00:00"],
  },
  {
    name: "a time without an end takes no time",
    bytes: entry("DTSTART:20261201T010000Z"),
    busy: [],
    free: 1,
  },
  {
    name: "a time that ends at once takes no time",
    bytes: entry("DTSTART:20261201T010000Z", "DTEND:20261201T010000Z"),
    busy: [],
    free: 1,
  },
  {
    name: "begun in one zone, ended in another",
    bytes: entry("DTSTART;TZID=Asia/Shanghai:20261201T090000", "DTEND;TZID=Asia/Tokyo:20261201T110000"),
    busy: [NINE],
  },
  { name: "transparent", bytes: one("TRANSP:TRANSPARENT"), busy: [], free: 1 },
  { name: "cancelled", bytes: one("STATUS:CANCELLED"), busy: [], free: 1 },
  {
    name: "a whole file that cancels",
    bytes: calendarOf("METHOD:CANCEL", ...event("UID:1", "DTSTART:20261201T010000Z", "DURATION:PT1H")),
    busy: [],
    free: 1,
  },
  { name: "tentative", bytes: one("STATUS:TENTATIVE"), busy: [`${NINE}?`] },
  { name: "free by Outlook's word", bytes: one("X-MICROSOFT-CDO-BUSYSTATUS:FREE"), busy: [], free: 1 },
  {
    name: "tentative by Outlook's word",
    bytes: one("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"),
    busy: [`${NINE}?`],
  },
  {
    name: "at work elsewhere by Outlook's word",
    bytes: one("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"),
    busy: [`${NINE}?`],
  },
  {
    name: "the same time twice, certain and tentative",
    bytes: calendarOf(
      ...event("UID:1", "DTSTART:20261201T010000Z", "DURATION:PT1H", "STATUS:TENTATIVE"),
      ...event("UID:2", "DTSTART:20261201T010000Z", "DURATION:PT1H"),
    ),
    busy: [NINE],
  },
  {
    name: "without UIDs, each is one",
    bytes: calendarOf(
      ...event("DTSTART:20261201T010000Z", "DURATION:PT1H"),
      ...event("SEQUENCE:1", "DTSTART:20261202T010000Z", "DURATION:PT1H"),
    ),
    busy: [NINE, "12-02 09:00-10:00"],
  },
  {
    name: "free/busy as other servers publish it",
    bytes: calendarOf(
      "BEGIN:VFREEBUSY",
      "FREEBUSY:20261201T010000Z/PT1H,20261202T010000Z/20261202T020000Z",
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261203T010000Z/PT1H",
      "FREEBUSY;FBTYPE=FREE:20261204T010000Z/PT1H",
      "END:VFREEBUSY",
    ),
    busy: [NINE, "12-02 09:00-10:00", "12-03 09:00-10:00?"],
  },
  {
    name: "tasks and journals are no busy time",
    bytes: calendarOf("BEGIN:VTODO", "DTSTART:20261201T010000Z", "DUE:20261201T020000Z", "END:VTODO"),
    busy: [],
  },
  {
    name: "an alarm's lines are not its entry's",
    bytes: one("BEGIN:VALARM", "TRIGGER:-PT5M", "DURATION:PT9H", "STATUS:CANCELLED", "END:VALARM"),
    busy: [NINE],
  },
  { name: "Windows' name of China's zone", bytes: zoned("China Standard Time"), busy: [NINE] },
  {
    name: "Windows' name of Berlin's zone",
    bytes: zoned("W. Europe Standard Time"),
    busy: ["12-01 16:00-17:00"],
  },
  { name: "Windows' Chinese name", bytes: zoned("中国标准时间"), busy: [NINE] },
  { name: "IANA after a slash", bytes: zoned("/Europe/Stockholm"), busy: ["12-01 16:00-17:00"] },
  {
    name: "IANA after a path",
    bytes: zoned("/freeassociation.sourceforge.net/Tzfile/Europe/Stockholm"),
    busy: ["12-01 16:00-17:00"],
  },
  {
    name: "IANA in three parts",
    bytes: zoned("America/Argentina/Buenos_Aires"),
    busy: ["12-01 20:00-21:00"],
  },
  { name: "an alias", bytes: zoned("PRC"), busy: [NINE] },
  {
    name: "a known zone wins over what the file says of it",
    bytes: zoned("Asia/Tokyo", ...VTIMEZONE("Asia/Tokyo", "-0500")),
    busy: ["12-01 08:00-09:00"],
  },
  {
    name: "a zone that only the file knows, in winter",
    bytes: zoned("Unser Büro", ...BERLIN),
    busy: ["12-01 16:00-17:00"],
  },
  {
    name: "a zone that only the file knows, across its summer",
    bytes: calendarOf(
      ...BERLIN,
      ...event(
        "DTSTART;TZID=Unser Büro:20260705T090000",
        "DTEND;TZID=Unser Büro:20260705T100000",
        "RRULE:FREQ=WEEKLY;BYDAY=SU;UNTIL=20261207T000000Z",
      ),
    ),
    busy: ["12-06 16:00-17:00"],
  },
  {
    name: "an offset for a name",
    bytes: zoned("(GMT+09:00) Osaka, Tokyo"),
    busy: ["12-01 08:00-09:00"],
    doubtful: ["zoneByOffset 例会"],
  },
  {
    name: "an offset for a name, with a blank, quoted",
    bytes: zoned('"(GMT -05:00)"'),
    busy: ["12-01 22:00-23:00"],
    doubtful: ["zoneByOffset 例会"],
  },
  {
    name: "an offset that the file explains is no guess",
    bytes: zoned("(GMT+09:00)", ...VTIMEZONE("(GMT+09:00)", "+0900")),
    busy: ["12-01 08:00-09:00"],
  },
  {
    name: "a name that nobody knows: the owner's clock, and told",
    bytes: zoned("Mars/Olympus"),
    busy: [NINE],
    doubtful: ["zoneGuessed 例会"],
  },
  {
    name: "a zone whose rules run by the second is not followed",
    bytes: zoned(
      "Boom",
      "BEGIN:VTIMEZONE",
      "TZID:Boom",
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      "RRULE:FREQ=SECONDLY",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "END:VTIMEZONE",
    ),
    busy: [NINE],
    doubtful: ["zoneGuessed 例会"],
  },
  {
    name: "an hour that the clock shows twice is its first",
    bytes: entry(
      "DTSTART;TZID=Australia/Lord_Howe:20261201T090000",
      "DTEND;TZID=Australia/Lord_Howe:20261201T100000",
    ),
    busy: ["12-01 06:00-07:00"],
  },
  {
    name: "begins with a mark of UTF-8",
    bytes: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), one()]),
    busy: [NINE],
  },
  { name: "UTF-16 with its mark", bytes: Buffer.from(`\uFEFF${one().toString()}`, "utf16le"), busy: [NINE] },
  { name: "GB18030, its title read", bytes: GB18030, busy: [], skipped: ["badTime 例会"] },
  {
    name: "bare line feeds, lower case, folds by tab",
    bytes: whole(
      "begin:vcalendar\nbegin:vevent\nuid:1\ndtstart:2026\n\t1201T010000Z\nduration:PT1H\nend:vevent\nend:vcalendar",
    ),
    busy: [NINE],
  },
  { name: "old Mac line ends", bytes: whole(one().toString().replaceAll("\r\n", "\r")), busy: [NINE] },
  {
    name: "lines that are none, between others",
    bytes: one("garbage", ":::", "=?=;;", "DESCRIPTION"),
    busy: [NINE],
  },
  {
    name: "no frame around the entry",
    bytes: whole("BEGIN:VEVENT\r\nDTSTART:20261201T010000Z\r\nDURATION:PT1H\r\nEND:VEVENT"),
    busy: [NINE],
  },
  {
    name: "two calendars in one file",
    bytes: Buffer.concat([one(), entry("DTSTART:20261202T010000Z", "DURATION:PT1H")]),
    busy: [NINE, "12-02 09:00-10:00"],
  },
  { name: "an empty calendar", bytes: calendarOf(), busy: [] },
  { name: "no start", bytes: entry("DTEND:20261201T020000Z"), busy: [], skipped: ["noStart 例会"] },
  { name: "a start that is no time", bytes: entry("DTSTART:tomorrow"), busy: [], skipped: ["badTime 例会"] },
  { name: "30 February", bytes: entry("DTSTART;VALUE=DATE:20260230"), busy: [], skipped: ["badTime 例会"] },
  {
    name: "twenty-five o'clock",
    bytes: entry("DTSTART:20261201T250000Z"),
    busy: [],
    skipped: ["badTime 例会"],
  },
  {
    name: "an end before the start",
    bytes: entry("DTSTART:20261201T020000Z", "DTEND:20261201T010000Z"),
    busy: [],
    skipped: ["endBeforeStart 例会"],
  },
  {
    name: "a length below nought",
    bytes: entry("DTSTART:20261201T020000Z", "DURATION:-PT1H"),
    busy: [],
    skipped: ["endBeforeStart 例会"],
  },
  {
    name: "a length that is none",
    bytes: entry("DTSTART:20261201T020000Z", "DURATION:long"),
    busy: [],
    skipped: ["badTime 例会"],
  },
  {
    name: "one broken entry costs no other",
    bytes: calendarOf(
      ...event("SUMMARY:坏", "DTSTART:x"),
      ...event("DTSTART:20261201T010000Z", "DURATION:PT1H"),
    ),
    busy: [NINE],
    skipped: ["badTime 坏"],
  },
  {
    name: "cut off within an entry",
    bytes: whole(`${one().toString().split("END:VEVENT")[0]}`),
    busy: [],
    skipped: ["unfinished", "unfinished 例会"],
  },
  {
    name: "an entry that never ends before the next begins",
    bytes: calendarOf(
      "BEGIN:VEVENT",
      "SUMMARY:甲",
      "DTSTART:20261205T010000Z",
      ...event("DTSTART:20261201T010000Z", "DURATION:PT1H"),
    ),
    busy: [NINE],
    skipped: ["unfinished 甲"],
  },
  {
    name: "cut off after an entry",
    bytes: whole(`${one().toString().split("END:VCALENDAR")[0]}`),
    busy: [NINE],
    skipped: ["unfinished"],
  },
  {
    name: "a page that asks to sign in",
    bytes: whole("<!doctype html><title>Sign in</title>"),
    busy: [],
    skipped: ["notACalendar"],
  },
  { name: "nothing at all", bytes: whole(""), busy: [], skipped: ["notACalendar"] },
  { name: "NUL bytes", bytes: Buffer.alloc(3_000), busy: [], skipped: ["notACalendar"] },
  { name: "larger than allowed", bytes: one(), busy: [], skipped: ["tooLarge"], limits: { maxBytes: 100 } },
  {
    name: "more entries than allowed",
    bytes: calendarOf(
      ...event("DTSTART:20261201T010000Z", "DURATION:PT1H"),
      ...event("DTSTART:20261202T010000Z", "DURATION:PT1H"),
    ),
    busy: [NINE],
    skipped: ["tooMany"],
    limits: { maxEntries: 1 },
  },
  {
    name: "more busy times than allowed",
    bytes: one("RRULE:FREQ=DAILY"),
    busy: [],
    skipped: ["tooMany 例会"],
    limits: { maxBusy: 10 },
  },
];
