import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { SIDES } from "~/domain/cases/sides";
import { PHASE_OF } from "~/domain/cases/stages";
import { isSameValue } from "~/domain/elements/element-values";
import { answersSchema, elementsOf } from "~/domain/elements/sheet";
import { responsesSchema } from "~/domain/elements/sheet-comparison";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { Forbidden, verb } from "./command.server";
import { filledSheet } from "./element-answers.server";
import { fieldErrors } from "./field-errors.server";
import { actorIdOf } from "./record.server";

/**
 * Keeps what one side says to each element of its case's sheet, as a version of its own: the claimant answers, the
 * respondent says how he stands to that. `answers` by `block.element`, money in fen, shares as decimals. The court enters
 * either side's from paper; a side enters its own. Refuses with staleVersion where somebody saved since `version` (0: nothing
 * was there), wrongStage once the case has left mediation, invalidInput with a fault at each element, and incomplete where
 * the cause has no sheet.
 */
export const fillElements = verb({
  name: "fill-elements",
  ability: "fill-elements",
  input: z.object({
    caseId: idText,
    side: z.enum(SIDES),
    version: z.coerce.number().int().min(0),
    answers: z.record(z.string(), z.unknown()),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const row = command.theCase();
    if (actor.kind === "party" && actor.side !== input.side) throw new Forbidden("fill-elements");
    if (!["intake", "mediation"].includes(PHASE_OF[row.stage])) return refuse("wrongStage");
    const filled = await filledSheet(tx, row);
    if (!filled) return refuse("incomplete");
    const { sheet } = filled;
    const standing = filled[input.side];
    const read =
      input.side === "claimant"
        ? answersSchema(sheet).safeParse(input.answers)
        : responsesSchema(sheet).safeParse(input.answers);
    if (!read.success) return refuse("invalidInput", { fields: fieldErrors(read.error) });
    if (standing.version !== input.version) return refuse("staleVersion");
    const [before, after] = [standing.answers, read.data] as const;
    const changed = elementsOf(sheet)
      .map(({ name }) => name)
      .filter((name) => !isSame(before[name], after[name]));
    const version = standing.version + 1;
    const { side } = input;
    await tx.insert(schema.elementAnswers).values({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      sheetKey: sheet.key,
      side,
      version,
      answers: after,
      savedById: actorIdOf(actor),
      savedAt: now,
    });
    // Which elements, never what was said to them.
    await command.record({ caseId: row.id, data: { side, version, sheet: sheet.key, changed } });
    return ok({ version });
  },
});

const isSame = (a: unknown, b: unknown): boolean =>
  isSameValue(JSON.parse(JSON.stringify(a ?? null)), JSON.parse(JSON.stringify(b ?? null)));
