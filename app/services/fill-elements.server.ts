import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { SIDES } from "~/domain/cases/sides";
import { PHASE_OF } from "~/domain/cases/stages";
import { isSameValue } from "~/domain/elements/element-values";
import { type Answers, answersSchema, elementsOf } from "~/domain/elements/sheet";
import { type Responses, responsesSchema } from "~/domain/elements/sheet-comparison";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { Forbidden, verb } from "./command.server";
import { type Filled, filledSheet } from "./element-answers.server";
import { fieldErrors } from "./field-errors.server";
import { actorIdOf } from "./record.server";

/** Cases leave the sheet as it is once they have left mediation. */
export const FILLED_IN: readonly string[] = ["intake", "mediation"];

/**
 * Keeps what one side says to each element of its case's sheet, as a version of its own: the claimant answers, the
 * respondent says how he stands to that. `answers` by `block.element`, money in fen, shares as decimals. The court enters
 * either side's from paper; a side enters its own. With `only` the rest stays as it was, so that a sheet is filled in block by
 * block. `isPleading` hands the version in as complaint or answer, which the court may read; a claimant's is one unless said
 * otherwise, a respondent's only where said. Refuses with staleVersion where somebody saved since `version` (0: nothing was
 * there) or the claimant since `to`, wrongStage once the case has left mediation, invalidInput with a fault at each element, and incomplete where the
 * cause has no sheet.
 */
export const fillElements = verb({
  name: "fill-elements",
  ability: "fill-elements",
  input: z.object({
    caseId: idText,
    side: z.enum(SIDES),
    version: z.coerce.number().int().min(0),
    answers: z.record(z.string(), z.unknown()),
    /** The claimant's version that a respondent answers. */
    to: z.coerce.number().int().min(0).optional(),
    /** Keys of the blocks that `answers` speaks of; all of them unless given. */
    only: z.array(z.string().max(60)).max(60).optional(),
    isPleading: z.boolean().optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const row = command.theCase();
    if (actor.kind === "party" && actor.side !== input.side) throw new Forbidden("fill-elements");
    if (!FILLED_IN.includes(PHASE_OF[row.stage])) return refuse("wrongStage");
    const filled = await filledSheet(tx, row);
    if (!filled) return refuse("incomplete");
    const { sheet } = filled;
    const standing = filled[input.side];
    const given = { ...keptOf(standing.answers, input.only), ...input.answers };
    const read =
      input.side === "claimant"
        ? answersSchema(sheet).safeParse(given)
        : responsesSchema(sheet).safeParse(given);
    if (!read.success) return refuse("invalidInput", { fields: fieldErrors(read.error) });
    if (standing.newest !== input.version) return refuse("staleVersion");
    const { claimant } = filled;
    if (input.side === "respondent" && input.to !== undefined && input.to !== claimant.newest)
      return refuse("staleVersion");
    const before: Said = standing.answers;
    const after: Said =
      input.side === "claimant" ? read.data : answeredTo(read.data as Responses, input.answers, filled);
    const changed = elementsOf(sheet)
      .map(({ name }) => name)
      .filter((name) => !isSame(before[name], after[name]));
    const version = standing.newest + 1;
    const { side, isPleading = side === "claimant" } = input;
    await tx.insert(schema.elementAnswers).values({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      sheetKey: sheet.key,
      side,
      version,
      answers: after,
      isPleading,
      savedById: actorIdOf(actor),
      savedAt: now,
    });
    // Which elements, never what was said to them.
    await command.record({ caseId: row.id, data: { side, version, sheet: sheet.key, isPleading, changed } });
    return ok({ version });
  },
});

type Said = Answers | Responses;

/** Each response with what it answers: what the claimant says now, or said when it was given. */
function answeredTo(responses: Responses, given: object, { claimant, respondent }: Filled): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([name, one]) => [
      name,
      {
        ...one,
        to: name in given ? (claimant.answers[name] ?? null) : (respondent.answers[name]?.to ?? null),
      },
    ]),
  );
}

const blockOf = (name: string): string => name.slice(0, name.indexOf("."));

/** What stands of the blocks that nothing is said of now. */
const keptOf = (standing: object, only: readonly string[] | undefined): Record<string, unknown> =>
  only === undefined
    ? {}
    : Object.fromEntries(Object.entries(standing).filter(([name]) => !only.includes(blockOf(name))));

const isSame = (a: unknown, b: unknown): boolean =>
  isSameValue(JSON.parse(JSON.stringify(a ?? null)), JSON.parse(JSON.stringify(b ?? null)));
