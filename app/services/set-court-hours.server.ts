import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { courtHoursShape, effectOfHours } from "./court-hours-change.server";
import { lockSettings, putSetting } from "./dated-setting.server";
import { settingsOn } from "./settings.server";

/**
 * The hours in which the court is open, by season: a week for dates from today or a later day on. Answers the planned
 * sessions that now lie outside; nothing is moved.
 */
export const setCourtHours = verb({
  name: "set-court-hours",
  ability: "load-calendar",
  input: courtHoursShape,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const { validFrom, validTo = null, hours } = input;
    if (validFrom < today) return refuse("invalidInput", { fields: { validFrom: ["inPast"] } });
    await lockSettings(tx, courtId);
    const settings = await settingsOn(tx, courtId, today);
    const { courtHours, outside } = await effectOfHours({ tx, courtId, settings }, input);
    // In force at once, each row with its own dates: what is searched today may lie in another season.
    await putSetting(tx, courtId, "courtHours", today, courtHours);
    await command.record({ data: { validFrom, validTo, intervals: hours.length, outside: outside.length } });
    return ok({ outside });
  },
});
