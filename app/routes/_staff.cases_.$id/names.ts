import type { Named } from "~/services/case-people.server";

/** A person's or an organisation's name in the reader's language. */
export const nameIn = (locale: string, named: Pick<Named, "name" | "nameEn">): string =>
  locale === "zh-CN" ? named.name : named.nameEn || named.name;

export const numberOf = (header: { caseNo: string | null; registrationNo: string }): string =>
  header.caseNo ?? header.registrationNo;
