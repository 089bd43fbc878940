import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { bookableOf, lockHours } from "./bookable.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { lyingOutside } from "./lying-outside.server";

/** A whole number in its bounds; an empty field of a form is no limit. */
const limit = (least: number, most: number) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.coerce.number("invalid").int("invalid").min(least, "tooLow").max(most, "tooHigh").nullable(),
  );
const minutes = (most: number) =>
  z.coerce.number("invalid").int("invalid").min(0, "tooLow").max(most, "tooHigh").default(0);

const LIMITS = [
  "maxPerDay",
  "maxPerWeek",
  "bufferBeforeMinutes",
  "bufferAfterMinutes",
  "minimumNoticeMinutes",
  "horizonDays",
] as const;

/**
 * What a person or room takes at most, and what must lie around each session; a room's cleaning is the time after.
 * The version is the one that the page was made from: with an older one nothing is written, and the answer says what
 * the limits are now.
 */
export const setLimits = verb({
  name: "set-limits",
  ability: "manage-availability",
  input: z.object({
    resourceId: idText.optional(),
    version: z.coerce.number().int().min(0),
    maxPerDay: limit(1, 20),
    maxPerWeek: limit(1, 60),
    bufferBeforeMinutes: minutes(240),
    bufferAfterMinutes: minutes(240),
    minimumNoticeMinutes: limit(0, 20_160),
    horizonDays: limit(1, 365),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const one = await bookableOf(command, input.resourceId);
    const { resourceId } = one;
    const standing = await lockHours(tx, courtId, resourceId);
    if (standing.version !== input.version) {
      const changes = LIMITS.filter((name) => standing[name] !== input[name]).map(
        (name) => `${name} ${standing[name] ?? ""}`,
      );
      return refuse("staleVersion", { params: { version: standing.version, changes } });
    }
    const { resourceId: _whose, version: _seen, ...set } = input;
    const version = standing.version + 1;
    const l = schema.resourceLimits;
    await tx
      .update(l)
      .set({ ...set, version })
      .where(and(eq(l.courtId, courtId), eq(l.resourceId, resourceId)));
    await command.record({ data: { resourceId, version, ...set } });
    return ok({ resourceId, version, outside: await lyingOutside(command, one) });
  },
});
