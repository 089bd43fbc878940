import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import type { FieldErrors } from "~/domain/result";
import type { CaseRow, Command } from "./command.server";

type Late = { lateReason?: string | undefined; evidenceFileId?: string | undefined };

/** What an extension entered after the end lacks: its reason, and the scan of what was signed, in this case's file. */
export async function missingEvidence(
  { tx, courtId, input }: Command<Late>,
  row: CaseRow,
): Promise<FieldErrors | null> {
  const f = schema.files;
  const scans = input.evidenceFileId
    ? await tx
        .select({ id: f.id })
        .from(f)
        .where(and(eq(f.courtId, courtId), eq(f.caseId, row.id), eq(f.id, input.evidenceFileId)))
    : [];
  const fields = {
    ...(input.lateReason ? {} : { lateReason: ["required"] }),
    ...(scans.length ? {} : { evidenceFileId: ["required"] }),
  };
  return Object.keys(fields).length ? fields : null;
}
