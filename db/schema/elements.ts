import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import type { Side } from "~/domain/cases/sides";
import type { Answers } from "~/domain/elements/sheet";
import type { Responses } from "~/domain/elements/sheet-comparison";
import { courtId, id, instant } from "../types";
import { cases } from "./cases";

/** One side's answers to a case's element sheet; every saving is a version of its own, and none is changed. */
export const elementAnswers = pgTable(
  "element_answers",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    sheetKey: text().notNull(),
    side: text().$type<Side>().notNull(),
    version: integer().notNull(),
    /** A claimant's answers, a respondent's responses, by `block.element`. */
    answers: jsonb().$type<Answers | Responses>().notNull(),
    /** Handed in as the side's complaint or answer, so that the court may read it; else it stays with those who mediate. */
    isPleading: boolean().notNull().default(false),
    savedById: text().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
    unique("element_answers_once").on(t.courtId, t.caseId, t.side, t.version),
  ],
);
