import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { bookableOf } from "./bookable.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { lyingOutside } from "./lying-outside.server";

const instantText = z.iso.datetime({ offset: true, message: "timeInvalid" });
const MOST_DAYS = 366;

/** Leave of one of the court's people, or a room that is closed for a while, which has to say why. */
export const addLeave = verb({
  name: "add-leave",
  ability: "manage-availability",
  input: z
    .object({
      resourceId: idText.optional(),
      startAt: instantText,
      endAt: instantText,
      /** A person's own; shown to nobody else. */
      reason: z.string().trim().max(200, "tooLong").optional(),
    })
    .superRefine((input, context) => {
      const [from, to] = [DateTime.fromISO(input.startAt), DateTime.fromISO(input.endAt)];
      if (to <= from) context.addIssue({ code: "custom", path: ["endAt"], message: "endBeforeStart" });
      else if (to.diff(from, "days").days > MOST_DAYS)
        context.addIssue({ code: "custom", path: ["endAt"], message: "periodTooLong" });
    }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, actor, now } = command;
    const one = await bookableOf(command, input.resourceId);
    const { resourceId } = one;
    const during = { start: DateTime.fromISO(input.startAt), end: DateTime.fromISO(input.endAt) };
    if (during.end <= now) return refuse("invalidInput", { fields: { endAt: ["inPast"] } });
    if (one.kind === "room" && !input.reason)
      return refuse("invalidInput", { fields: { reason: ["required"] } });
    const id = uuidv7();
    await tx.insert(schema.absences).values({
      courtId,
      id,
      resourceId,
      during,
      reason: input.reason || null,
      toldBy: actor.kind,
      toldAt: now,
    });
    await command.record({
      data: {
        absenceId: id,
        resourceId,
        startAt: during.start.toUTC().toISO(),
        endAt: during.end.toUTC().toISO(),
      },
    });
    return ok({ absenceId: id, resourceId, outside: await lyingOutside(command, one) });
  },
});
