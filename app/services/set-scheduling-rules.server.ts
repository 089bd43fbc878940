import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { RULE_NAMES } from "~/domain/scheduling/court-rules";
import { verb } from "./command.server";
import { lockSettings, putSetting } from "./dated-setting.server";
import { rulesShape } from "./scheduling-rules.server";
import { settingsOn } from "./settings.server";

/**
 * How the court plans its sessions from a day on: the way to a time, lengths, notice, holds, horizon, and what makes one
 * free time better than another. Nothing that is booked or offered already changes.
 */
export const setSchedulingRules = verb({
  name: "set-scheduling-rules",
  ability: "manage-court",
  input: rulesShape.extend({
    /** Today or later, YYYY-MM-DD court time. */
    validFrom: z.iso.date("dateInvalid"),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, today } = command;
    const { validFrom, ...rules } = command.input;
    if (validFrom < today) return refuse("invalidInput", { fields: { validFrom: ["inPast"] } });
    await lockSettings(tx, courtId);
    const before = await settingsOn(tx, courtId, validFrom);
    const changed = RULE_NAMES.filter(
      (name) => rules[name] !== undefined && !isDeepStrictEqual(rules[name], before[name]),
    );
    for (const name of changed) await putSetting(tx, courtId, name, validFrom, rules[name] as never);
    const said = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
    await command.record({
      data: {
        validFrom,
        changed: changed.map((name) => `${name} ${said(before[name])} ${said(rules[name])}`),
      },
    });
    return ok({ validFrom, changed });
  },
});
