import { DateTime } from "luxon";
import { z } from "zod";
import { isInTime } from "~/domain/cases/clock-extensions";
import { explainClock, extendClock, isOver } from "~/domain/cases/clocks";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { missingEvidence } from "./late-evidence.server";
import {
  changeClock,
  consentsShape,
  dueOnOf,
  keepConsents,
  mediationClockOf,
} from "./mediation-clock.server";
import { dropDraftReport } from "./termination-report.server";

/**
 * Lengthens the mediation with every party's consent, given before it is over (INV 27; 30 days at most after registration,
 * OP25 3). `happenedAt` is when the last consent was given: one given in time may be entered after the end, with its scan
 * and the reason, as long as nobody has ended the mediation; one given after the end is none (ONL 25(6)).
 */
export const extendMediation = verb({
  name: "extend-mediation",
  ability: "extend-mediation",
  input: z.object({
    ...caseShape,
    /** In the clock's own days. */
    days: z.coerce.number().int().min(1, "tooShort").max(90, "tooLong"),
    consents: consentsShape,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, now, today } = command;
    const row = command.theCase();
    const running = await mediationClockOf(command, row.id);
    if (!running) return refuse("clockExpired");
    const givenAt = input.happenedAt ? DateTime.fromISO(input.happenedAt, { zone: COURT_ZONE }) : now;
    const sentence = explainClock(running.clock, running.calendar, today);
    const inTime = isInTime(givenAt, sentence.dueOn);
    const isLate = inTime && isOver(sentence, now);
    const missing = isLate ? await missingEvidence(command, row) : null;
    if (missing) return refuse("lateWithoutReason", { fields: missing });
    const longer = extendClock(running.clock, { length: input.days, unit: running.clock.unit });
    const until = dueOnOf(running, longer, today);
    const acted = await act(command, "extend-mediation", {
      event: "extendMediation",
      input: {
        extensionDays: input.days,
        extensionConsents: input.consents.map((one) => asId<PartyId>(one.partyId)),
        extendedDueOn: until,
        extensionInTime: inTime,
      },
    });
    if (!acted.ok) return acted;
    await keepConsents(command, row.id, input.consents, {
      kind: "extension",
      subjectId: running.row.id,
      until,
      at: acted.at,
    });
    if (running.row.expiredAt) await dropDraftReport(command, row);
    const dueOn = await changeClock(command, running, longer);
    await recordAct(command, acted, { days: input.days, dueOn });
    return ok({ ...standing(acted), dueOn });
  },
});
