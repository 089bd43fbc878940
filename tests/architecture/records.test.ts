import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

/*
 * Whoever writes, records, in the same transaction. In verbs and queries the ritual sees to it; everybody else who opens
 * a door of the database is read here: the work at the door and every function that is handed its transaction.
 * Read as text, so it sees that a record is written, not on which path: the tests that make the record fail see that.
 */
const SERVICES = "app/services";
const RITUALS = ["command.server.ts", "query.server.ts"];

/** Writes that are no act of anybody; the docstring of each says why. */
const UNRECORDED: Readonly<Record<string, string>> = {
  "worker.server.ts claim": "the lease of the outbox",
  "worker.server.ts renew": "the lease of the outbox",
  "worker.server.ts settle": "how far a recorded act's deed has come",
  "effects/deliver.server.ts noAddress": "what became of a recorded act's message",
  "effects/deliver.server.ts deliver": "what became of a recorded act's message",
  "effects/post-notice.server.ts postAgain": "what became of a recorded act's message",
  "effects/send-invitations.server.ts planAfter": "what follows from a recorded act's invitation",
  "effects/post-notice.server.ts keepNotice": "what a recorded act's message said",
  "post.server.ts demoMailer": "the demo's post office",
  "post.server.ts demoPhone": "the demo's telephone",
  "answer-links.server.ts countAnswer": "counters of answers by link, which fade within the hour",
  "check-notice.server.ts checkNotice": "counters of wrong codes, which fade within the hour",
  "inbound-log.server.ts keepInbound": "a message as it came in; what became of it is recorded with that",
  "sign-in.server.ts viewerOf": "when somebody was last seen",
  "keep-calendars.server.ts take": "what a calendar says that somebody brought in by a recorded act",
  "feed-fetches.server.ts noteFetch": "when a feed was last fetched",
  "keep-house.server.ts keepHouse": "counters of failed sign-ins that count no more",
  "demo/seed-court.server.ts addPerson": "the demo before it is at work; seed-court says so",
};

const files = (folder: string): string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? files(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    );
const sources = new Map(
  files(SERVICES).map((file) => [path.relative(SERVICES, file), fs.readFileSync(file, "utf8")]),
);

type Piece = { readonly file: string; readonly name: string; readonly text: string };
/** The top-level functions and constants of a file, each with its text. */
const piecesOf = (file: string, text: string): Piece[] =>
  text.split(/^(?=(?:export )?(?:async )?(?:function|const) )/m).map((piece) => ({
    file,
    name: /^[^(=:]*?(?:function|const) (\w+)/.exec(piece)?.[1] ?? "",
    text: piece,
  }));
const pieces = [...sources].flatMap(([file, text]) => piecesOf(file, text));

/** From a name to the parenthesis that closes its call. */
function callFrom(text: string): string {
  let depth = 0;
  for (let at = text.indexOf("("); at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

const doorsOf = (piece: Piece): Piece[] =>
  [...piece.text.matchAll(/\bwith(?:Court|Directory)\(/g)].map(({ index }) => ({
    ...piece,
    text: callFrom(piece.text.slice(index)),
  }));

/** The door's own text and that of every function its transaction is handed to, however far. */
function reached(door: Piece, seen = new Set<Piece>()): Piece[] {
  seen.add(door);
  for (const [, name] of door.text.matchAll(/\b(\w+)\(\s*tx\b/g)) {
    const named = pieces.filter((one) => one.name === name);
    const near = named.filter((one) => one.file === door.file);
    for (const next of near.length ? near : named) if (!seen.has(next)) reached(next, seen);
  }
  return [...seen];
}

const WRITE = /\btx\s*\.(?:insert|update|delete)\(|\b(?:insert into|delete from|update \w+ set)\b/i;
const writes = (door: Piece) => reached(door).some((one) => WRITE.test(one.text));
const records = (door: Piece) => reached(door).some((one) => /\brecord\(\s*tx\b/.test(one.text));
const nameOf = ({ file, name }: Piece) => `${file} ${name}`;

const doors = pieces.filter((piece) => !RITUALS.includes(piece.file)).flatMap(doorsOf);

it("who writes outside the rituals records in the same transaction, but for what is listed with its reason", () => {
  expect(doors.filter((door) => writes(door) && records(door)).length).toBeGreaterThan(8);
  const silent = new Set(doors.filter((door) => writes(door) && !records(door)).map(nameOf));
  expect([...silent].filter((one) => !(one in UNRECORDED))).toEqual([]);
  expect(Object.keys(UNRECORDED).filter((one) => !silent.has(one))).toEqual([]);
});

it("the work stands where the door is opened, and hands its transaction on first: what this reads is all there is", () => {
  const hidden = doors.filter((door) => !/^\w+\((?:[^,]+,\s*)?(?:async )?\(?tx\)? =>/.test(door.text));
  expect(hidden.map(nameOf)).toEqual([]);
  // A transaction is asked (`tx.`), declared (`tx: Tx`, `(tx) =>`) or handed on as the first argument.
  const elsewhere = doors
    .flatMap((door) => reached(door))
    .filter(({ text }) =>
      [...text.matchAll(/\btx\b/g)].some(
        ({ index }) => !/\(\s*$/.test(text.slice(0, index)) && !/^tx(\s*\.|: Tx)/.test(text.slice(index)),
      ),
    );
  expect([...new Set(elsewhere.map(nameOf))]).toEqual([]);
});
