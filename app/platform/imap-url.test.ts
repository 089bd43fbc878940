import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EnvWrong, readEnv } from "./env.server";

const DATA_DIR = mkdtempSync(path.join(os.tmpdir(), "tiaosu-env-"));
const read = (url: string) => readEnv({ NODE_ENV: "test", DATA_DIR, IMAP_URL: url }).IMAP_URL;
const wrong = (url: string): string => {
  try {
    read(url);
    return "taken";
  } catch (error) {
    return error instanceof EnvWrong ? error.message : String(error);
  }
};

it("reads the address of a mailbox", () => {
  expect(read("imaps://mail%40court.example:p%23w%2F@mail.court.example/Replies%20in?done=Done")).toEqual({
    host: "mail.court.example",
    port: 993,
    security: "tls",
    user: "mail@court.example",
    password: "p#w/",
    folder: "Replies in",
    done: "Done",
  });
  expect(read("imap://u:p@mail.court.example:1143")).toMatchObject({
    port: 1143,
    security: "startTls",
    folder: "INBOX",
    done: null,
  });
  expect(read("imap://u:p@[::1]/")).toMatchObject({ host: "::1", port: 143, security: "plain" });
  expect(read("imap://u:p@127.0.0.1/")).toMatchObject({ security: "plain" });
  // Nobody's machine but this one: an address that only begins alike is elsewhere.
  expect(read("imap://u:p@127.0.0.1.evil.example/")).toMatchObject({ security: "startTls" });
  expect(read("")).toBeUndefined();
});

describe("refuses at the start, in words, and never says the password", () => {
  it.each([
    ["court", "IMAP_URL must be an address such as"],
    ["pop3://u:secret@mail.court.example/", "IMAP_URL must begin with imaps:// or imap://"],
    ["imaps://mail.court.example/", "IMAP_URL needs a user and a password"],
    ["imaps://u@mail.court.example/", "IMAP_URL needs a user and a password"],
    ["imaps://u:secret%zz@mail.court.example/", "IMAP_URL needs a user and a password"],
    ["imaps://u:secret%0d%0aA1@mail.court.example/", "IMAP_URL needs a user and a password"],
    ["imaps://u:secret#x@mail.court.example/", "IMAP_URL "],
    ["imaps://u:secret@mail.court.example:0/", "IMAP_URL names a port"],
    ["imaps://u:secret@mail.court.example:99999/", "IMAP_URL must be an address such as"],
    ["imaps://u:secret@mail.court.example/?folder=x", "IMAP_URL knows no option folder"],
    ["imaps://u:secret@mail.court.example/?done=", "IMAP_URL must name one folder"],
    ["imaps://u:secret@mail.court.example/?done=INBOX", "IMAP_URL must name another folder"],
    ["imaps://u:secret@mail.court.example/%ff", "IMAP_URL names a folder that cannot be read"],
  ])("%s", (url, sentence) => {
    expect(wrong(url)).toContain(sentence);
    expect(wrong(url)).not.toContain("secret");
  });
});
