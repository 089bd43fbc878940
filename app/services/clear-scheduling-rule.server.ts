import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { RULE_NAMES } from "~/domain/scheduling/court-rules";
import { verb } from "./command.server";
import { dropSetting, lockSettings } from "./dated-setting.server";

/** Takes back a rule for planning sessions before its day has come: what holds before it goes on. */
export const clearSchedulingRule = verb({
  name: "clear-scheduling-rule",
  ability: "manage-court",
  input: z.object({
    rule: z.enum(RULE_NAMES, "notChosen"),
    /** The day from which the rule was to hold; later than today, YYYY-MM-DD court time. */
    validFrom: z.iso.date("dateInvalid"),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, today } = command;
    const { rule, validFrom } = command.input;
    if (validFrom <= today) return refuse("invalidInput", { fields: { validFrom: ["inPast"] } });
    await lockSettings(tx, courtId);
    if (!(await dropSetting(tx, courtId, rule, validFrom))) return refuse("notFound");
    await command.record({ data: { rule, validFrom } });
    return ok({ rule, validFrom });
  },
});
