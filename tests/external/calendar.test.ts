import { spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { DateTime } from "luxon";
import { afterAll, beforeAll, expect, it } from "vitest";
import { feedFile } from "~/adapters/feed-file";
import { type InvitationObject, invitationFile } from "~/adapters/invitation-file";
import { buildChecker } from "./ical-checker";

/* What other people's calendar programs make of our files. A missing program is a failure, not a reason to leave it out. */
let dir: string;
let checker: string;

beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-external-"));
  checker = buildChecker(dir);
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const start = DateTime.fromISO("2026-12-01T01:30:00Z");
const invitation: InvitationObject = {
  method: "REQUEST",
  uid: "0192f000-0000-7000-8000-000000000001@tiaosu",
  sequence: 2,
  dtstamp: DateTime.fromISO("2026-11-23T01:00:00Z"),
  start,
  end: start.plus({ minutes: 90 }),
  summary: "调解通知 SJS-TJ-2026-000123",
  description: "时间：2026-12-01 星期二 09:30—11:00（北京时间）\n请携带身份证件、证据材料；地点，见下。",
  location: "某某区人民法院 第一调解室",
  organizer: { name: "某某区人民法院", address: "case-0123@court.example" },
  attendee: { name: "欧阳𠮷“大海”", address: "party@mail.example" },
  url: "https://court.example/p/abc",
  status: "CONFIRMED",
};
const FILES = {
  request: invitationFile(invitation),
  cancel: invitationFile({ ...invitation, method: "CANCEL", status: "CANCELLED", sequence: 3 }),
  feed: feedFile("周建华的调解日程", 4, [
    {
      uid: invitation.uid,
      sequence: 2,
      changedAt: invitation.dtstamp,
      start,
      end: invitation.end,
      summary: invitation.summary,
      location: invitation.location,
      status: "CONFIRMED",
    },
  ]),
};

for (const [name, bytes] of Object.entries(FILES)) {
  it(`libical has no complaint about the ${name}`, () => {
    const file = path.join(dir, `${name}.ics`);
    fs.writeFileSync(file, bytes);
    const done = spawnSync(checker, [file], { encoding: "utf8" });
    expect(done.stdout).toBe("");
    expect(done.status).toBe(0);
  });
}

it("khal shows the session at Beijing's hour", () => {
  const file = path.join(dir, "request.ics");
  fs.writeFileSync(file, FILES.request);
  const config = path.join(dir, "khal.conf");
  fs.writeFileSync(
    config,
    `[calendars]\n[[one]]\npath = ${dir}/khal\n[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  );
  const shown = spawnSync("khal", ["-c", config, "printics", file], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  expect(shown.status, shown.stderr).toBe(0);
  expect(shown.stdout).toContain("09:30");
  expect(shown.stdout).toContain("调解通知");
});

it("vdirsyncer subscribes to the feed", async () => {
  const server = http.createServer((_req, res) => {
    res.setHeader("Content-Type", "text/calendar; charset=utf-8");
    res.end(FILES.feed);
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port)),
  );
  const local = path.join(dir, "local");
  fs.mkdirSync(local);
  const config = path.join(dir, "vdirsyncer.conf");
  fs.writeFileSync(
    config,
    `[general]\nstatus_path = "${dir}/status/"\n[pair feed]\na = "remote"\nb = "local"\ncollections = null\nconflict_resolution = "a wins"\n[storage remote]\ntype = "http"\nurl = "http://127.0.0.1:${port}/feed.ics"\n[storage local]\ntype = "filesystem"\npath = "${local}"\nfileext = ".ics"\n`,
  );
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      import("node:child_process").then(({ execFile }) =>
        execFile(
          "vdirsyncer",
          ["-c", config, ...args],
          { encoding: "utf8", env: { ...process.env, LC_ALL: "C.UTF-8" } },
          (error, stdout, stderr) => resolve({ code: error ? 1 : 0, out: stdout + stderr }),
        ),
      );
    });
  try {
    const found = await run("discover", "feed");
    expect(found.code, found.out).toBe(0);
    const synced = await run("sync", "feed");
    expect(synced.code, synced.out).toBe(0);
  } finally {
    server.close();
  }
  const files = fs.readdirSync(local).filter((name) => name.endsWith(".ics"));
  expect(files).toHaveLength(1);
  expect(fs.readFileSync(path.join(local, files[0] as string), "utf8")).toContain("DTSTART:20261201T013000Z");
});
