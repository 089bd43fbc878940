import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { feedShown } from "./feed-tokens.server";
import { query } from "./query.server";

/** The asker's own feed: how much it says, and which program fetched it when. Its address is known to nobody any more. */
export const feedQuery = query({
  name: "feed",
  ability: "manage-feed",
  input: z.object({}),
  run: async ({ tx, actor, courtId, now }) => ({
    room: null,
    feed: actor.kind === "user" ? await feedShown(tx, courtId, { personId: actor.userId }, now) : null,
  }),
});

/** A room's feed, for those who look after rooms. */
export const roomFeedQuery = query({
  name: "room-feed",
  ability: "manage-rooms",
  input: z.object({ roomId: z.string().uuid("idMalformed") }),
  run: async ({ tx, courtId, now, input }) => {
    const r = schema.rooms;
    const [room] = await tx
      .select({ id: r.id, name: r.name, nameEn: r.nameEn })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.id, input.roomId)));
    return {
      room: room ?? null,
      feed: room ? await feedShown(tx, courtId, { roomId: room.id }, now) : null,
    };
  },
});
