import { z } from "zod";
import { missingIn } from "~/domain/elements/sheet";
import { idText } from "./case-act.server";
import { filledSheet } from "./element-answers.server";
import { query } from "./query.server";

/**
 * A case's element sheet with what each side said: for its staff and for both sides, as a complaint and an answer are.
 * `sheetKey` null where the cause has none; the comparison follows from the answers. `missing`: names that the official
 * form cannot do without.
 */
export const caseElementsQuery = query({
  name: "case-elements",
  ability: "view-case",
  input: z.object({ caseId: idText }),
  run: async (question) => {
    const row = question.theCase();
    const filled = await filledSheet(question.tx, row);
    if (!filled) return { sheetKey: null, claimant: null, respondent: null, missing: [] };
    const { sheet, claimant, respondent } = filled;
    return {
      sheetKey: sheet.key,
      claimant,
      respondent,
      missing: missingIn(sheet, claimant.answers).map(({ name }) => name),
    };
  },
});
