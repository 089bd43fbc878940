import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { type FreeBusy, freeBusyFile } from "./free-busy-file";

const at = (text: string) => DateTime.fromISO(text);
const given: FreeBusy = {
  uid: "0192f000-0000-7000-8000-000000000001-busy@tiaosu",
  stamp: at("2026-11-23T01:00:00Z"),
  organizer: {
    name: "周建华“调解”的日程，很长很长很长很长很长很长很长很长",
    address: "calendar@court.example",
  },
  from: at("2026-11-23T00:00:00+08:00"),
  to: at("2027-02-21T00:00:00+08:00"),
  busy: [
    { start: at("2026-12-02T01:00:00Z"), end: at("2026-12-02T02:00:00Z") },
    { start: at("2026-12-01T01:30:00Z"), end: at("2026-12-01T03:00:00Z") },
  ],
};

it("writes busy times in UTC, sorted, one to a line, in lines of 75 octets", () => {
  const text = freeBusyFile(given).toString();
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replace(/\r\n /g, "").split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tiaosu//Court mediation scheduling//ZH",
    "BEGIN:VFREEBUSY",
    `UID:${given.uid}`,
    "DTSTAMP:20261123T010000Z",
    "ORGANIZER;CN=周建华“调解”的日程，很长很长很长很长很长很长很长很长:mailto:calendar@court.example",
    "DTSTART:20261122T160000Z",
    "DTEND:20270220T160000Z",
    "FREEBUSY;FBTYPE=BUSY:20261201T013000Z/20261201T030000Z",
    "FREEBUSY;FBTYPE=BUSY:20261202T010000Z/20261202T020000Z",
    "END:VFREEBUSY",
    "END:VCALENDAR",
    "",
  ]);
});

it("takes no address and no UID that could end a line", () => {
  expect(() => freeBusyFile({ ...given, uid: "a\r\nATTENDEE:x" })).toThrow();
  expect(() => freeBusyFile({ ...given, organizer: { name: "x", address: "a@b\r\nX:1" } })).toThrow();
});
