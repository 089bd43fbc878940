import { schema } from "#db/client";
import type { FeedClient } from "~/domain/notices/feeds";
import type { Deps } from "./deps.server";
import type { OpenFeed } from "./open-feed.server";

/** Notes which program fetched a feed, and when: its owner sees how old his copy may be. No act of anybody. */
export async function noteFetch(deps: Deps, feed: OpenFeed, client: FeedClient): Promise<void> {
  const f = schema.feedFetches;
  const at = deps.clock.now();
  await deps.db.withCourt(feed.courtId, (tx) =>
    tx
      .insert(f)
      .values({ courtId: feed.courtId, tokenId: feed.tokenId, client, at })
      .onConflictDoUpdate({ target: [f.courtId, f.tokenId, f.client], set: { at } }),
  );
}
