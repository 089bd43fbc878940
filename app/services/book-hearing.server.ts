import { z } from "zod";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { ok } from "~/domain/result";
import { act, caseShape, idText, recordAct } from "./case-act.server";
import { verb } from "./command.server";

/** Notes when the judge will question the parties or hear the case. The court's own hearing system keeps its rooms; no time is claimed here. */
export const bookHearing = verb({
  name: "book-hearing",
  ability: "book-hearing",
  input: z.object({
    ...caseShape,
    startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
    minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong"),
    mode: z.enum(SESSION_MODES).default("onsite"),
    roomId: idText.nullish(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const acted = await act(command, "book-hearing", { event: "bookHearing" });
    if (!acted.ok) return acted;
    // No invitation stands for a hearing, so the parties are told that there is news, not sent a calendar object.
    const told = { ...acted.step, decision: { ...acted.step.decision, effects: ["notifyParties" as const] } };
    await recordAct(
      command,
      { ...acted, step: told },
      { startAt: input.startAt, minutes: input.minutes, mode: input.mode, roomId: input.roomId ?? null },
    );
    return ok({ caseId: acted.row.id, startAt: input.startAt });
  },
});
