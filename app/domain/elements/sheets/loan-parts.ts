import {
  type Block,
  block,
  count,
  date,
  flag,
  flagged,
  longText,
  money,
  options,
  paid,
  period,
} from "../element";

/* What loan sheets share beyond the common blocks: the claim for the principal, the contract, its term, what came back. */
const VARIES = { varies: true };
const NEEDED = { varies: true, isRequired: true };

export const PER = options("year 年 Year", "quarter 季 Quarter", "month 月 Month");

/** How loans are repaid, as every loan form has it, after the ways that only some have. */
export const repaymentWays = (...own: readonly string[]) =>
  options(
    ...own,
    "atOnce 到期一次性还本付息 Principal and interest at the end",
    "monthly 按月计息、到期还本 Interest monthly, principal at the end",
    "quarterly 按季计息、到期还本 Interest quarterly, principal at the end",
    "yearly 按年计息、到期还本 Interest yearly, principal at the end",
    "other 其他 Otherwise",
  );

export const loanPrincipal: Block = block("claim", "principal", "本金", "Principal", [
  date("asOf", "截至", "As of", NEEDED),
  paid(money("amount", "尚欠本金", "Principal owed", NEEDED)),
]);

export const loanContract: Block = block("fact", "contract", "合同签订情况", "The contract", [
  longText("text", "名称、编号、签订时间、地点等", "Name, number, when and where signed", VARIES),
]);

export const loanTerm: Block = block("fact", "term", "借款期限", "Term", [
  flag("due", "是否到期", "Has it run out?"),
  period("agreed", "约定期限", "Agreed term", VARIES),
]);

export const loanRepaid: Block = block("fact", "repaid", "还款情况", "What was repaid", [
  money("principal", "已还本金", "Principal", VARIES),
  money("interest", "已还利息", "Interest", VARIES),
  date("interestTo", "利息还至", "Interest paid to", VARIES),
]);

export const loanOverdue: Block = block("fact", "overdue", "逾期情况", "Default", [
  ...flagged(
    "exists",
    "是否存在逾期还款",
    "In default?",
    date("since", "逾期起始时间", "Since", VARIES),
    count("days", "至今已逾期", "For", { unit: "day", ...VARIES }),
  ),
]);
