import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { warningDue } from "~/domain/cases/clock-warnings";
import { explainClock } from "~/domain/cases/clocks";
import { ok, refuse } from "~/domain/result";
import { courtCalendar } from "./calendar.server";
import { idText } from "./case-act.server";
import { ownersOf } from "./clock-owner.server";
import { asClock, runningClocks } from "./clocks.server";
import { verb } from "./command.server";

/** Warns whoever answers for a clock that its end is near: each warning once, whatever the number of workers. */
export const warnClock = verb({
  name: "warn-clock",
  ability: "keep-clocks",
  input: z.object({ caseId: idText, clockId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, today, settings } = command;
    const row = command.theCase();
    const clock = (await runningClocks(tx, courtId, row.id)).find((one) => one.id === input.clockId);
    if (!clock) return refuse("notFound");
    const sentence = explainClock(asClock(clock), await courtCalendar(tx, courtId), today);
    const warning = warningDue(sentence, settings.clocks.warnDays, clock.warned, now);
    if (!warning) return refuse("alreadyAnswered");
    const k = schema.clocks;
    await tx
      .update(k)
      .set({ warned: [...new Set([...clock.warned, ...warning.marks])] })
      .where(and(eq(k.courtId, courtId), eq(k.id, clock.id)));
    const { dueOn } = sentence;
    await command.record({
      caseId: row.id,
      data: { clockId: clock.id, rule: clock.rule, dueOn, daysLeft: warning.daysLeft },
      effects: [
        {
          effect: "warnClock",
          key: `warnClock:${clock.id}:${dueOn}:${warning.mark}`,
          payload: {
            caseId: row.id,
            rule: clock.rule,
            dueOn,
            daysLeft: warning.daysLeft,
            personIds: await ownersOf(tx, clock, row, now),
          },
        },
      ],
    });
    return ok({ daysLeft: warning.daysLeft });
  },
});
