import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freeBusyFile } from "~/adapters/free-busy-file";
import { fetchFeed } from "~/services/feeds.server";
import { renewFeed } from "~/services/renew-feed.server";
import { renewRoomFeed } from "~/services/renew-room-feed.server";
import { actorIn, useCourt } from "../services/court";
import { addPerson, book, COURT, castOf, does } from "../services/journey";
import { buildChecker } from "./ical-checker";

/* What programs that share no line with ours make of free and busy times (.ifb). A missing program is a failure. */
const court = useCourt();
const NAMES = ["mediator", "room", "nobody", "crowded"] as const;
let dir: string;
let checker: string;
const fileOf = (name: string) => path.join(dir, `${name}.ifb`);

beforeAll(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-busy-"));
  checker = buildChecker(dir);
  const c = court();
  const cast = await castOf(c);
  await book(c, cast);
  const fetched = async (address: string) => {
    const secret = /\/feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";
    const found = await fetchFeed(c.deps, secret, "ifb", "");
    if (!found) throw new Error("no such feed");
    return found.bytes;
  };
  const { roomId } = cast;
  const mine = await does(c, cast.mediator, renewFeed, {});
  const keeper = actorIn(COURT, "coordinator", { userId: await addPerson(c, "coordinator", "卫协调") });
  const rooms = await does(c, keeper, renewRoomFeed, { roomId });
  fs.writeFileSync(fileOf("mediator"), await fetched(mine.address));
  fs.writeFileSync(fileOf("room"), await fetched(rooms.address));
  const at = DateTime.fromISO("2026-11-22T16:00:00Z");
  const given = {
    uid: "0192f000-0000-7000-8000-000000000001-busy@tiaosu",
    stamp: at,
    organizer: {
      name: "周建华、“欧阳𠮷”；第一调解室, 的日程，很长很长很长很长",
      address: "calendar@court.example",
    },
    from: at,
    to: at.plus({ days: 90 }),
  };
  const crowd = Array.from({ length: 500 }, (_, n) => {
    const start = at.plus({ hours: 4 * n });
    return { start, end: start.plus({ minutes: 90 }) };
  });
  fs.writeFileSync(fileOf("nobody"), freeBusyFile({ ...given, busy: [] }));
  fs.writeFileSync(fileOf("crowded"), freeBusyFile({ ...given, busy: crowd }));
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const complaints = (text: string): { said: string; status: number | null } => {
  const file = path.join(dir, "asked.ifb");
  fs.writeFileSync(file, text);
  const { stdout, status } = spawnSync(checker, [file], { encoding: "utf8" });
  return { said: stdout, status };
};
/** As somebody publishes it who passes it on: the stricter table of libical. */
const published = (text: string) => text.replace("VERSION:2.0\r\n", "VERSION:2.0\r\nMETHOD:PUBLISH\r\n");

describe.each(NAMES)("the times of %s", (name) => {
  it("libical has no complaint", () => {
    const text = fs.readFileSync(fileOf(name), "utf8");
    expect(complaints(text)).toEqual({ said: "", status: 0 });
    expect(complaints(published(text))).toEqual({ said: "", status: 0 });
  });
});

it("libical would complain", () => {
  const text = fs.readFileSync(fileOf("crowded"), "utf8");
  expect(complaints(published(text)).status).toBe(0);
  for (const line of [/UID:.*\r\n/, /DTSTAMP:.*\r\n/, /ORGANIZER[^\r]*\r\n( [^\r]*\r\n)*/])
    expect(complaints(published(text).replace(line, "")).status, String(line)).toBe(1);
  expect(complaints(text.replace(/(FREEBUSY;[^:]*:)\w+/, "$1whenever")).status).toBe(1);
});

/** What python3-icalendar makes of a file, as JSON lines. */
const READER = `
import json, sys
from icalendar import Calendar
for name in sys.argv[1:]:
    calendar = Calendar.from_ical(open(name, 'rb').read())
    [busy] = calendar.walk('VFREEBUSY')
    lines = busy.get('FREEBUSY', [])
    lines = lines if isinstance(lines, list) else [lines]
    print(json.dumps({
        'errors': [str(e) for e in busy.errors], 'others': len(calendar.subcomponents) - 1,
        'uid': str(busy['UID']), 'name': str(busy['ORGANIZER'].params['CN']), 'organizer': str(busy['ORGANIZER']),
        'from': busy['DTSTART'].dt.isoformat(), 'to': busy['DTEND'].dt.isoformat(),
        'kinds': sorted({one.params['FBTYPE'] for one in lines}),
        'periods': [[one.start.isoformat(), one.end.isoformat()] for one in lines]}))
`;

it("python3-icalendar reads from each what ical.js reads", () => {
  const out = execFileSync("/usr/bin/python3", ["-c", READER, ...NAMES.map(fileOf)], { encoding: "utf8" });
  const read = out
    .trim()
    .split("\n")
    .map((line): Record<string, unknown> => JSON.parse(line));
  const counts: number[] = [];
  for (const [at, name] of NAMES.entries()) {
    const root = new ICAL.Component(ICAL.parse(fs.readFileSync(fileOf(name), "utf8")));
    const busy = root.getFirstSubcomponent("vfreebusy");
    const value = (property: string) => String(busy?.getFirstPropertyValue(property));
    const utc = (text: string) => text.replace("Z", "+00:00");
    const periods = (busy?.getAllProperties("freebusy") ?? []).map((one) =>
      String(one.getFirstValue()).split("/").map(utc),
    );
    counts.push(periods.length);
    expect(read[at], name).toEqual({
      errors: [],
      others: 0,
      uid: value("uid"),
      name: String(busy?.getFirstProperty("organizer")?.getParameter("cn")),
      organizer: value("organizer"),
      from: utc(value("dtstart")),
      to: utc(value("dtend")),
      kinds: periods.length ? ["BUSY"] : [],
      periods,
    });
  }
  expect(counts).toEqual([1, 1, 0, 500]);
});
