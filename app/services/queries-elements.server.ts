import { z } from "zod";
import { PHASE_OF } from "~/domain/cases/stages";
import { missingIn } from "~/domain/elements/sheet";
import { idText } from "./case-act.server";
import { caseHead, personName } from "./case-head.server";
import { filledSheet, type Version } from "./element-answers.server";
import { FILLED_IN } from "./fill-elements.server";
import { isInCircle } from "./mediation-circle.server";
import { query } from "./query.server";

/**
 * A case's element sheet with what each side said. Both sides and those who mediate see the newest of both; everybody else of
 * the court sees what was handed in as complaint and answer, and nothing that was said on the way to a settlement.
 * `sheetKey` null where the cause has none; the comparison follows from the answers. `missing`: names that the official
 * form cannot do without. `isOpen`: it may still be filled in.
 */
export const caseElementsQuery = query({
  name: "case-elements",
  ability: "view-case",
  input: z.object({ caseId: idText }),
  run: async (question) => {
    const { tx, actor } = question;
    const row = question.theCase();
    const isOpen = FILLED_IN.includes(PHASE_OF[row.stage]);
    const filled = await filledSheet(tx, row, { pleaded: !isInCircle(actor) });
    if (!filled) return { sheetKey: null, claimant: null, respondent: null, missing: [], isOpen };
    const { sheet, claimant, respondent } = filled;
    const { parties } = await caseHead(tx, row);
    /** Who saved it: a side by its own page, or whoever entered it for the court. */
    const told = async <T>({ savedById, ...rest }: Version<T>) => {
      const party = parties.find((one) => one.id === savedById);
      const savedBy = party ? party.name : await personName(tx, row.courtId, savedById);
      return { ...rest, savedBy, isOwn: party !== undefined };
    };
    return {
      sheetKey: sheet.key,
      claimant: await told(claimant),
      respondent: await told(respondent),
      missing: missingIn(sheet, claimant.answers).map(({ name }) => name),
      isOpen,
    };
  },
});
