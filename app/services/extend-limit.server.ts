import { z } from "zod";
import { extendByRule } from "~/domain/cases/clock-extensions";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import { explainClock, isOver } from "~/domain/cases/clocks";
import { ok, refuse } from "~/domain/result";
import { heldCalendar } from "./calendar.server";
import { caseShape, idText, keepWords, words } from "./case-act.server";
import { refreshDue } from "./case-due.server";
import { asClock, runningClocks, storeClock } from "./clocks.server";
import { verb } from "./command.server";
import { happened } from "./happened.server";
import { missingEvidence } from "./late-evidence.server";

/**
 * The president, or above him the upper court, lengthens the time for deciding on a confirmation or for a trial (JC11 5,
 * CPL 164, 168, 152): by what the rule allows, in its unit, and approved before the end. Where an approval in time is
 * entered afterwards, it comes with its scan and the reason.
 */
export const extendLimit = verb({
  name: "extend-limit",
  ability: "extend-limit",
  input: z.object({
    ...caseShape,
    clockId: idText,
    /** In the unit that the rule's extension is measured in: days for T13, months for T18, T19, T20. */
    length: z.coerce.number().int().min(1, "tooLow").max(60, "tooHigh"),
    approvedBy: z.enum(["president", "upperCourt"]).default("president"),
    reason: words,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, today, verbName } = command;
    const row = command.theCase();
    const clock = (await runningClocks(tx, courtId, row.id)).find((one) => one.id === input.clockId);
    if (!clock) return refuse("notFound");
    const calendar = await heldCalendar(tx, courtId);
    const before = explainClock(asClock(clock), calendar, today);
    const missing = input.happenedAt && isOver(before, now) ? await missingEvidence(command, row) : null;
    if (missing) return refuse("lateWithoutReason", { fields: missing });
    const when = await happened(command, row.id, verbName);
    if (!when.ok) return when;
    const unit = CLOCK_RULES[clock.rule].most?.unit ?? clock.unit;
    const longer = extendByRule(
      asClock(clock),
      { length: input.length, unit },
      // What the parties agree to is entered by extend-mediation.
      { givenAt: when.at, dueOn: before.dueOn, allAgreed: false, approvedBy: input.approvedBy },
    );
    if (!longer.ok) return longer;
    const dueOn = await storeClock(tx, clock, longer.clock, calendar, today);
    await refreshDue(command, row.id);
    await keepWords(command, row.id, input.reason);
    await command.record({
      caseId: row.id,
      happenedAt: when.at,
      data: {
        clockId: clock.id,
        rule: clock.rule,
        length: input.length,
        unit,
        approvedBy: input.approvedBy,
        wasDueOn: before.dueOn,
        dueOn,
        ...(when.late ? { late: true } : {}),
      },
    });
    return ok({ caseId: row.id, dueOn });
  },
});
