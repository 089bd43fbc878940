import { it } from "vitest";
import { useSite } from "./browser";
import { recordsHold, sit } from "./seat";
import { accept, assign, doAct, recordConsent, registerByForm, sides, standsAt } from "./steps";
import {
  book,
  closeSession,
  draftAgreement,
  enterSignature,
  handOver,
  openSession,
  recordFact,
  writeNote,
} from "./steps-mediation";
import { canCome, consentByLink, openLink, signByLink } from "./steps-party";
import { archive, close, decide, numberRuling, serve, takeUp, tickAll } from "./steps-review";

/* Two sides apply for mediation without a suit; a judge confirms what they agreed on. */
const site = useSite();
const day = (days: number) => site().deps.clock.now().plus({ days }).toISODate() ?? "";

it.each([
  ["wide", 11],
  ["phone", 12],
] as const)("from the application to the confirmed agreement, %s", async (size, n) => {
  const people = sides(n);
  const clerk = await sit(site(), "clerk", { size });
  const caseId = await registerByForm(clerk, people, "SELF_APPLIED");

  const coordinator = await sit(site(), "coordinator", { size });
  await doAct(coordinator, caseId, "guideParties");
  await recordConsent(coordinator, caseId, people.claimant);
  const owner = await openLink(site(), people.respondent, { size });
  await consentByLink(owner);
  await assign(coordinator, caseId, "周建华");

  const mediator = await sit(site(), "mediator", { size });
  await accept(mediator, caseId);
  const sessionId = await book(mediator, caseId, "hold");
  const company = await openLink(site(), people.claimant, { size });
  await canCome(company);
  await canCome(owner);

  await openSession(mediator, sessionId, people);
  await writeNote(mediator, "被申请人私下愿付八成");
  await recordFact(mediator, sessionId, "双方存在物业服务合同关系。");
  await signByLink(company, "facts");
  await signByLink(owner, "facts");
  await closeSession(mediator, sessionId, "agreed");
  await draftAgreement(mediator, caseId, people, "confirm", day(30));
  await signByLink(company, "agreement");
  await signByLink(owner, "agreement");
  await enterSignature(mediator, caseId, "周建华");
  const manager = await sit(site(), "orgmanager2", { size });
  await enterSignature(manager, caseId, "石景山区联合人民调解委员会");
  await signByLink(company, "application");
  await signByLink(owner, "application");
  await handOver(mediator, caseId);

  const judge = await sit(site(), "judge", { size });
  await takeUp(judge, caseId);
  await tickAll(judge);
  await decide(judge, "confirm");
  const courtClerk = await sit(site(), "courtclerk", { size });
  await numberRuling(courtClerk, caseId, `(2026)京0107诉前调确${n}号`);
  await serve(courtClerk, caseId, people.claimant);
  await serve(courtClerk, caseId, people.respondent);
  await close(courtClerk, caseId, "裁定已送达");
  await archive(courtClerk, caseId);
  await standsAt(courtClerk, caseId, "archived");
  await recordsHold(site());
});
