import { and, asc, eq } from "drizzle-orm";
import { schema } from "#db/client";
import type { InstantRange } from "#db/types";
import { conflicts } from "~/domain/scheduling/conflicts";
import { toMinutes } from "~/domain/scheduling/minutes";
import type { Question } from "./query.server";
import { snapshotOf, type Wanted } from "./scheduling-snapshot.server";

const WEEK_MINUTES = 7 * 1440;

/** Lawyers of the roster who do not come to a session yet; `isFree`: nothing of theirs stands in the way of its time. */
export async function lawyersBeside(
  { tx, courtId, now, settings }: Pick<Question<unknown>, "tx" | "courtId" | "now" | "settings">,
  during: InstantRange | null,
  comes: ReadonlySet<string>,
) {
  const r = schema.rosterMembers;
  const rows = await tx
    .select({ id: r.personId, name: r.name, nameEn: r.nameEn, firm: r.firm })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.kind, "lawyer"), eq(r.active, true)))
    .orderBy(asc(r.name));
  const beside = rows.filter((one) => !comes.has(one.id));
  if (!during || !beside.length) return beside.map((one) => ({ ...one, isFree: false }));
  const interval = { from: toMinutes(during.start), to: toMinutes(during.end) };
  const wanted = beside.map(
    (one): Wanted => ({
      resourceId: one.id,
      homeId: one.id,
      kind: "lawyer",
      label: one.name,
      labelEn: one.nameEn,
    }),
  );
  const around = { from: interval.from - WEEK_MINUTES, to: interval.to + WEEK_MINUTES };
  const snapshot = await snapshotOf(tx, courtId, wanted, around, now, settings);
  return beside
    .map((one) => ({ ...one, isFree: conflicts(snapshot, interval, [one.id]).length === 0 }))
    .sort((a, b) => Number(b.isFree) - Number(a.isFree));
}
