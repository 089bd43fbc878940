/** How much a feed says: when only, with the case's number and place, or all that its own person sees. */
export const FEED_DETAILS = ["busy", "number", "full"] as const;
export type FeedDetail = (typeof FEED_DETAILS)[number];

/** A room's feed hangs on walls and in other people's programs: it never says all. */
export const ROOM_FEED_DETAILS = ["busy", "number"] as const satisfies readonly FeedDetail[];

export const FEED_CLIENTS = ["apple", "google", "outlook", "thunderbird", "caldav", "other"] as const;
export type FeedClient = (typeof FEED_CLIENTS)[number];

const MARKS: readonly (readonly [FeedClient, RegExp])[] = [
  ["thunderbird", /thunderbird|lightning/i],
  ["google", /google/i],
  ["outlook", /outlook|microsoft|exchange|ms-office/i],
  ["caldav", /davx5|davdroid|vdirsyncer|caldav/i],
  ["apple", /ios\/|iphone|ipad|mac ?os|dataaccessd|calendaragent|darwin/i],
];

/** Which program a User-Agent names; what nobody knows is `other`. */
export const feedClient = (userAgent: string): FeedClient =>
  MARKS.find(([, mark]) => mark.test(userAgent))?.[0] ?? "other";

/** After so many hours at the latest a program asks again, by its maker's habit. */
export const REFRESH_HOURS: Readonly<Record<FeedClient, number>> = {
  apple: 24 * 7,
  google: 24,
  outlook: 24,
  thunderbird: 1,
  caldav: 4,
  other: 24,
};
