import { z } from "zod";
import { query } from "./query.server";
import { rulesIn, rulesToCome } from "./scheduling-rules.server";
import { settingsOn } from "./settings.server";

/** The court's rules for planning sessions as they hold on a day (without one, today), and what is set for later days. */
export const schedulingRulesQuery = query({
  name: "scheduling-rules",
  ability: "manage-court",
  input: z.object({ validFrom: z.iso.date("dateInvalid").optional() }),
  run: async ({ tx, courtId, today, input }) => {
    const on = input.validFrom && input.validFrom > today ? input.validFrom : today;
    return {
      today,
      on,
      rules: rulesIn(await settingsOn(tx, courtId, on)),
      toCome: await rulesToCome(tx, courtId, today),
    };
  },
});
