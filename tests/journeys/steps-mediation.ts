import type { SettledRoute } from "~/domain/cases/routes";
import * as agreement from "~/i18n/agreement-page";
import * as booking from "~/i18n/booking";
import * as codes from "~/i18n/codes";
import * as documentCodes from "~/i18n/document-codes";
import * as sessionCodes from "~/i18n/session-codes";
import * as sessionPage from "~/i18n/session-page";
import { textFor } from "~/i18n/text";
import { button, go, press, type Seat } from "./seat";
import type { Sides } from "./steps";

/* From the time that is found to the hand-over: the mediator's part. */

/** Takes the first time of the list, kept and looked at first or booked at once. Gives the session's id. */
export async function book(seat: Seat, caseId: string, way: "hold" | "atOnce"): Promise<string> {
  const { page } = seat;
  const t = textFor(seat.locale, booking);
  await go(seat, `/cases/${caseId}/book`);
  await page.getByLabel(t("minutes"), { exact: true }).selectOption("45");
  await press(seat, button(seat, t("refresh")), /minutes=45/);
  await page.locator('input[name="slot"]').first().check();
  if (way === "hold") {
    await press(
      seat,
      page.locator('button[name="intent"][value="hold"]'),
      /\/sessions\/[0-9a-f-]{36}\/confirm/,
    );
    await press(seat, button(seat, t("confirm.do")), /\/told\?done=booked/);
  } else {
    await press(seat, button(seat, t("bookNow")), /\/told\?done=booked/);
  }
  const sessionId = /sessions\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!sessionId) throw new Error(page.url());
  return sessionId;
}

/** Looks at the papers of both sides, reads out the rights, and begins. */
export async function openSession(seat: Seat, sessionId: string, sides: Sides): Promise<void> {
  const { page } = seat;
  const t = textFor(seat.locale, sessionPage);
  await go(seat, `/sessions/${sessionId}`);
  for (const { name } of Object.values(sides)) {
    const party = page.getByRole("group", { name });
    await party.getByLabel(t("att.identity"), { exact: true }).check();
  }
  await page.getByLabel(t("open.identity"), { exact: true }).check();
  await page.getByLabel(t("open.rights"), { exact: true }).check();
  await press(seat, button(seat, t("openDo")), /done=open/);
}

/** What one side said alone; it may be seen nowhere else. */
export async function writeNote(seat: Seat, words: string): Promise<void> {
  const t = textFor(seat.locale, sessionPage);
  await seat.page.getByLabel(t("note.kind"), { exact: true }).selectOption("caucus");
  await seat.page.getByLabel(t("note.side"), { exact: true }).selectOption("respondent");
  await seat.page.getByLabel(t("note.words"), { exact: true }).fill(words);
  await press(seat, button(seat, t("noteDo")), /done=note/);
}

/** Puts a fact up for both sides to sign. */
export async function recordFact(seat: Seat, sessionId: string, text: string): Promise<void> {
  const t = textFor(seat.locale, sessionPage);
  await go(seat, `/sessions/${sessionId}`);
  await seat.page.getByLabel(t("facts.add"), { exact: true }).fill(text);
  await press(seat, button(seat, t("facts.addDo")), /done=facts/);
}

/** Enters that somebody signed the facts on paper. */
export async function factsSignedOnPaper(seat: Seat, sessionId: string, name: string): Promise<void> {
  const t = textFor(seat.locale, sessionPage);
  await go(seat, `/sessions/${sessionId}`);
  await seat.page.getByLabel(t("facts.signWho"), { exact: true }).selectOption({ label: name });
  await press(seat, button(seat, t("facts.signDo")), /done=sign/);
}

export async function closeSession(
  seat: Seat,
  sessionId: string,
  result: "agreed" | "notAgreed",
): Promise<void> {
  const [t, code] = [textFor(seat.locale, sessionPage), textFor(seat.locale, sessionCodes)];
  await go(seat, `/sessions/${sessionId}`);
  await seat.page.getByRole("radio", { name: code(`result.${result}`), exact: true }).check();
  await press(seat, button(seat, t("closeDo")), /done=close/);
}

/** Writes down one payment by the respondent, and the way that the case shall take. */
export async function draftAgreement(
  seat: Seat,
  caseId: string,
  { claimant, respondent }: Sides,
  route: SettledRoute,
  dueOn: string,
): Promise<void> {
  const { page } = seat;
  const t = textFor(seat.locale, agreement);
  const [code, paper] = [textFor(seat.locale, codes), textFor(seat.locale, documentCodes)];
  await go(seat, `/cases/${caseId}/agreement`);
  await page.getByLabel(t("mainFacts"), { exact: true }).fill("被申请人拖欠 2024 年至 2025 年物业费。");
  const duty = page.getByRole("group", { name: t("obligation", { no: 1 }), exact: true });
  const field = (label: string) => duty.getByLabel(label, { exact: true });
  await field(t("obligor")).selectOption({ label: respondent.name });
  await field(t("obligee")).selectOption({ label: claimant.name });
  await field(t("amount")).fill("8000");
  await field(t("dueOn")).fill(dueOn);
  await field(t("channel")).fill("汇入申请人账户");
  const choose = (label: string, option: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: option });
  await choose(t("defaultClause"), paper("default.acceleration"));
  await choose(t("feeSplit"), paper("feeSplit.respondent"));
  await choose(t("finality"), t("finality.yes"));
  await page.getByRole("radio", { name: code(`route.${route}`) }).check();
  await press(seat, button(seat, t("saveDo")), /agreement\?done=draft/);
}

/** Enters a signature made before him: a party's, his own, the organisation's seal. */
export async function enterSignature(seat: Seat, caseId: string, name: string): Promise<void> {
  await go(seat, `/cases/${caseId}/agreement`);
  const row = seat.page.getByRole("row", { name }).first();
  await press(seat, row.getByRole("button"), /agreement\?done=(sign|effective)/);
}

/** One act: everything that may go to the judge goes. */
export async function handOver(seat: Seat, caseId: string): Promise<void> {
  await go(seat, `/cases/${caseId}/hand-over`);
  const t = textFor(seat.locale, agreement);
  await press(seat, button(seat, t("handOverDo")), new RegExp(`/cases/${caseId}\\?done=handOver`));
}
