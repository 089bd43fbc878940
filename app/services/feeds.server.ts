import { createHash } from "node:crypto";
import { DateTime } from "luxon";
import { downloadFile, feedFile } from "~/adapters/feed-file";
import { freeBusyFile } from "~/adapters/free-busy-file";
import { feedClient } from "~/domain/notices/feeds";
import * as notices from "~/i18n/notices";
import * as sessionNotices from "~/i18n/session-notices";
import { textFor } from "~/i18n/text";
import { courtDay, type Deps } from "./deps.server";
import { type FeedContents, feedContents } from "./feed-entries.server";
import { noteFetch } from "./feed-fetches.server";
import { openFeed } from "./open-feed.server";

const REFRESH_WISH_HOURS = 4;
const FREE_BUSY_DAYS = 90;

export type FeedFile = {
  readonly bytes: Buffer;
  /** Both from what the calendar holds, never from the clock. */
  readonly etag: string;
  readonly changedAt: DateTime;
};

/** A calendar's bytes and what they are known by. */
export function madeFile(bytes: Buffer, changes: readonly DateTime[], madeAt: DateTime): FeedFile {
  return {
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 32)}"`,
    changedAt: DateTime.max(madeAt, ...changes),
  };
}

/**
 * The calendar behind a feed's secret, or when its owner is taken (`ifb`). Null for an unknown secret. Whoever fetches is
 * noted by the name of his program.
 */
export async function fetchFeed(
  deps: Deps,
  secret: string,
  kind: "ics" | "ifb",
  userAgent: string,
): Promise<FeedFile | null> {
  const feed = await openFeed(deps, secret);
  if (!feed) return null;
  const contents = await feedContents(deps, feed);
  if (!feed.isRevoked) await noteFetch(deps, feed, feedClient(userAgent));
  const changes = contents.entries.map((one) => one.changedAt);
  const bytes =
    kind === "ics"
      ? feedFile(contents.name, REFRESH_WISH_HOURS, contents.entries)
      : freeBusy(deps, feed.tokenId, contents, DateTime.max(feed.madeAt, ...changes));
  return madeFile(bytes, changes, feed.madeAt);
}

function freeBusy(deps: Deps, tokenId: string, { name, entries }: FeedContents, stamp: DateTime): Buffer {
  const from = DateTime.fromISO(courtDay(deps.clock.now()), { zone: "Asia/Shanghai" });
  const to = from.plus({ days: FREE_BUSY_DAYS });
  return freeBusyFile({
    uid: `${tokenId}-busy@tiaosu`,
    stamp,
    organizer: { name, address: `calendar@${new URL(deps.publicUrl).hostname}` },
    from,
    to,
    busy: entries.filter((one) => one.start < to && one.end > from),
  });
}

/** One session as a file to take along; nobody is invited by it and no name is in it. */
export function sessionFile(of: {
  sessionId: string;
  number: string;
  startAt: string;
  endAt: string;
  place: string;
  changedAt: DateTime;
}): Buffer {
  const [say, title] = [textFor("zh-CN", notices), textFor("zh-CN", sessionNotices)];
  return downloadFile({
    uid: `${of.sessionId}@tiaosu`,
    sequence: 0,
    changedAt: of.changedAt,
    start: DateTime.fromISO(of.startAt),
    end: DateTime.fromISO(of.endAt),
    summary: title("summary", { number: of.number }),
    description: say("number", { number: of.number }),
    location: of.place,
    status: "CONFIRMED",
  });
}
