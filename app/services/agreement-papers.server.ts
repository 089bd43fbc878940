import { elementsOf } from "~/domain/elements/sheet";
import { sheetFor } from "~/domain/elements/sheet-list";
import type { Terms } from "~/domain/mediation/agreement";
import {
  breachText,
  costsText,
  documentDate,
  finalityText,
  guaranteeText,
  obligationText,
} from "~/i18n/agreement-text";
import * as words from "~/i18n/documents";
import { named } from "~/i18n/element-words";
import { capitalMoney, yuan } from "~/i18n/format-money";
import * as sessionCodes from "~/i18n/session-codes";
import { textFor } from "~/i18n/text";
import type { AgreementRow } from "./agreement-facts.server";
import type { CaseHead } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";
import { callingOf, documentParties, presiding, signatureLines, termNames } from "./document-parties.server";
import type { PaperData } from "./documents.server";

/** An agreement's own number; what the application, the ruling and the package call it. */
export const agreementNumber = (row: CaseRow, version: number): string => `${row.registrationNo}-${version}`;

const money = (fen: number | undefined) => (fen === undefined ? "" : yuan(fen));
const capitals = (fen: number | undefined) => (fen === undefined ? "" : capitalMoney(fen));
const day = (on: string | undefined) => (on ? documentDate("zh-CN", on) : "");
const sentence = (text: string) => (text ? `${text}。` : "");

export function agreementPaper(
  row: CaseRow,
  head: CaseHead,
  agreement: Pick<AgreementRow, "terms" | "route">,
): PaperData<"agreement"> {
  const t = textFor("zh-CN", words);
  const { terms, route } = agreement;
  const names = termNames(head);
  const pays = terms.obligations.filter((one) => one.kind === "pay");
  const total = pays.reduce((sum, one) => sum + (one.amountFen ?? 0), 0);
  return {
    caseNo: row.caseNo ?? "",
    cause: head.cause.zh,
    orgName: presiding(head),
    mediators: [head.mediatorName, head.lawyerName].filter(Boolean).join("、"),
    place: head.court.address,
    facts: terms.mainFacts,
    issues: "",
    responsibility: "",
    totalAmount: pays.length > 1 ? yuan(total) : "",
    totalInWords: pays.length > 1 ? capitalMoney(total) : "",
    breachClause: sentence(breachText("zh-CN", terms)),
    guarantee: sentence(guaranteeText("zh-CN", terms)),
    costs: sentence(costsText("zh-CN", terms, names)),
    finality: sentence(finalityText("zh-CN", terms)),
    effectClause: t("effectClause"),
    confirmationWish: t(`wish.${route}`),
    copies: t("copies"),
    parties: documentParties(head, callingOf(row)),
    obligations: terms.obligations.map((one, index) => ({
      no: String(index + 1),
      obligor: names.of(one.obligorId),
      obligee: names.of(one.obligeeId),
      content: one.object || sentence(obligationText("zh-CN", one, names)),
      amount: money(one.amountFen),
      amountInWords: capitals(one.amountFen),
      dueOn: day(one.dueOn ?? one.instalments.at(-1)?.dueOn),
      method: one.channel ?? "",
    })),
    instalments: instalmentsOf(terms),
    signatures: signatureLines(head, callingOf(row), true),
  };
}

const instalmentsOf = (terms: Terms) =>
  terms.obligations.flatMap((one, index) =>
    one.instalments.map((part, no) => ({
      no: `${index + 1}-${no + 1}`,
      dueOn: day(part.dueOn),
      amount: yuan(part.amountFen),
      amountInWords: capitalMoney(part.amountFen),
      note: "",
    })),
  );

export function applicationPaper(
  row: CaseRow,
  head: CaseHead,
  agreement: AgreementRow,
): PaperData<"confirmationApplication"> {
  const t = textFor("zh-CN", words);
  const on = documentDate("zh-CN", courtDay(agreement.effectiveAt ?? agreement.createdAt));
  return {
    cause: head.cause.zh,
    agreementNo: agreementNumber(row, agreement.version),
    agreementOn: on,
    effectiveOn: on,
    orgName: presiding(head),
    orgAddress: head.org?.address ?? head.court.address,
    mediators: [head.mediatorName, head.lawyerName].filter(Boolean).join("、"),
    jurisdictionGround: t("ground"),
    facts: agreement.terms.mainFacts,
    parties: documentParties(head, "confirmation"),
    attachments: [
      { no: "1", name: `调解协议书（${agreementNumber(row, agreement.version)}）`, pages: t("pages") },
    ],
    serviceAddresses: [],
    signatures: signatureLines(head, "confirmation", false),
  };
}

export type SignedFact = {
  readonly no: number;
  readonly text: string;
  readonly source: "bothSaid" | "evidence";
  readonly elementKey: string | null;
};

const elementName = (row: CaseRow, key: string | null): string | null => {
  const sheet = sheetFor(row.causeCode);
  const found = sheet && key ? elementsOf(sheet).find(({ name }) => name === key) : undefined;
  return found ? named("zh-CN", found.element) : null;
};

/** Only facts that everybody signed: a proposal that one side refused is no document. */
export function factsPaper(
  row: CaseRow,
  head: CaseHead,
  facts: readonly SignedFact[],
  on: string,
): PaperData<"undisputedFacts"> {
  const t = textFor("zh-CN", words);
  const source = textFor("zh-CN", sessionCodes);
  return {
    caseNo: row.caseNo ?? row.registrationNo,
    cause: head.cause.zh,
    mediator: head.mediatorName,
    recordedAt: documentDate("zh-CN", on),
    parties: documentParties(head, callingOf(row)),
    facts: facts.map((fact) => ({
      no: String(fact.no),
      element: elementName(row, fact.elementKey) ?? t("elementNone"),
      fact: fact.text,
      source: source(`source.${fact.source}`),
    })),
    signatures: signatureLines(head, callingOf(row), true),
  };
}
