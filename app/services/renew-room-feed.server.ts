import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ROOM_FEED_DETAILS } from "~/domain/notices/feeds";
import { ok } from "~/domain/result";
import { type Command, Forbidden, NotFound, verb } from "./command.server";
import { replaceFeed, revokeFeeds } from "./feed-tokens.server";

const roomId = z.string().uuid("idMalformed");

async function roomOf({ tx, courtId }: Command<unknown>, id: string): Promise<{ roomId: string }> {
  const r = schema.rooms;
  const [room] = await tx
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.id, id)));
  if (!room) throw new NotFound("room");
  return { roomId: room.id };
}

/** Gives whoever looks after rooms the address of one room's calendar; it names no person. An earlier one is empty from now on. */
export const renewRoomFeed = verb({
  name: "renew-room-feed",
  ability: "manage-rooms",
  answersSecret: true,
  input: z.object({ roomId, detail: z.enum(ROOM_FEED_DETAILS, "notChosen").default("busy") }),
  cases: () => [],
  run: async (command) => {
    const { actor, input } = command;
    if (actor.kind !== "user") throw new Forbidden("renew-room-feed");
    return ok(await replaceFeed(command, actor.userId, await roomOf(command, input.roomId), input.detail));
  },
});

/** Ends the address of a room's calendar: whoever subscribed sees it empty. */
export const revokeRoomFeed = verb({
  name: "revoke-room-feed",
  ability: "manage-rooms",
  input: z.object({ roomId }),
  cases: () => [],
  run: async (command) => {
    const owner = await roomOf(command, command.input.roomId);
    const revoked = await revokeFeeds(command, owner);
    await command.record({ data: { revoked, ...owner } });
    return ok({ revoked: revoked.length });
  },
});
