import { createHash } from "node:crypto";
import type { DateTime } from "luxon";
import { downloadFile } from "~/adapters/feed-file";
import { type FeedClient, feedClient } from "~/domain/notices/feeds";
import type { Deps } from "./deps.server";
import { feedContents, goneSince } from "./feed-entries.server";
import { noteFetch } from "./feed-fetches.server";
import { madeFile } from "./feeds.server";
import { type OpenFeed, openFeed } from "./open-feed.server";

/** One session as a resource of its own. */
export type DavObject = {
  readonly name: string;
  readonly etag: string;
  readonly bytes: Buffer;
  readonly changedAt: DateTime;
  readonly start: DateTime;
  readonly end: DateTime;
};

/** A person's sessions as a calendar that is only read. */
export type DavCalendar = {
  readonly login: string;
  readonly name: string;
  /** Another one as soon as anything in it is. */
  readonly mark: string;
  readonly objects: readonly DavObject[];
  /** The instant up to which changes are told; the next question names it. */
  readonly asOf: DateTime;
};

const nameOf = (uid: string) => `${uid.replace(/@.*$/, "")}.ics`;

/** Signs in with a person's sign-in name and the secret of his own feed; null for anything else. */
export async function openDav(deps: Deps, login: string, secret: string): Promise<OpenFeed | null> {
  const feed = await openFeed(deps, secret);
  const isHis = feed && !feed.isRevoked && !feed.roomId && feed.login.toLowerCase() === login.toLowerCase();
  return isHis ? feed : null;
}

/** What the calendar holds now. */
export async function davCalendar(deps: Deps, feed: OpenFeed): Promise<DavCalendar> {
  const asOf = deps.clock.now();
  const { name, entries } = await feedContents(deps, feed);
  const objects = entries.map((entry) => ({
    ...madeFile(downloadFile(entry), [entry.changedAt], feed.madeAt),
    name: nameOf(entry.uid),
    start: entry.start,
    end: entry.end,
  }));
  const all = objects.map((one) => `${one.name} ${one.etag}`).sort();
  const mark = createHash("sha256").update(all.join("\n")).digest("base64url").slice(0, 24);
  return { login: feed.login, name, mark, objects, asOf };
}

/** Writes that were under way at the instant that a program was told. */
const OVERLAP_SECONDS = 60;

export type DavChanges = {
  readonly calendar: DavCalendar;
  readonly changed: readonly DavObject[];
  readonly gone: readonly string[];
};

/** What is new, other or gone since an instant that was told before; some of it may be told twice. */
export async function davChanges(deps: Deps, feed: OpenFeed, told: DateTime): Promise<DavChanges> {
  const calendar = await davCalendar(deps, feed);
  const since = told.minus({ seconds: OVERLAP_SECONDS });
  const here = new Set(calendar.objects.map((one) => one.name));
  const gone = (await goneSince(deps, feed, since)).map(nameOf).filter((name) => !here.has(name));
  return { calendar, changed: calendar.objects.filter((one) => one.changedAt >= since), gone };
}

/** Notes that a program fetched; who does not say its name is some CalDAV client. */
export async function noteDav(deps: Deps, feed: OpenFeed, userAgent: string): Promise<void> {
  const named = feedClient(userAgent);
  const client: FeedClient = named === "other" ? "caldav" : named;
  await noteFetch(deps, feed, client);
}
