import { fenOfYuan } from "~/domain/intake/amount";
import { causeNamed, causeOf } from "~/domain/intake/causes";
import { creditCodeFault, normaliseCreditCode } from "~/domain/intake/credit-code";
import { idNumberFault, normaliseIdNumber } from "~/domain/intake/parties";
import { ID_KINDS, type IdKind } from "~/domain/intake/party-kinds";
import { normaliseResidentId, residentIdFault } from "~/domain/intake/resident-id";
import type { FieldErrors } from "~/domain/result";
import * as people from "~/i18n/people-codes";
import type { Columns, Row } from "./sheet.server";

/** The columns of a sheet of cases, with the headers that courts and creditors write. */
export const CASE_COLUMNS = {
  cause: ["案由"],
  amount: ["标的额", "诉讼标的额", "标的金额"],
  claimant: ["原告", "申请人", "原告姓名或名称", "申请人姓名或名称"],
  claimantIdKind: ["原告证件类型", "申请人证件类型"],
  claimantId: ["原告证件号码", "申请人证件号码", "原告统一社会信用代码"],
  claimantPhone: ["原告电话", "申请人电话", "原告联系电话"],
  claimantEmail: ["原告邮箱", "申请人邮箱"],
  claimantAddress: ["原告地址", "申请人地址"],
  agent: ["原告代理人", "申请人代理人"],
  agentPhone: ["代理人电话"],
  agentEmail: ["代理人邮箱"],
  agentAuthority: ["代理权限", "授权"],
  respondent: ["被告", "被申请人", "被告姓名或名称", "被申请人姓名或名称"],
  respondentIdKind: ["被告证件类型", "被申请人证件类型"],
  respondentId: ["被告证件号码", "被申请人证件号码"],
  respondentPhone: ["被告电话", "被申请人电话", "被告联系电话"],
  respondentEmail: ["被告邮箱", "被申请人邮箱"],
  respondentAddress: ["被告地址", "被申请人地址"],
  claims: ["诉讼请求", "请求事项", "调解请求"],
  facts: ["事实与理由", "事实和理由", "纠纷事实"],
  procedure: ["程序"],
  intake: ["来源"],
  caseNo: ["案号"],
  separateReason: ["另立理由"],
} as const satisfies Columns<string>;
export type CaseColumn = keyof typeof CASE_COLUMNS;
export const NEEDED: readonly CaseColumn[] = [
  "cause",
  "claimant",
  "claimantId",
  "respondent",
  "respondentId",
];

type CaseRowOfSheet = Row<CaseColumn>;
const IS_ORG =
  /(公司|银行|支行|分行|厂|店|中心|委员会|协会|事务所|医院|学校|大学|合作社|经营部|管理处|集团|局|政府)$/;

const KIND_NAMES = new Map<string | undefined, IdKind>(
  ID_KINDS.map((kind) => [people.zh[`id.${kind}`], kind]),
);

/** What kind a number is: as the sheet says, else by its own form, else by whose it is. */
function idKindOf(named: string | undefined, number: string, name: string): IdKind {
  const said = KIND_NAMES.get(named);
  if (said) return said;
  if (residentIdFault(normaliseResidentId(number)) === null) return "residentId";
  if (creditCodeFault(normaliseCreditCode(number)) === null) return "creditCode";
  return IS_ORG.test(name) ? "creditCode" : "residentId";
}

function partyFrom(row: CaseRowOfSheet, side: "claimant" | "respondent") {
  const { cells } = row;
  const name = cells[side] ?? "";
  const idNumber = cells[`${side}Id`] ?? "";
  const idKind = idKindOf(cells[`${side}IdKind`], idNumber, name);
  const withAgent = side === "claimant" && cells.agent !== undefined;
  return {
    side,
    kind: idKind === "creditCode" || (idKind === "other" && IS_ORG.test(name)) ? "org" : "natural",
    name,
    idKind,
    idNumber,
    phone: cells[`${side}Phone`],
    email: cells[`${side}Email`],
    address: cells[`${side}Address`],
    agents: withAgent
      ? [
          {
            name: cells.agent,
            phone: cells.agentPhone,
            email: cells.agentEmail,
            authority: cells.agentAuthority && /特别/.test(cells.agentAuthority) ? "special" : "general",
          },
        ]
      : [],
  };
}

