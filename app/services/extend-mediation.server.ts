import { z } from "zod";
import { extendClock } from "~/domain/cases/clocks";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import {
  changeClock,
  consentsShape,
  dueOnOf,
  keepConsents,
  mediationClockOf,
} from "./mediation-clock.server";

/** Lengthens the mediation with every party's consent, before it is over (INV 27; 30 days at most after registration, OP25 3). */
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
    const { input, today } = command;
    const row = command.theCase();
    const running = await mediationClockOf(command, row.id);
    if (!running) return refuse("clockExpired");
    const longer = extendClock(running.clock, { length: input.days, unit: running.clock.unit });
    const until = dueOnOf(running, longer, today);
    const acted = await act(command, "extend-mediation", {
      event: "extendMediation",
      input: {
        extensionDays: input.days,
        extensionConsents: input.consents.map((one) => asId<PartyId>(one.partyId)),
        extendedDueOn: until,
      },
    });
    if (!acted.ok) return acted;
    await keepConsents(command, row.id, input.consents, {
      kind: "extension",
      subjectId: running.row.id,
      until,
      at: acted.at,
    });
    const dueOn = await changeClock(command, running, longer);
    await recordAct(command, acted, { days: input.days, dueOn });
    return ok({ ...standing(acted), dueOn });
  },
});
