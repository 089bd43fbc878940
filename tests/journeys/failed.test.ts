import { expect, it } from "vitest";
import { useSite } from "./browser";
import { go, recordsHold, sit } from "./seat";
import {
  accept,
  assign,
  endMediation,
  enterNumber,
  recordConsent,
  registerByForm,
  settleFee,
  sides,
  standsAt,
} from "./steps";
import {
  book,
  closeSession,
  factsSignedOnPaper,
  openSession,
  recordFact,
  writeNote,
} from "./steps-mediation";
import { canCome, openLink } from "./steps-party";
import { allot, openReview, passToTrial } from "./steps-review";

/* A registered suit on which the sides cannot agree: what may go to the court goes, what was said in confidence stays. */
const site = useSite();

it.each([
  ["wide", 21],
  ["phone", 22],
] as const)("from the suit to the fast track, %s", async (size, n) => {
  const people = sides(n);
  const clerk = await sit(site(), "clerk", { size });
  const caseId = await registerByForm(clerk, people, "LAWSUIT");
  await enterNumber(clerk, caseId, `（2026）京0107民初 81${n} 号`);
  const coordinator = await sit(site(), "coordinator", { size });
  await recordConsent(coordinator, caseId, people.claimant);
  await recordConsent(coordinator, caseId, people.respondent);
  await assign(coordinator, caseId, "周建华");

  const mediator = await sit(site(), "mediator", { size });
  await accept(mediator, caseId);
  const sessionId = await book(mediator, caseId, "atOnce");
  const owner = await openLink(site(), people.respondent, { size });
  await canCome(owner);
  await openSession(mediator, sessionId, people);
  await writeNote(mediator, "被申请人私下愿付八成");
  await recordFact(mediator, sessionId, "双方存在物业服务合同关系。");
  await factsSignedOnPaper(mediator, sessionId, people.claimant.name);
  await factsSignedOnPaper(mediator, sessionId, people.respondent.name);
  await recordFact(mediator, sessionId, "欠费始于 2024 年 1 月。");
  await factsSignedOnPaper(mediator, sessionId, people.claimant.name);
  await closeSession(mediator, sessionId, "notAgreed");
  await endMediation(mediator, caseId, {
    reason: "双方对减免比例分歧较大，被申请人表示不再调解。",
    suggestions: "事实清楚，可以适用小额诉讼程序。",
  });

  const finance = await sit(site(), "finance", { size });
  await settleFee(clerk, finance, caseId);
  await passToTrial(mediator, caseId);
  await allot(coordinator, caseId);
  await standsAt(coordinator, caseId, "fastTrack");

  const judge = await sit(site(), "judge", { size });
  await openReview(judge, caseId, "failed");
  const screen = await judge.page.locator("main").innerText();
  expect(screen).toContain("双方存在物业服务合同关系。");
  expect(screen).toContain("事实清楚，可以适用小额诉讼程序。");
  expect(screen).not.toContain("愿付八成");
  expect(screen).not.toContain("欠费始于");
  await go(judge, `/cases/${caseId}`);
  expect(await judge.page.locator("main").innerText()).not.toContain("愿付八成");
  await recordsHold(site());
});
