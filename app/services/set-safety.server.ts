import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { SAFETY_KINDS } from "~/domain/scheduling/safety";
import { flag, idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { place } from "./personal.server";
import { actorIdOf } from "./record.server";
import { safetyOf } from "./session-arrivals.server";
import { tellArrival } from "./told-arrival.server";

/**
 * Notes for staff alone that the sides must not meet: whom to protect, how much earlier that side comes and where it
 * waits, and whether a bailiff is asked for. It learns its own arrival; the other side learns nothing. A second note takes
 * the first one's place.
 */
export const setSafety = verb({
  name: "set-safety",
  ability: "set-safety",
  input: z.object({
    caseId: idText,
    kind: z.enum(SAFETY_KINDS),
    protectedPartyId: idText,
    apartMinutes: z.coerce.number().int().min(0).max(120, "tooLong").default(20),
    waitingRoomId: idText.nullish(),
    bailiff: flag.default(false),
    words: z.string().trim().max(500, "tooLong").default(""),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor, deps } = command;
    const parties = await partiesOfCase(tx, courtId, input.caseId);
    if (!parties.some((party) => party.id === input.protectedPartyId))
      return refuse("partyUnknown", { fields: { protectedPartyId: ["notChosen"] } });
    const r = schema.rooms;
    const rooms = input.waitingRoomId
      ? await tx
          .select({ id: r.id })
          .from(r)
          .where(and(eq(r.courtId, courtId), eq(r.id, input.waitingRoomId), eq(r.active, true)))
      : [];
    if (input.waitingRoomId && !rooms.length)
      return refuse("invalidInput", { fields: { waitingRoomId: ["notChosen"] } });
    const before = await safetyOf(tx, courtId, input.caseId);
    const f = schema.safetyFlags;
    if (before)
      await tx
        .update(f)
        .set({ endedAt: now })
        .where(and(eq(f.courtId, courtId), eq(f.id, before.id)));
    const id = uuidv7();
    await tx.insert(f).values({
      courtId,
      id,
      caseId: input.caseId,
      kind: input.kind,
      protectedPartyId: input.protectedPartyId,
      apartMinutes: input.apartMinutes,
      waitingRoomId: input.waitingRoomId ?? null,
      bailiff: input.bailiff,
      wordsSealed: input.words ? deps.secrets.seal(input.words, place("safety_flags", "words", id)) : null,
      byId: actorIdOf(actor),
      setAt: now,
    });
    const touched = [input.protectedPartyId, ...(before ? [before.protectedPartyId] : [])];
    const effects = await tellArrival(command, input.caseId, touched);
    await command.record({
      caseId: input.caseId,
      data: { safetyId: id, kind: input.kind, apartMinutes: input.apartMinutes, bailiff: input.bailiff },
      effects,
    });
    return ok({ safetyId: id });
  },
});
