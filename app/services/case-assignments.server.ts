import { and, desc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";

/** Every assignment of the case, the latest first, with disclosures and consents to go on. */
export async function assignmentsShown(tx: Tx, row: CaseRow) {
  const a = schema.assignments;
  const rows = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)))
    .orderBy(desc(a.offeredAt), desc(a.id));
  if (!rows.length) return [];
  const ids = rows.map((one) => one.id);
  const d = schema.disclosures;
  const disclosures = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, row.courtId), inArray(d.assignmentId, ids)));
  const c = schema.consents;
  const goOn = await tx
    .select({ partyId: c.partyId, subjectId: c.subjectId, decision: c.decision })
    .from(c)
    .where(and(eq(c.courtId, row.courtId), eq(c.caseId, row.id), eq(c.kind, "goOn")));
  const o = schema.organisations;
  const orgs = await tx
    .select({ id: o.id, name: o.name, nameEn: o.nameEn })
    .from(o)
    .where(eq(o.courtId, row.courtId));
  const names = await namesOfPeople(
    tx,
    row.courtId,
    rows.flatMap((one) => [one.mediatorId, one.lawyerId].filter((id) => id !== null)),
  );
  return rows.map((one) => ({
    assignmentId: one.id,
    status: one.status,
    mode: one.mode,
    org: orgs.find((org) => org.id === one.orgId) ?? null,
    mediator: one.mediatorId
      ? (names.get(one.mediatorId) ?? { id: one.mediatorId, name: "", nameEn: "" })
      : null,
    lawyer: one.lawyerId ? (names.get(one.lawyerId) ?? { id: one.lawyerId, name: "", nameEn: "" }) : null,
    lawyerPart: one.lawyerPart,
    reason: one.reason,
    candidates: one.candidates,
    offeredAt: one.offeredAt.toUTC().toISO(),
    materialsSignedAt: one.materialsSignedAt?.toUTC().toISO() ?? null,
    acceptedAt: one.acceptedAt?.toUTC().toISO() ?? null,
    endedAt: one.endedAt?.toUTC().toISO() ?? null,
    endCode: one.endCode,
    endReason: one.endReason,
    disclosures: disclosures
      .filter((disclosure) => disclosure.assignmentId === one.id)
      .map(({ personId, relation, words, level, madeAt }) => ({
        personId,
        relation,
        words,
        level,
        madeAt: madeAt.toUTC().toISO(),
      })),
    goOn: goOn
      .filter((consent) => consent.subjectId === one.id)
      .map(({ partyId, decision }) => ({ partyId, decision })),
  }));
}
