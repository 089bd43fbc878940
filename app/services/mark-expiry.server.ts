import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { endByOn } from "~/domain/cases/clock-warnings";
import { explainClock, isOver } from "~/domain/cases/clocks";
import { ok, refuse } from "~/domain/result";
import { courtCalendar } from "./calendar.server";
import { idText } from "./case-act.server";
import { holdersOf, namedOwner } from "./clock-owner.server";
import { asClock, limitingClock, runningClocks } from "./clocks.server";
import { verb } from "./command.server";
import { withdrawOpenOffer } from "./offers.server";
import { draftExpiryReport } from "./termination-report.server";

/**
 * A mediation's time is over: marked once, its open offer of times is taken back, the report on ending is drafted for
 * signature, one named person has to end it by the next workday, and he and the leaders are told. The mediation itself is
 * ended by a person (end-mediation, expire-mediation), for a consent given in time may still be entered until then.
 */
export const markExpiry = verb({
  name: "mark-expiry",
  ability: "keep-clocks",
  input: z.object({ caseId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, now, today } = command;
    const row = command.theCase();
    const clock = limitingClock(await runningClocks(tx, courtId, row.id));
    if (!clock) return refuse("notFound");
    const calendar = await courtCalendar(tx, courtId);
    const sentence = explainClock(asClock(clock), calendar, today);
    if (clock.expiredAt || !isOver(sentence, now)) return refuse("alreadyAnswered");
    const { dueOn } = sentence;
    const owner = namedOwner(clock, row) ?? (await holdersOf(tx, courtId, "coordinator", now))[0] ?? null;
    const k = schema.clocks;
    await tx
      .update(k)
      .set({ expiredAt: now, ownerId: owner })
      .where(and(eq(k.courtId, courtId), eq(k.id, clock.id)));
    await withdrawOpenOffer(command, row.id);
    const draft = await draftExpiryReport(command, row, dueOn);
    const endBy = endByOn(calendar, dueOn);
    const leaders = await holdersOf(tx, courtId, "leader", now);
    await command.record({
      caseId: row.id,
      data: {
        clockId: clock.id,
        rule: clock.rule,
        dueOn,
        endByOn: endBy,
        ownerId: owner,
        documentId: draft?.documentId ?? null,
      },
      effects: [
        {
          effect: "alertExpiry",
          key: `alertExpiry:${clock.id}:${dueOn}`,
          payload: {
            caseId: row.id,
            rule: clock.rule,
            dueOn,
            endByOn: endBy,
            personIds: [...new Set([...(owner ? [owner] : []), ...leaders])],
          },
        },
      ],
    });
    return ok({ dueOn, endByOn: endBy, ownerId: owner });
  },
});
