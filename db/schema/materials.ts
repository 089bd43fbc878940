import { foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Side } from "~/domain/cases/sides";
import type { MaterialKind, MaterialReach } from "~/domain/mediation/materials";
import { courtId, id, instant } from "../types";
import { ofCase } from "./cases";
import { files } from "./review";

/** What somebody handed in to a case; taken back it stays as a row, and nobody sees it any more. */
export const materials = pgTable(
  "materials",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    fileId: id(),
    kind: text().$type<MaterialKind>().notNull(),
    title: text().notNull(),
    /** Whose it is; null for what the court put there. */
    partyId: uuid(),
    side: text().$type<Side>(),
    reach: text().$type<MaterialReach>().notNull(),
    byKind: text().notNull(),
    byId: text().notNull(),
    handedInAt: instant().notNull(),
    withdrawnAt: instant(),
    withdrawnById: text(),
  },
  (t) => [
    ...ofCase(t),
    foreignKey({ columns: [t.courtId, t.fileId], foreignColumns: [files.courtId, files.id] }),
    unique("materials_file").on(t.courtId, t.fileId),
    index("materials_case").on(t.courtId, t.caseId),
  ],
);
