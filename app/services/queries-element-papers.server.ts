import { DateTime } from "luxon";
import { z } from "zod";
import { mediaTypes } from "~/adapters/file-kinds";
import { SIDES } from "~/domain/cases/sides";
import * as words from "~/i18n/elements";
import { textFor } from "~/i18n/text";
import { idText } from "./case-act.server";
import { caseHead } from "./case-head.server";
import { NotFound } from "./command.server";
import { courtDay } from "./deps.server";
import { documentBytes } from "./documents.server";
import { filledSheet } from "./element-answers.server";
import { answerPaper, complaintPaper } from "./element-papers.server";
import { isInCircle } from "./mediation-circle.server";
import { fileQuery, query } from "./query.server";

/** The court day of a version, YYYY-MM-DD; a paper bears the day on which its side said so. */
const savedOn = (savedAt: string | null): string | null => savedAt && courtDay(DateTime.fromISO(savedAt));

/**
 * One side of a case's element sheet as the court's own form: the claimant's as the complaint, the respondent's as the
 * answer. Whoever does not mediate gets what was handed in.
 * @throws NotFound where the cause has no sheet
 */
export const elementPaperQuery = fileQuery({
  name: "element-paper",
  ability: "view-case",
  input: z.object({ caseId: idText, side: z.enum(SIDES).default("claimant") }),
  run: async (question) => {
    const { tx, actor, input } = question;
    const row = question.theCase();
    const filled = await filledSheet(tx, row, { pleaded: !isInCircle(actor) });
    if (!filled) throw new NotFound("element-sheet");
    const head = await caseHead(tx, row);
    const on = savedOn(filled[input.side].savedAt);
    const options = on ? { on } : {};
    const bytes =
      input.side === "claimant"
        ? await documentBytes(question, row, "elementComplaint", complaintPaper(head, filled), options)
        : await documentBytes(question, row, "elementAnswer", answerPaper(head, filled), options);
    const title = textFor("zh-CN", words)(`pleading.${input.side}`);
    return { name: `${title}（${filled.sheet.zh}）.docx`, type: mediaTypes.docx, bytes };
  },
});

/** The rows of the same two papers, for a page that a browser prints. Null where the cause has no sheet. */
export const elementPrintQuery = query({
  name: "element-print",
  ability: "view-case",
  input: z.object({ caseId: idText }),
  run: async (question) => {
    const { tx, actor } = question;
    const row = question.theCase();
    const filled = await filledSheet(tx, row, { pleaded: !isInCircle(actor) });
    if (!filled) return { complaint: null, answer: null, savedOn: null };
    const head = await caseHead(tx, row);
    const { claimant, respondent } = filled;
    return {
      complaint: complaintPaper(head, filled),
      answer: answerPaper(head, filled),
      savedOn: { claimant: savedOn(claimant.savedAt), respondent: savedOn(respondent.savedAt) },
    };
  },
});
