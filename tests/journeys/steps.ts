import { expect } from "vitest";
import type { EventName } from "~/domain/cases/events";
import type { Stage } from "~/domain/cases/stages";
import * as acts from "~/i18n/acts";
import * as assignment from "~/i18n/assignment";
import * as events from "~/i18n/events";
import * as intake from "~/i18n/intake";
import * as sessionCodes from "~/i18n/session-codes";
import * as stages from "~/i18n/stages";
import { textFor } from "~/i18n/text";
import { creditCode, residentId } from "../services/invented";
import { button, go, press, type Seat } from "./seat";

/* What the clerk, the coordinator and the mediator do at a desk, each by the page that is made for it. */

/** Two sides that nobody else has: a property company and an owner. */
export function sides(n: number) {
  return {
    claimant: {
      name: `某物业服务有限公司${n}`,
      kind: "org",
      idKind: "creditCode",
      idNumber: creditCode(n),
      email: `wuye${n}@company.example`,
      representative: "王某",
    },
    respondent: {
      name: `钱某某${n}`,
      kind: "natural",
      idKind: "residentId",
      idNumber: residentId(n),
      email: `yezhu${n}@home.example`,
      representative: "",
    },
  };
}
export type Sides = ReturnType<typeof sides>;
export type Party = Sides["claimant"];

/** The clerk takes a dispute in by the form. Gives the case's id. */
export async function registerByForm(
  seat: Seat,
  { claimant, respondent }: Sides,
  source: "LAWSUIT" | "SELF_APPLIED",
): Promise<string> {
  const { page } = seat;
  const t = textFor(seat.locale, intake);
  await go(seat, "/cases");
  await go(seat, "/cases/new");
  await page.getByRole("radio", { name: t(`intake.${source}`) }).check();
  await page.getByLabel(t("cause"), { exact: true }).selectOption("126");
  await page.getByLabel(t("amount"), { exact: true }).fill("9360");
  await page.getByLabel(t("claims"), { exact: true }).fill("请求支付 2024 年至 2025 年物业费 9360 元。");
  await page.getByLabel(t("facts"), { exact: true }).fill("自 2024 年起未交物业费。");
  for (const [title, party] of [
    [t("claimantNo", { number: 1 }), claimant],
    [t("respondentNo", { number: 1 }), respondent],
  ] as const) {
    const block = page.getByRole("group", { name: title, exact: true });
    const fill = (label: string, text: string) => block.getByLabel(label, { exact: true }).fill(text);
    await block.getByLabel(t("kind"), { exact: true }).selectOption(party.kind);
    await fill(t("name"), party.name);
    await block.getByLabel(t("idKind"), { exact: true }).selectOption(party.idKind);
    await fill(t("idNumber"), party.idNumber);
    await fill(t("email"), party.email);
    await fill(t("representative"), party.representative);
  }
  await press(seat, button(seat, t("submit")), /\/cases\/[0-9a-f-]{36}\?done=submitCase/);
  const caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!caseId) throw new Error(page.url());
  return caseId;
}

/** One of the small forms: opens it, fills it in, presses its one button, comes back to the case. */
export async function doAct(
  seat: Seat,
  caseId: string,
  event: EventName,
  fill: () => Promise<void> = async () => {},
  path = `act/${event}`,
): Promise<void> {
  await go(seat, `/cases/${caseId}/${path}`);
  await fill();
  const title = textFor(seat.locale, events)(event);
  await press(seat, button(seat, title), new RegExp(`/cases/${caseId}(/\\w+)?\\?done=${event}`));
}

/** The court's number of the suit, as the court's own system gave it. */
export async function enterNumber(seat: Seat, caseId: string, number: string): Promise<void> {
  const t = textFor(seat.locale, acts);
  const fill = () => seat.page.getByLabel(t("field.number"), { exact: true }).fill(number);
  await doAct(seat, caseId, "registerCase", fill, "number");
}

/** The coordinator enters what a party said on the telephone. */
export async function recordConsent(seat: Seat, caseId: string, party: Party): Promise<void> {
  const { page } = seat;
  const [t, code] = [textFor(seat.locale, acts), textFor(seat.locale, sessionCodes)];
  await doAct(
    seat,
    caseId,
    "recordConsent",
    async () => {
      await page.getByRole("radio", { name: party.name }).check();
      await page.getByRole("radio", { name: code("decision.agreed"), exact: true }).check();
      await page.getByLabel(t("field.how"), { exact: true }).selectOption("phone");
    },
    "consent",
  );
}

/** The coordinator chooses this person from the list, where everybody stands with a reason. */
export async function assign(seat: Seat, caseId: string, mediator: string): Promise<void> {
  const { page } = seat;
  const t = textFor(seat.locale, assignment);
  await go(seat, `/cases/${caseId}/assign`);
  await page.getByRole("radio", { name: mediator, exact: true }).check();
  await page.getByLabel(t("reason"), { exact: true }).fill("擅长物业纠纷");
  await press(seat, button(seat, t("submit")), /done=assignMediator/);
}

/** The mediator signs for the papers, has nothing to disclose and accepts. */
export async function accept(seat: Seat, caseId: string): Promise<void> {
  const { page } = seat;
  const t = textFor(seat.locale, assignment);
  await go(seat, `/cases/${caseId}/accept`);
  const signed = new RegExp(t("materialsDone", { at: "\n" }).replace("\n", ".+"));
  await press(seat, button(seat, t("materialsAct")), page.getByText(signed));
  await page.getByRole("radio", { name: t("level.none"), exact: true }).check();
  const disclosed = t("disclosureDone", { what: t("level.none") });
  await press(seat, button(seat, t("disclosureAct")), page.getByText(disclosed, { exact: true }));
  await press(seat, button(seat, t("accept")), /done=acceptAssignment/);
}

/** The mediator ends it and reports to the court what the court may know. */
export async function endMediation(
  seat: Seat,
  caseId: string,
  report: { reason: string; suggestions: string },
): Promise<void> {
  const { page } = seat;
  const [t, code] = [textFor(seat.locale, acts), textFor(seat.locale, sessionCodes)];
  await doAct(
    seat,
    caseId,
    "endMediation",
    async () => {
      await page.getByRole("radio", { name: code("end.partyUnwilling"), exact: true }).check();
      await page.getByLabel(t("field.reason"), { exact: true }).fill(report.reason);
      await page.getByLabel(t("field.suggestions"), { exact: true }).fill(report.suggestions);
    },
    "end",
  );
}

/** The fee of a suit that goes on: the notice by the clerk, the payment by whoever keeps the court's money. */
export async function settleFee(clerk: Seat, finance: Seat, caseId: string): Promise<void> {
  await doAct(clerk, caseId, "sendFeeNotice");
  await doAct(finance, caseId, "recordFee", () =>
    finance.page.getByRole("radio", { name: textFor(finance.locale, acts)("as.paid"), exact: true }).check(),
  );
}

/** The stage that the case's own page names. */
export async function standsAt(seat: Seat, caseId: string, stage: Stage): Promise<void> {
  await go(seat, `/cases/${caseId}/contacts`);
  expect(await seat.page.locator("main").innerText()).toContain(textFor(seat.locale, stages)(stage));
}
