import type { Named } from "~/services/case-people.server";

/** A person's or an organisation's name in the reader's language. */
export const nameIn = (locale: string, named: Pick<Named, "name" | "nameEn">): string =>
  locale === "zh-CN" ? named.name : named.nameEn || named.name;

/** The names of the claimants, then of the respondents; a case keeps each side's as one line. */
export const sidesOf = (row: { claimantNames: string; respondentNames: string }): [string[], string[]] => [
  row.claimantNames.split("、"),
  row.respondentNames.split("、"),
];

/** The court's number, or ours while there is none. */
export const numberOf = (header: { caseNo: string | null; registrationNo: string }): string =>
  header.caseNo ?? header.registrationNo;
