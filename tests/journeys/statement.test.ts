import { expect, it } from "vitest";
import { useSite } from "./browser";
import { go, recordsHold, sit } from "./seat";
import { accept, assign, doAct, enterNumber, recordConsent, registerByForm, sides, standsAt } from "./steps";
import {
  book,
  closeSession,
  draftAgreement,
  enterSignature,
  handOver,
  openSession,
  recordFact,
} from "./steps-mediation";
import { canCome, openLink, signByLink } from "./steps-party";
import { decide, receipt, takeUp, tickAll } from "./steps-review";

/* A registered suit that ends in a mediation statement; in the second run the judge and a side read English. */
const site = useSite();
const day = (days: number) => site().deps.clock.now().plus({ days }).toISODate() ?? "";

it.each([
  ["wide", "zh-CN", 41],
  ["phone", "en", 42],
] as const)("from the suit to the statement that both signed for, %s, %s", async (size, locale, n) => {
  const people = sides(n);
  const clerk = await sit(site(), "clerk", { size });
  const caseId = await registerByForm(clerk, people, "LAWSUIT");
  await enterNumber(clerk, caseId, `（2026）京0107民初81${n}号`);
  const coordinator = await sit(site(), "coordinator", { size, locale });
  await recordConsent(coordinator, caseId, people.claimant);
  await recordConsent(coordinator, caseId, people.respondent);
  await assign(coordinator, caseId, locale === "en" ? "Zhou Jianhua" : "周建华");

  const mediator = await sit(site(), "mediator", { size, locale });
  await accept(mediator, caseId);
  const sessionId = await book(mediator, caseId, "atOnce");
  const owner = await openLink(site(), people.respondent, { size, locale });
  await canCome(owner);
  await openSession(mediator, sessionId, people);
  await recordFact(mediator, sessionId, "双方存在物业服务合同关系。");
  await closeSession(mediator, sessionId, "agreed");
  await draftAgreement(mediator, caseId, people, "statement", day(30));
  await enterSignature(mediator, caseId, people.claimant.name);
  await signByLink(owner, "agreement");
  await enterSignature(mediator, caseId, locale === "en" ? "Zhou Jianhua" : "周建华");
  await enterSignature(
    mediator,
    caseId,
    locale === "en" ? "Joint People's Mediation Committee of Shijingshan" : "石景山区联合人民调解委员会",
  );
  await handOver(mediator, caseId);

  const judge = await sit(site(), "judge", { size, locale });
  await takeUp(judge, caseId);
  await tickAll(judge);
  await decide(judge, "statement");
  const courtClerk = await sit(site(), "courtclerk", { size, locale });
  await receipt(courtClerk, caseId, people.claimant);
  await signByLink(owner, "receipt");
  await standsAt(courtClerk, caseId, "statementEffective");
  await doAct(courtClerk, caseId, "followPerformance");
  await standsAt(courtClerk, caseId, "performing");
  await go(owner, `${owner.link}/case`);
  expect(await owner.page.locator("html").getAttribute("lang")).toBe(locale);
  await recordsHold(site());
});
