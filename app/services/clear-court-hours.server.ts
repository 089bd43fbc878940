import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { effectWithoutSeason } from "./court-hours-change.server";
import { lockSettings, putSetting } from "./dated-setting.server";
import { settingsOn } from "./settings.server";

/** The day on which a season of the court's hours is to begin, YYYY-MM-DD court time. */
export const seasonShape = z.object({ validFrom: z.iso.date("dateInvalid") });

/**
 * Takes back a season of the court's hours before it has begun: what holds before it goes on. Answers the planned sessions
 * that now lie outside; nothing is moved.
 */
export const clearCourtHours = verb({
  name: "clear-court-hours",
  ability: "load-calendar",
  input: seasonShape,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const { validFrom } = input;
    if (validFrom <= today) return refuse("invalidInput", { fields: { validFrom: ["inPast"] } });
    await lockSettings(tx, courtId);
    const settings = await settingsOn(tx, courtId, today);
    const effect = await effectWithoutSeason({ tx, courtId, settings }, validFrom);
    if (!effect) return refuse("notFound");
    const { courtHours, outside, validTo } = effect;
    await putSetting(tx, courtId, "courtHours", today, courtHours);
    await command.record({ data: { validFrom, validTo, outside: outside.length } });
    return ok({ validFrom, validTo, outside });
  },
});
