import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { place } from "./personal.server";
import { query } from "./query.server";
import { safetyOf } from "./session-arrivals.server";

/** Whether and why the sides of a case must not meet, and the rooms where one could wait. Staff only. */
export const caseSafetyQuery = query({
  name: "case-safety",
  ability: "view-safety",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async ({ tx, courtId, input, deps }) => {
    const flag = await safetyOf(tx, courtId, input.caseId);
    const r = schema.rooms;
    const rooms = await tx
      .select({ id: r.id, name: r.name, nameEn: r.nameEn })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.active, true)))
      .orderBy(asc(r.nameEn));
    return {
      flag: flag && {
        kind: flag.kind,
        protectedPartyId: flag.protectedPartyId,
        apartMinutes: flag.apartMinutes,
        waitingRoomId: flag.waitingRoomId,
        bailiff: flag.bailiff,
        words: flag.wordsSealed
          ? deps.secrets.openText(flag.wordsSealed, place("safety_flags", "words", flag.id))
          : "",
      },
      rooms,
    };
  },
});
