import { and, asc, eq, isNull } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { maySeeMaterial } from "~/domain/mediation/materials";
import type { Actor } from "~/domain/policy/actor";
import type { CaseRow } from "./command.server";
import { isInCircle } from "./mediation-circle.server";
import { actorIdOf } from "./record.server";

export type MaterialRow = typeof schema.materials.$inferSelect;

const isSeenBy = (row: MaterialRow, actor: Actor): boolean =>
  maySeeMaterial(
    { kind: row.kind, reach: row.reach, side: row.side, isOwn: row.byId === actorIdOf(actor) },
    { side: actor.kind === "party" ? actor.side : null, isInCircle: isInCircle(actor) },
  );

/** What was handed in to a case and not taken back, as this actor may see it, oldest first. */
export async function readableMaterials(
  tx: Tx,
  actor: Actor,
  { courtId, id }: Pick<CaseRow, "courtId" | "id">,
): Promise<MaterialRow[]> {
  const m = schema.materials;
  const rows = await tx
    .select()
    .from(m)
    .where(and(eq(m.courtId, courtId), eq(m.caseId, id), isNull(m.withdrawnAt)))
    .orderBy(asc(m.handedInAt), asc(m.id));
  return rows.filter((row) => isSeenBy(row, actor));
}

/** Whether a file that may have been handed in may be fetched by its id: yes where it is no material. */
export async function mayReadMaterial(
  tx: Tx,
  actor: Actor,
  courtId: string,
  fileId: string,
): Promise<boolean> {
  const m = schema.materials;
  const [row] = await tx
    .select()
    .from(m)
    .where(and(eq(m.courtId, courtId), eq(m.fileId, fileId)));
  return !row || (row.withdrawnAt === null && isSeenBy(row, actor));
}
