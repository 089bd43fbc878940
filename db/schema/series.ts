import { foreignKey, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, courtId, id, instant } from "../types";
import { cases } from "./cases";

/** Look-alike cases of one creditor and one form of contract, kept together. */
export const series = pgTable(
  "series",
  {
    courtId: courtId(),
    id: id(),
    name: text().notNull(),
    /** The form of contract, as the court calls it. */
    contractForm: text().notNull(),
    creditorName: text().notNull(),
    /** The claimant's identity as its blind index: what the cases have in common. */
    creditorIndex: bytes().notNull(),
    causeCode: text().notNull(),
    madeById: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] })],
);

/** Which cases belong to which series; a case to one at most. */
export const seriesCases = pgTable(
  "series_cases",
  { courtId: courtId(), caseId: id(), seriesId: id(), addedAt: instant().notNull() },
  (t) => [
    primaryKey({ columns: [t.courtId, t.caseId] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
    foreignKey({ columns: [t.courtId, t.seriesId], foreignColumns: [series.courtId, series.id] }),
    index("series_cases_series").on(t.courtId, t.seriesId),
  ],
);
