import { STAFF } from "#db/seed/staff";
import { CHECK_ITEMS, CHECKLIST, isMachineItem } from "~/domain/review/checklist";
import { JUDGES, type Walked } from "./seed-cases.server";
import { personId } from "./seed-court.server";

type Route = "confirm" | "statement";

/** A settled case before the judge, as far as its target goes. */
export async function handOverAndDecide(walked: Walked, login: string, route: Route): Promise<void> {
  const { walker, plan, caseId, team } = walked;
  const { target } = plan;
  walker.later(5);
  const handed = await walker.tryRun(walker.as(login), "hand-over", { caseId });
  if (!handed || target === "handedOver") return;
  walker.later(10);
  const judge = STAFF.find((one) => personId(one.login) === handed.judgeId)?.login ?? JUDGES[team];
  if (!(await walker.tryRun(walker.as(judge), "take-up", { caseId })) || target === "review") return;
  if (target === "returned") {
    await walker.run(walker.as(judge), "return-package", {
      caseId,
      points: ["第一条请写明收款账户户名", "请补充申请人身份证复印件"],
    });
    return;
  }
  for (const item of CHECK_ITEMS) {
    if (!isMachineItem(item) && CHECKLIST[item].routes.includes(route))
      await walker.run(walker.as(judge), "check-item", { caseId, item, answer: "yes" });
  }
  walker.later(8);
  if (route === "confirm") await confirm(walked, judge);
  else await issue(walked, judge);
}

async function confirm({ walker, plan, caseId, partyIds }: Walked, judge: string): Promise<void> {
  const ruled = await walker.tryRun(walker.as(judge), "confirm-agreement", { caseId });
  if (!ruled || plan.target !== "closedConfirmed") return;
  walker.later(30);
  for (const partyId of [partyIds.claimant, partyIds.respondent])
    await walker.run(walker.as(judge), "record-service", {
      caseId,
      documentId: ruled.documentId,
      partyId,
      how: "electronic",
      servedOn: walker.clock.now().toISODate(),
    });
  await walker.tryRun(walker.as(judge), "close-case", { caseId, reason: "裁定已送达" });
}

async function issue({ walker, plan, caseId, partyIds }: Walked, judge: string): Promise<void> {
  const issued = await walker.tryRun(walker.as(judge), "issue-statement", { caseId });
  if (!issued || plan.target !== "closedConfirmed") return;
  walker.later(20);
  for (const partyId of [partyIds.claimant, partyIds.respondent])
    await walker.run(walker.as("clerk"), "sign-receipt", { caseId, partyId });
  await walker.tryRun(walker.as("clerk"), "close-case", { caseId, reason: "调解书已由双方签收" });
}
