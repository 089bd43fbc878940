import { writeTable } from "~/adapters/spreadsheets/write.server";
import { residentIdCheck } from "~/domain/intake/resident-id";
import { CASE_COLUMNS, type CaseColumn } from "~/services/case-sheet.server";
import { creditCode } from "./invented";

/*
 * A creditor's sheet of look-alike cases, the same in every run: twenty columns, everybody invented. In a dirty one every
 * twentieth row has one thing wrong, of twenty kinds in turn.
 */
const COLUMNS = [
  "cause",
  "amount",
  "claimant",
  "claimantIdKind",
  "claimantId",
  "claimantPhone",
  "claimantEmail",
  "claimantAddress",
  "agent",
  "agentPhone",
  "agentEmail",
  "agentAuthority",
  "respondent",
  "respondentIdKind",
  "respondentId",
  "respondentPhone",
  "respondentAddress",
  "claims",
  "facts",
  "procedure",
] as const satisfies readonly CaseColumn[];
type Cells = Record<(typeof COLUMNS)[number], string>;

/** A number for each of a million respondents: `residentId` repeats after some thousands, and the same number is one person. */
export function manyId(n: number): string {
  const day = String((n % 28) + 1).padStart(2, "0");
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, "0");
  const head = `110107${1960 + (Math.floor(n / 336) % 40)}${month}${day}${String(Math.floor(n / 13_440)).padStart(3, "0")}`;
  return head + residentIdCheck(head);
}

const cells = (n: number): Cells => ({
  cause: "信用卡纠纷",
  amount: `${1000 + n}.50`,
  claimant: "某银行股份有限公司信用卡中心",
  claimantIdKind: "统一社会信用代码",
  claimantId: creditCode(9002),
  claimantPhone: "010-88881234",
  claimantEmail: "cards@bank.example",
  claimantAddress: "北京市石景山区某路 1 号",
  agent: "赵律师",
  agentPhone: "13900000001",
  agentEmail: "zhao@law.example",
  agentAuthority: "特别授权",
  respondent: `王某${n}`,
  respondentIdKind: "居民身份证",
  respondentId: manyId(n),
  respondentPhone: `138${String(n).padStart(8, "0")}`,
  respondentAddress: `北京市石景山区某小区 ${n} 号`,
  claims: `请求判令被告支付信用卡欠款 ${1000 + n}.50 元及利息。`,
  facts: `被告申领信用卡后透支，经催收未还，截至起诉之日尚欠本金 ${1000 + n}.50 元。`,
  procedure: "简易程序",
});

/** What can be wrong with a row, at which column and with which code. */
export const DIRT: readonly (readonly [keyof Cells, code: string, cell: (n: number) => string])[] = [
  ["cause", "notChosen", () => "没有这种纠纷"],
  ["amount", "amountNotNumber", () => "九千元"],
  ["amount", "amountTooFine", () => "9360.505"],
  ["amount", "amountNegative", () => "-9360"],
  ["amount", "amountTooLarge", () => "1000000000000"],
  ["claimant", "nameMissing", () => ""],
  ["claimant", "nameTooLong", () => "银".repeat(121)],
  ["claimantId", "creditCodeForm", () => "9111010"],
  [
    "claimantId",
    "creditCodeChecksum",
    () => creditCode(9002).replace(/.$/, (last) => (last === "1" ? "2" : "1")),
  ],
  ["claimantPhone", "phoneForm", () => "8888"],
  ["claimantEmail", "emailForm", () => "cards(at)bank"],
  ["claimantAddress", "addressTooLong", () => "路".repeat(201)],
  ["agentPhone", "phoneForm", () => "1390000"],
  ["agentEmail", "emailForm", () => "zhao"],
  ["respondent", "nameMissing", () => ""],
  ["respondentId", "residentIdForm", () => "11010719900101"],
  ["respondentId", "residentIdDate", (n) => manyId(n).replace(/^(.{10}).{4}/, "$11341")],
  [
    "respondentId",
    "residentIdChecksum",
    (n) => manyId(n).replace(/.$/, (last) => (last === "1" ? "2" : "1")),
  ],
  ["respondentPhone", "phoneForm", () => "138"],
  ["claims", "claimsMissing", () => ""],
];

export type Dirty = { readonly row: number; readonly column: string; readonly code: string };

/** Rows of a sheet, their header first, and what is wrong in it by the sheet's own row numbers. */
export function bankSheet(count: number, options: { dirty?: boolean; from?: number } = {}) {
  const dirty: Dirty[] = [];
  const rows = Array.from({ length: count }, (_, n) => {
    const row = cells(n + (options.from ?? 0));
    const kind = options.dirty && n % 20 === 7 ? DIRT[Math.floor(n / 20) % DIRT.length] : undefined;
    if (kind) {
      const [column, code, cell] = kind;
      row[column] = cell(n);
      dirty.push({ row: n + 2, column: CASE_COLUMNS[column][0], code });
    }
    return row;
  });
  const header: string[] = COLUMNS.map((key) => CASE_COLUMNS[key][0]);
  return { header, rows: rows.map((row) => COLUMNS.map((key) => row[key])), dirty };
}

export function asXlsx(sheet: Pick<ReturnType<typeof bankSheet>, "header" | "rows">): Promise<Buffer> {
  return writeTable({
    name: "案件",
    columns: sheet.header.map((title, n) => ({ key: String(n), title })),
    rows: sheet.rows.map((row) => Object.fromEntries(row.map((cell, n) => [String(n), cell]))),
  });
}

/** The bytes of GB18030 by the decoder's own table, turned round: Node decodes it and does not encode it. */
const GB = new Map<string, Buffer>();
function gbTable(): Map<string, Buffer> {
  if (GB.size) return GB;
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const bytes = Buffer.from([high, low]);
      const sign = decoder.decode(bytes);
      if ([...sign].length === 1 && !GB.has(sign)) GB.set(sign, bytes);
    }
  return GB;
}

export function asGb18030(sheet: Pick<ReturnType<typeof bankSheet>, "header" | "rows">): Buffer {
  const text = [sheet.header, ...sheet.rows].map((row) => row.join(",")).join("\r\n");
  const table = gbTable();
  return Buffer.concat(
    [...text].map((sign) => (sign < "\u0080" ? Buffer.from(sign) : (table.get(sign) ?? Buffer.from("?")))),
  );
}
