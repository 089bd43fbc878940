import {
  accelerateClaim,
  basis,
  commonClaims,
  guarantee,
  jurisdiction,
  mediationWish,
  securityClaim,
} from "../common-blocks";
import {
  block,
  choice,
  count,
  date,
  flag,
  flagged,
  longText,
  money,
  options,
  paid,
  period,
  rate,
  type Sheet,
  text,
} from "../element";
import { PER } from "./loan-parts";

const VARIES = { varies: true };
const NEEDED = { varies: true, isRequired: true };

/** 金融借款合同纠纷, the form of 法〔2025〕82号; micro-loans follow it. */
export const financialLoan: Sheet = {
  key: "financial-loan",
  zh: "金融借款合同纠纷",
  en: "Financial loan contract dispute",
  causes: ["108.1", "108.4"],
  isOfficial: true,
  blocks: [
    block("claim", "principal", "本金", "Principal", [
      date("asOf", "截至", "As of", NEEDED),
      paid(money("amount", "尚欠本金", "Principal owed", NEEDED)),
    ]),
    block("claim", "interest", "利息（复利、罚息）", "Interest, compound and penalty interest", [
      date("asOf", "截至", "As of", VARIES),
      paid(money("total", "合计", "In all", VARIES)),
      money("inTerm", "期内利息", "Interest within the term", VARIES),
      money("compound", "复利", "Compound interest", VARIES),
      money("penalty", "罚息", "Penalty interest", VARIES),
      longText("method", "计算方式", "How reckoned"),
      flag("untilPaid", "请求支付至实际清偿之日", "Claimed until paid"),
    ]),
    accelerateClaim,
    securityClaim,
    commonClaims,
    jurisdiction,
    block("fact", "contract", "合同签订情况", "The contract", [
      longText("text", "名称、编号、签订时间、地点等", "Name, number, when and where signed", VARIES),
    ]),
    block("fact", "sides", "签订主体", "Who signed", [
      text("lender", "贷款人", "Lender"),
      text("borrower", "借款人", "Borrower"),
    ]),
    block("fact", "amount", "借款金额", "Amount lent", [
      money("agreed", "约定金额", "Agreed", NEEDED),
      money("disbursed", "实际发放金额", "Disbursed", NEEDED),
    ]),
    block("fact", "term", "借款期限", "Term", [
      flag("due", "是否到期", "Has it run out?"),
      period("agreed", "约定期限", "Agreed term", VARIES),
    ]),
    block("fact", "rate", "借款利率", "Interest rates", [
      rate("value", "利率", "Rate", { per: "none", ...VARIES }),
      choice("per", "计算周期", "Per", PER),
      longText("clause", "利率条款", "Clause on interest"),
      rate("uplift", "逾期上浮", "Uplift in default", { per: "none" }),
      longText("upliftClause", "逾期上浮条款", "Clause on the uplift"),
      ...flagged(
        "compound",
        "是否约定复利",
        "Compound interest agreed?",
        longText("compoundClause", "复利条款", "Clause on compound interest"),
      ),
      rate("penalty", "罚息（违约金）利率", "Penalty rate", { per: "none" }),
      longText("penaltyClause", "罚息（违约金）条款", "Clause on the penalty"),
    ]),
    block("fact", "disbursed", "借款发放时间", "When disbursed", [
      date("on", "发放时间", "On", VARIES),
      money("amount", "发放金额", "Amount", VARIES),
    ]),
    block("fact", "repayment", "还款方式", "How it was to be repaid", [
      choice(
        "way",
        "还款方式",
        "Way",
        options(
          "equalPayments 等额本息 Equal payments",
          "equalPrincipal 等额本金 Equal principal",
          "atOnce 到期一次性还本付息 Principal and interest at the end",
          "monthly 按月计息、到期还本 Interest monthly, principal at the end",
          "quarterly 按季计息、到期还本 Interest quarterly, principal at the end",
          "yearly 按年计息、到期还本 Interest yearly, principal at the end",
          "other 其他 Otherwise",
        ),
      ),
    ]),
    block("fact", "repaid", "还款情况", "What was repaid", [
      money("principal", "已还本金", "Principal", VARIES),
      money("interest", "已还利息", "Interest", VARIES),
      date("interestTo", "利息还至", "Interest paid to", VARIES),
    ]),
    block("fact", "overdue", "逾期情况", "Default", [
      ...flagged(
        "exists",
        "是否存在逾期还款",
        "In default?",
        date("since", "逾期起始时间", "Since", VARIES),
        count("days", "至今已逾期", "For", { unit: "day", ...VARIES }),
      ),
    ]),
    {
      ...guarantee,
      zh: "担保情况（含保函）",
      en: "Security given, letters of guarantee included",
    },
    basis,
    mediationWish,
  ],
  advice: [],
};
