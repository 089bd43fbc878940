import { creditCodeCheck, organisationCheck } from "~/domain/intake/credit-code";
import { residentIdCheck } from "~/domain/intake/resident-id";

/** A resident identity number that checks out and belongs to nobody: region 110107, one number per `n`. */
export function residentId(n: number): string {
  const day = String((n % 28) + 1).padStart(2, "0");
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, "0");
  const head = `110107${1960 + (Math.floor(n / 336) % 40)}${month}${day}${String(n % 1000).padStart(3, "0")}`;
  return head + residentIdCheck(head);
}

/** A credit code that passes both checks. */
export function creditCode(n: number): string {
  const org = `MA${String(n).padStart(6, "0")}`;
  const head = `91110107${org}${organisationCheck(org)}`;
  return head + creditCodeCheck(head);
}

export const person = (side: "claimant" | "respondent", n: number, name = `张三${n}`) => ({
  side,
  kind: "natural" as const,
  name,
  idKind: "residentId" as const,
  idNumber: residentId(n),
  phone: `138${String(n).padStart(8, "0")}`,
});

export const company = (side: "claimant" | "respondent", n: number, name = `某物业服务有限公司${n}`) => ({
  side,
  kind: "org" as const,
  name,
  idKind: "creditCode" as const,
  idNumber: creditCode(n),
  phone: "010-88880000",
  representative: "王某",
});

/** A property service case of a company against a person, ready to be handed in. */
export const dispute = (n: number) => ({
  causeCode: "126",
  amountFen: 936_000,
  facts: "被告自 2024 年起未交物业费。",
  claims: "请求判令被告支付物业费 9,360 元。",
  parties: [company("claimant", n), person("respondent", n)],
});
