import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { FACILITIES } from "~/domain/scheduling/needs";
import { unmetSessions } from "./access-needs.server";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";

/** What is in a room. Answers which planned sessions there need something that it then lacks; nothing is moved. */
export const setFacilities = verb({
  name: "set-facilities",
  ability: "manage-rooms",
  input: z.object({ roomId: idText, facilities: z.array(z.enum(FACILITIES)).max(FACILITIES.length) }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const r = schema.rooms;
    const facilities = FACILITIES.filter((one) => input.facilities.includes(one));
    const changed = await tx
      .update(r)
      .set({ facilities })
      .where(and(eq(r.courtId, courtId), eq(r.id, input.roomId)))
      .returning({ id: r.id });
    if (!changed.length) throw new NotFound("room");
    await command.record({ data: { roomId: input.roomId, facilities } });
    return ok({
      roomId: input.roomId,
      facilities,
      outside: await unmetSessions(command, { roomId: input.roomId }),
    });
  },
});
