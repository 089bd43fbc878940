import { execFile } from "node:child_process";
import fs from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caldav } from "~/platform/caldav.server";
import { cancelSession } from "~/services/cancel-session.server";
import { renewFeed } from "~/services/renew-feed.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { useCourt } from "../services/court";
import { book, type Cast, castOf, does } from "../services/journey";

/* A mediator's sessions, kept in step by vdirsyncer over CalDAV and shown by khal: booked, moved and called off. */
const court = useCourt();
let server: Server;
let dir: string;
let cast: Cast;
let sessionId: string;

beforeAll(async () => {
  const c = court();
  cast = await castOf(c);
  sessionId = await book(c, cast);
  const { address } = await does(c, cast.mediator, renewFeed, {});
  const secret = /\/feeds\/(.+)\.ics$/.exec(address)?.[1] ?? "";
  const app = express().use(caldav(c.deps));
  await new Promise<void>((resolve) => {
    server = app.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  dir = fs.mkdtempSync(path.join(os.tmpdir(), "tiaosu-caldav-"));
  fs.writeFileSync(
    path.join(dir, "vdirsyncer.conf"),
    `[general]\nstatus_path = "${dir}/status/"\n[pair court]\na = "remote"\nb = "local"\ncollections = ["from a"]\nconflict_resolution = "a wins"\n[storage remote]\ntype = "caldav"\nurl = "http://127.0.0.1:${port}/"\nusername = "${cast.mediatorId}"\npassword = "${secret}"\nread_only = true\n[storage local]\ntype = "filesystem"\npath = "${dir}/local/"\nfileext = ".ics"\n`,
  );
  fs.writeFileSync(
    path.join(dir, "khal.conf"),
    `[calendars]\n[[court]]\npath = ${dir}/local/calendar\nreadonly = True\n[sqlite]\npath = ${dir}/khal.db\n[locale]\nlocal_timezone = Asia/Shanghai\ndefault_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`,
  );
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  fs.rmSync(dir, { recursive: true, force: true });
});

function run(program: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, LC_ALL: "C.UTF-8", HOME: dir };
  return new Promise((resolve) => {
    const child = execFile(program, args, { encoding: "utf8", env }, (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, out: stdout + stderr }),
    );
    // vdirsyncer asks whether it may make the folder on our side.
    child.stdin?.end("y\ny\ny\n");
  });
}
const vdirsyncer = (...args: string[]) => run("vdirsyncer", "-c", path.join(dir, "vdirsyncer.conf"), ...args);
const shown = async () =>
  (
    await run(
      "khal",
      "-c",
      path.join(dir, "khal.conf"),
      "list",
      "2026-11-23",
      "90d",
      "--format",
      "{start} {title}",
    )
  ).out;

it("finds the calendar, takes a session, its new time, and its end", async () => {
  const c = court();
  const found = await vdirsyncer("discover", "court");
  expect(found.code, found.out).toBe(0);
  const sync = async () => {
    // A calendar that becomes empty is one that vdirsyncer asks about; the last session goes here.
    const synced = await vdirsyncer("sync", "--force-delete", "court");
    expect(synced.code, synced.out).toBe(0);
    return shown();
  };
  const booked = await sync();
  expect(booked).toContain("2026-11-23 15:00 调解通知");
  await does(c, cast.mediator, rescheduleSession, {
    sessionId,
    startAt: "2026-11-24T10:00:00+08:00",
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
    reason: "当事人申请",
  });
  const later = await sync();
  expect(later).toContain("2026-11-24 10:00 调解通知");
  expect(later).not.toContain("2026-11-23 15:00");
  await does(c, cast.mediator, cancelSession, { sessionId, reason: "当事人申请" });
  expect(await sync()).not.toContain("调解通知");
});