export const CASE_KEYS = Object.keys(CASE_COLUMNS) as CaseColumn[];
/** A row with nothing in it yet. */
export const BLANK_ROW = Object.fromEntries(CASE_KEYS.map((key) => [key, ""])) as Record<CaseColumn, string>;

/** A row of the sheet as register-case takes it; without the amount where `cellFaults` finds none in its cell. */
export function caseOfRow(row: CaseRowOfSheet): Record<string, unknown> {
  const { cells } = row;
  const amount = cells.amount === undefined ? undefined : fenOfYuan(cells.amount);
  const cause = cells.cause ? (causeNamed(cells.cause) ?? causeOf(cells.cause)) : undefined;
  return {
    intake: cells.intake && /申请/.test(cells.intake) ? "SELF_APPLIED" : "LAWSUIT",
    causeCode: cause?.code ?? "",
    amountFen: amount && "fen" in amount ? amount.fen : undefined,
    claims: cells.claims ?? "",
    facts: cells.facts ?? "",
    procedureHint: cells.procedure && /简易|小额/.test(cells.procedure) ? "summary" : "ordinary",
    separateReason: cells.separateReason,
    parties: [partyFrom(row, "claimant"), partyFrom(row, "respondent")],
  };
}

const FIELDS: readonly [RegExp, (side: "claimant" | "respondent") => CaseColumn][] = [
  [/^parties\.\d\.agents\.\d+\.phone/, () => "agentPhone"],
  [/^parties\.\d\.agents\.\d+\.email/, () => "agentEmail"],
  [/^parties\.\d\.agents/, () => "agent"],
  [/^parties\.\d\.name/, (side) => side],
  [/^parties\.\d\.phone/, (side) => `${side}Phone`],
  [/^parties\.\d\.email/, (side) => `${side}Email`],
  [/^parties\.\d\.address/, (side) => `${side}Address`],
  [/^parties\.\d\.idKind/, (side) => `${side}IdKind`],
  [/^parties\.\d/, (side) => `${side}Id`],
  [/^causeCode/, () => "cause"],
  [/^amountFen/, () => "amount"],
  [/^claims/, () => "claims"],
  [/^facts/, () => "facts"],
  [/^number/, () => "caseNo"],
];

export type CellError = { readonly column: string; readonly code: string };

/** An identity number is judged on its own: the shape of a party looks at it only when nothing else is wrong. */
function idFault(row: CaseRowOfSheet, side: "claimant" | "respondent", today: string): CellError[] {
  const { idKind, idNumber } = partyFrom(row, side);
  const fault = idNumber ? idNumberFault(idKind, normaliseIdNumber(idKind, idNumber), today) : null;
  return fault ? [{ column: CASE_COLUMNS[`${side}Id`][0], code: fault }] : [];
}

/**
 * What the cells themselves have wrong, which no shape sees: digits that the file had lost, what is no amount, an identity
 * number beside another fault. `today` in court time.
 */
export function cellFaults(row: CaseRowOfSheet, today: string): CellError[] {
  const lost = row.lost.map((key) => ({ column: CASE_COLUMNS[key][0], code: "digitsLost" }));
  const fault = row.cells.amount === undefined ? undefined : fenOfYuan(row.cells.amount).fault;
  const amount = fault ? [{ column: CASE_COLUMNS.amount[0], code: fault }] : [];
  return [...lost, ...amount, ...idFault(row, "claimant", today), ...idFault(row, "respondent", today)];
}

/** What a shape found wrong, by the sheet's own columns. */
export function cellErrors(fields: FieldErrors): CellError[] {
  return Object.entries(fields).flatMap(([path, codes]) => {
    const side = path.startsWith("parties.1") ? "respondent" : "claimant";
    const column = FIELDS.find(([pattern]) => pattern.test(path))?.[1](side);
    return codes.map((code) => ({ column: column ? CASE_COLUMNS[column][0] : "", code }));
  });
}

const MISSING: Readonly<Record<string, CaseColumn>> = {
  claimantMissing: "claimant",
  respondentMissing: "respondent",
  claimsMissing: "claims",
  factsMissing: "facts",
};

/** The column in which a file lacks what it needs to be submitted. */
export const columnOfMissing = (code: string): string => {
  const key = MISSING[code];
  return key ? CASE_COLUMNS[key][0] : "";
};
