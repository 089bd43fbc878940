import type { Locale } from "~/i18n/locale";
import * as party from "~/i18n/party";
import { textFor } from "~/i18n/text";
import { button, go, linkFor, press, type Seat, type Size, visit } from "./seat";
import type { Site } from "./site";
import type { Party } from "./steps";

/* What a side does with nothing but the link in its letter. */
export type Side = Seat & { link: string };

/** Opens the link out of the letter and shows, by the last four of the identity number, whose it is. */
export async function openLink(
  site: Site,
  who: Party,
  sitting: { size: Size; locale?: Locale },
): Promise<Side> {
  const seat = await visit(site, who.kind, sitting);
  const side = { ...seat, link: await linkFor(site, who.email) };
  await go(side, side.link);
  await proveIdentity(side, who);
  return side;
}

async function proveIdentity(side: Side, who: Party): Promise<void> {
  const t = textFor(side.locale, party);
  await press(side, side.page.getByRole("link", { name: t("seeCase"), exact: true }), /\/open\?next=case/);
  await side.page.getByLabel(t("openQuestion"), { exact: true }).fill("0000");
  await button(side, t("openGo")).click();
  await side.page.getByRole("alert").waitFor();
  await go(side, `${side.link}/open?next=case`);
  await side.page.getByLabel(t("openQuestion"), { exact: true }).fill(who.idNumber.slice(-4));
  await press(side, button(side, t("openGo")), /\/case$/);
}

type What = "facts" | "agreement" | "application" | "receipt";
const TODO = {
  facts: "todo.signFacts",
  agreement: "todo.signAgreement",
  application: "todo.signApplication",
  receipt: "todo.signReceipt",
} as const;

/** Agrees to mediation, as the list of things to do asks. */
export async function consentByLink(side: Side): Promise<void> {
  const t = textFor(side.locale, party);
  await go(side, `${side.link}/case`);
  await press(side, side.page.getByRole("link", { name: t("todo.answerMediation") }), /\/consent$/);
  await press(side, button(side, t("consentYes")), /done=consent/);
}

/** Says that it can come; time and place need no second secret. */
export async function canCome(side: Side): Promise<void> {
  const t = textFor(side.locale, party);
  await go(side, side.link);
  await press(side, button(side, t("yes")), /told=accepted/);
  await side.page.getByText(t("thanks.accepted")).waitFor();
}

/** Reads and signs one thing that waits for this side. */
export async function signByLink(side: Side, what: What): Promise<void> {
  const t = textFor(side.locale, party);
  await go(side, `${side.link}/case`);
  await press(side, side.page.getByRole("link", { name: t(TODO[what]) }), new RegExp(`/sign/${what}$`));
  await press(side, button(side, t(`${what}Go`)), new RegExp(`done=${what}`));
}
