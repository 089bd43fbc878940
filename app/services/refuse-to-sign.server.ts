import { z } from "zod";
import { asId, type PartyId } from "~/domain/ids";
import { ok } from "~/domain/result";
import { keepWords } from "./case-act.server";
import { dropPlanned, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";
import { keepTerminationReport, reportShape } from "./termination-report.server";
import { advance, effectsOf } from "./transition.server";

/** A side will not sign: the talks go on, or the mediation has failed (ONL 25). A party's refusal by link keeps the talks open. */
export const refuseToSign = verb({
  name: "refuse-to-sign",
  ability: "refuse-to-sign",
  input: z.object({
    caseId: z.string().uuid("idMalformed"),
    partyId: z.string().uuid("idMalformed").optional(),
    reason: z.string().trim().min(1, "required").max(500, "textTooLong"),
    continueTalks: z.boolean().default(true),
    /** The mediator's report, where the mediation ends by it; it can be written afterwards. */
    report: z.object(reportShape).optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, actor } = command;
    const row = command.theCase();
    const partyId = actor.kind === "party" ? actor.partyId : input.partyId;
    const continueTalks = actor.kind === "party" || input.continueTalks;
    const step = await advance(command, row, {
      event: "refuseToSign",
      input: {
        reason: input.reason,
        continueTalks,
        ...(partyId ? { partyId: asId<PartyId>(partyId) } : {}),
      },
      change: continueTalks ? {} : { mediationEnd: "refusedToSign", fee: feeAfterFailure(row) },
    });
    if (!step.ok) return step;
    let cancelled: Awaited<ReturnType<typeof dropPlanned>> = [];
    if (!continueTalks) {
      cancelled = await dropPlanned(command, row.id, "ended");
      if (input.report && actor.kind === "user")
        await keepTerminationReport(command, step.row, actor.userId, input.report);
    }
    await keepWords(command, row.id, input.reason);
    await command.record({
      caseId: row.id,
      data: { partyId: partyId ?? null, continueTalks },
      effects: [
        // The report goes out when there is one.
        ...effectsOf(step, {}, (effect) => effect !== "sendTerminationReport" || input.report !== undefined),
        ...cancelled,
      ],
    });
    return ok({ stage: step.row.stage });
  },
});
