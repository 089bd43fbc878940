import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Stage } from "~/domain/cases/stages";
import { searchOf } from "./case-search.server";
import { visibleTo } from "./case-visibility.server";
import { courtMarks } from "./numbers.server";
import { query } from "./query.server";

const MOST = 20;

/** Finds a case by number, telephone or identity number, or name (two signs suffice), among those the actor may see. */
export const findCaseQuery = query({
  name: "find-case",
  ability: "view-queue",
  input: z.object({ text: z.string().trim().max(60).catch("") }),
  run: async ({ tx, actor, courtId, input, deps, today }) => {
    const court = await courtMarks(tx, courtId);
    const { by, where } = searchOf(input.text, { secrets: deps.secrets, court, today });
    const rows =
      by === "nothing"
        ? []
        : await tx.execute<{
            id: string;
            registration_no: string;
            case_no: string | null;
            stage: Stage;
            claimant_names: string;
            respondent_names: string;
          }>(sql`
            select c.id, c.registration_no, c.case_no, c.stage, c.claimant_names, c.respondent_names from cases c
            where c.court_id = ${courtId} and (${visibleTo(actor)}) and ${where}
            order by c.closed_at is not null, c.created_at desc limit ${MOST + 1}`);
    return {
      by,
      more: rows.length > MOST,
      found: rows.slice(0, MOST).map((row) => ({
        caseId: row.id,
        registrationNo: row.registration_no,
        caseNo: row.case_no,
        stage: row.stage,
        claimantNames: row.claimant_names,
        respondentNames: row.respondent_names,
      })),
    };
  },
});
