import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { keepAttendances } from "./attendances.server";
import { flag } from "./case-act.server";
import { verb } from "./command.server";
import { happenedShape } from "./happened.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { advanceEach, sessionOf, setSession } from "./session-row.server";
import { effectsOf } from "./transition.server";

/** Nobody could be mediated because a side stayed away; needs proof that the notice reached it (INV 14). */
export const recordNoShow = verb({
  name: "record-no-show",
  ability: "record-no-show",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    absentPartyIds: z.array(z.string().uuid("idMalformed")).min(1, "required").max(100),
    noticeProven: flag.default(false),
    ...happenedShape,
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input } = command;
    const session = await sessionOf(command, input.sessionId);
    if (session.status !== "planned") return refuse("slotUnknown");
    const told = await advanceEach(command, "record-no-show", "recordNoShow", {
      noticeProven: input.noticeProven,
    });
    if (!told.ok) return told;
    const kept = await keepAttendances(
      command,
      input.sessionId,
      input.absentPartyIds.map((partyId) => ({ partyId, status: "absent" as const, identityChecked: false })),
    );
    if (!kept.ok) return kept;
    await setSession(command, input.sessionId, { status: "noShow", endedAt: told.at });
    for (const step of told.steps) {
      await nextSession(command, step.row.id);
      await command.record({
        caseId: step.row.id,
        happenedAt: told.at,
        data: { sessionId: input.sessionId, absent: input.absentPartyIds },
        effects: effectsOf(step),
      });
    }
    return ok({ sessionId: input.sessionId });
  },
});
