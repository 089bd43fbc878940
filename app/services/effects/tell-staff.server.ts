import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import * as notices from "~/i18n/notices";
import { textFor } from "~/i18n/text";
import type { CaseRow } from "../command.server";
import { caseAndCourt, staffAddressee } from "./addressees.server";
import { type Handler, textOf } from "./job.server";
import { postNotice } from "./post-notice.server";

type Who = "mediator" | "coordinator" | "judge";

/** Everybody of the court who holds a role now; an organisation's managers, where one is named. */
async function holders(
  tx: Tx,
  row: CaseRow,
  role: "coordinator" | "orgManager",
  orgId: string | null,
  now: DateTime,
): Promise<string[]> {
  const g = schema.grants;
  const rows = await tx
    .selectDistinct({ id: g.personId })
    .from(g)
    .where(
      and(
        eq(g.courtId, row.courtId),
        eq(g.role, role),
        orgId ? eq(g.orgId, orgId) : undefined,
        lte(g.validFrom, now),
        or(isNull(g.validTo), gt(g.validTo, now)),
      ),
    );
  return rows.map((one) => one.id).sort();
}

/** `named`: whom the act itself names, such as a mediator who has just been replaced and is on the case no more. */
async function peopleFor(tx: Tx, who: Who, row: CaseRow, named: unknown, now: DateTime): Promise<string[]> {
  if (who === "judge") return row.judgeId ? [row.judgeId] : [];
  if (who === "coordinator") return holders(tx, row, "coordinator", null, now);
  if (typeof named === "string") return [named];
  if (row.mediatorId) return [row.mediatorId];
  return row.orgId ? holders(tx, row, "orgManager", row.orgId, now) : [];
}

/** A line to the person whose turn it is: which case, what, and the address of its page. */
export const tellStaff =
  (who: Who): Handler =>
  async (deps, job) => {
    const { courtId } = job;
    const caseId = textOf(job, "caseId");
    const t = textFor("zh-CN", notices);
    const told = await deps.db.withCourt(courtId, async (tx) => {
      const { row, court } = await caseAndCourt(tx, courtId, caseId);
      const ids = await peopleFor(tx, who, row, job.payload.personId, deps.clock.now());
      return {
        row,
        court,
        people: await Promise.all(ids.map((id) => staffAddressee(tx, id))),
      };
    });
    const what = job.effect as
      | "sendDelegation"
      | "notifyMediator"
      | "sendTerminationReport"
      | "notifyCoordinator"
      | "notifyJudge";
    const number = told.row.caseNo ?? told.row.registrationNo;
    for (const to of told.people) {
      if (!to.mail) continue;
      await postNotice(deps, told.court, {
        key: `notice:${job.key}:${to.id}`,
        kind: "other",
        courtId,
        caseId,
        to,
        facts: { number },
        words: () => ({
          subject: t("subjectStaff", { court: told.court.shortName, number, what: t(what) }),
          lines: [
            t("greeting", { name: to.name }),
            t(what),
            t("number", { number }),
            t("openCase"),
            `${deps.publicUrl}/cases/${caseId}`,
          ],
        }),
      });
    }
  };
