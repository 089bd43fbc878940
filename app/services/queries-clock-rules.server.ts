import { z } from "zod";
import { ruleInCourt } from "~/domain/cases/clock-choices";
import { CLOCK_CODES } from "~/domain/cases/clock-codes";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import { query } from "./query.server";

/** Every rule by which this court counts: its article, its length here, who lengthens it, and whether its text was read. */
export const clockRulesQuery = query({
  name: "clock-rules",
  ability: "view-court-calendar",
  input: z.object({}),
  run: async ({ settings }) => ({
    warnDays: settings.clocks.warnDays,
    rules: CLOCK_CODES.map((code) => {
      const rule = CLOCK_RULES[code];
      const here = ruleInCourt(rule, settings.clocks);
      return { ...rule, length: here?.length ?? rule.length, usual: rule.length, isOn: here !== null };
    }),
  }),
});
