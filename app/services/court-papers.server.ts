import {
  type DismissalCode,
  NON_ACCEPTANCE_CODES,
  type NonAcceptanceCode,
} from "~/domain/review/decision-codes";
import { documentDate, termLines } from "~/i18n/agreement-text";
import * as documentCodes from "~/i18n/document-codes";
import * as words from "~/i18n/documents";
import { textFor } from "~/i18n/text";
import type { AgreementRow } from "./agreement-facts.server";
import { agreementNumber } from "./agreement-papers.server";
import type { CaseHead } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";
import { documentParties, presiding, termNames } from "./document-parties.server";
import type { PaperData } from "./documents.server";

export type RulingKind = "rulingConfirmed" | "rulingDismissed" | "rulingNotAccepted" | "rulingWithdrawn";
export type Ruling = {
  readonly agreement: AgreementRow;
  readonly judgeName: string;
  readonly clerkName: string;
  /** Court days, YYYY-MM-DD. */
  readonly acceptedOn: string;
  readonly decidedOn: string;
  readonly code: string | null;
  readonly reason: string;
};

const t = textFor("zh-CN", words);
const day = (on: string) => documentDate("zh-CN", on);

const isNonAcceptance = (code: string | null): code is NonAcceptanceCode =>
  NON_ACCEPTANCE_CODES.some((one) => one === code);

/** The statutory ground in words. */
export function groundText(code: string | null): string {
  const say = textFor("zh-CN", documentCodes);
  if (isNonAcceptance(code)) return say(`notAccepted.${code}`);
  return say(`dismissal.${(code ?? "other") as DismissalCode}`);
}

export const numberedTerms = (head: CaseHead, agreement: AgreementRow) =>
  termLines("zh-CN", agreement.terms, termNames(head)).map((text, index) => ({ no: `${index + 1}．`, text }));

function common(row: CaseRow, head: CaseHead, ruling: Ruling) {
  const { agreement } = ruling;
  return {
    cause: head.cause.zh,
    acceptedOn: day(ruling.acceptedOn),
    agreementNo: agreementNumber(row, agreement.version),
    agreementOn: day(courtDay(agreement.effectiveAt ?? agreement.createdAt)),
    orgName: presiding(head),
    judge: t("judge", { name: ruling.judgeName }),
    clerk: ruling.clerkName,
    parties: documentParties(head, "confirmation"),
  };
}

export function confirmedPaper(row: CaseRow, head: CaseHead, ruling: Ruling): PaperData<"rulingConfirmed"> {
  return {
    ...common(row, head, ruling),
    legalBasis: t("legal.confirmed"),
    terms: numberedTerms(head, ruling.agreement),
  };
}

export function dismissedPaper(row: CaseRow, head: CaseHead, ruling: Ruling): PaperData<"rulingDismissed"> {
  return {
    ...common(row, head, ruling),
    legalBasis: t(isNonAcceptance(ruling.code) ? "legal.foundLater" : "legal.dismissed"),
    ground: groundText(ruling.code),
    reason: ruling.reason,
    remedy: t("remedy.dismissed"),
    terms: numberedTerms(head, ruling.agreement),
  };
}

export function notAcceptedPaper(
  row: CaseRow,
  head: CaseHead,
  ruling: Ruling,
): PaperData<"rulingNotAccepted"> {
  const { acceptedOn, ...rest } = common(row, head, ruling);
  return {
    ...rest,
    appliedOn: acceptedOn,
    legalBasis: t("legal.notAccepted"),
    ground: groundText(ruling.code),
    reason: ruling.reason,
    remedy: t("remedy.notAccepted"),
  };
}

export function withdrawnPaper(row: CaseRow, head: CaseHead, ruling: Ruling): PaperData<"rulingWithdrawn"> {
  return {
    ...common(row, head, ruling),
    legalBasis: t("legal.withdrawn"),
    withdrawnOn: day(ruling.decidedOn),
    reason: t(ruling.code === "lapsed" ? "withdrawn.lapsed" : "withdrawn.asked"),
  };
}

export function statementPaper(
  row: CaseRow,
  head: CaseHead,
  statement: Pick<Ruling, "agreement" | "judgeName" | "clerkName"> & { readonly byCourt: boolean },
): PaperData<"statement"> {
  const { terms } = statement.agreement;
  return {
    cause: head.cause.zh,
    filedOn: day(courtDay(row.registeredAt ?? row.createdAt)),
    procedure: t(row.procedureHint === "summary" ? "procedure.summary" : "procedure.ordinary"),
    claims: row.claims,
    facts: terms.mainFacts,
    mediatedBy:
      statement.byCourt || !head.mediatorName
        ? t("mediatedBy.court")
        : t("mediatedBy.mediator", { name: head.mediatorName }),
    costs: "",
    effectClause: t(terms.bindsOnSigning ? "statement.onSigning" : "statement.onReceipt"),
    judge: t("judge", { name: statement.judgeName }),
    clerk: statement.clerkName,
    parties: documentParties(head, "suit"),
    terms: numberedTerms(head, statement.agreement),
  };
}
