import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildChecker } from "./ical-checker";

/* Every golden calendar file, read by programs that share no line with what wrote it. A missing program is a failure. */
const FOLDER = path.resolve("tests/golden/notices");
const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith(".ics"));
let dir: string;
let checker: string;

beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-golden-"));
  checker = buildChecker(dir);
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** What python3-icalendar makes of a file, as JSON lines: method, errors, and the event's values. */
const READER = `
import json, sys
from icalendar import Calendar
for name in sys.argv[1:]:
    calendar = Calendar.from_ical(open(name, 'rb').read())
    events = calendar.walk('VEVENT')
    event = events[0]
    print(json.dumps({
        'file': name, 'events': len(events), 'errors': [str(e) for e in event.errors],
        'method': str(calendar['METHOD']), 'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
        'start': event['DTSTART'].dt.isoformat(), 'end': event['DTEND'].dt.isoformat(),
        'summary': str(event['SUMMARY']), 'description': str(event['DESCRIPTION']), 'location': str(event['LOCATION']),
        'organizer': str(event['ORGANIZER']), 'attendee': str(event['ATTENDEE']), 'name': str(event['ATTENDEE'].params['CN']),
        'status': str(event['STATUS'])}))
`;
type Read = Readonly<Record<string, unknown>> & { readonly file: string };

describe("the golden files", () => {
  it("are there", () => {
    expect(files).toHaveLength(36);
  });

  it.each(files)("libical has no complaint about %s", (name) => {
    const done = spawnSync(checker, [path.join(FOLDER, name)], { encoding: "utf8" });
    expect(done.stdout).toBe("");
    expect(done.status).toBe(0);
  });

  it("python3-icalendar reads from each what ical.js reads", () => {
    const paths = files.map((name) => path.join(FOLDER, name));
    const out = execFileSync("/usr/bin/python3", ["-c", READER, ...paths], { encoding: "utf8" });
    const read = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Read);
    expect(read).toHaveLength(files.length);
    for (const one of read) {
      const root = new ICAL.Component(ICAL.parse(fs.readFileSync(one.file, "utf8")));
      const event = root.getFirstSubcomponent("vevent");
      const value = (name: string) => String(event?.getFirstPropertyValue(name));
      expect(one, one.file).toMatchObject({
        events: 1,
        errors: [],
        method: String(root.getFirstPropertyValue("method")),
        uid: value("uid"),
        sequence: Number(value("sequence")),
        start: value("dtstart").replace("Z", "+00:00"),
        end: value("dtend").replace("Z", "+00:00"),
        summary: value("summary"),
        description: value("description"),
        location: value("location"),
        organizer: value("organizer"),
        attendee: value("attendee"),
        name: String(event?.getFirstProperty("attendee")?.getParameter("cn")),
        status: value("status"),
      });
    }
  });
});
