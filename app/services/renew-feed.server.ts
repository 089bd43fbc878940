import { z } from "zod";
import { FEED_DETAILS } from "~/domain/notices/feeds";
import { ok } from "~/domain/result";
import { Forbidden, verb } from "./command.server";
import { replaceFeed, revokeFeeds } from "./feed-tokens.server";

/** Gives a person the address of his own calendar, saying as much as he chooses; an earlier one is empty from now on. */
export const renewFeed = verb({
  name: "renew-feed",
  ability: "manage-feed",
  answersSecret: true,
  input: z.object({ detail: z.enum(FEED_DETAILS, "notChosen").default("number") }),
  cases: () => [],
  run: async (command) => {
    const { actor, input } = command;
    if (actor.kind !== "user") throw new Forbidden("renew-feed");
    return ok(await replaceFeed(command, actor.userId, { personId: actor.userId }, input.detail));
  },
});

/** Ends the address of a person's own calendar: whoever subscribed sees it empty. */
export const revokeFeed = verb({
  name: "revoke-feed",
  ability: "manage-feed",
  input: z.object({}),
  cases: () => [],
  run: async (command) => {
    const { actor, record } = command;
    if (actor.kind !== "user") throw new Forbidden("revoke-feed");
    const revoked = await revokeFeeds(command, { personId: actor.userId });
    await record({ data: { revoked } });
    return ok({ revoked: revoked.length });
  },
});
