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
  date,
  flag,
  flagged,
  longText,
  money,
  paid,
  rate,
  type Sheet,
  text,
} from "../element";
import {
  loanContract,
  loanOverdue,
  loanPrincipal,
  loanRepaid,
  loanTerm,
  PER,
  repaymentWays,
} from "./loan-parts";

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
    loanPrincipal,
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
    loanContract,
    block("fact", "sides", "签订主体", "Who signed", [
      text("lender", "贷款人", "Lender"),
      text("borrower", "借款人", "Borrower"),
    ]),
    block("fact", "amount", "借款金额", "Amount lent", [
      money("agreed", "约定金额", "Agreed", NEEDED),
      money("disbursed", "实际发放金额", "Disbursed", NEEDED),
    ]),
    loanTerm,
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
        repaymentWays("equalPayments 等额本息 Equal payments", "equalPrincipal 等额本金 Equal principal"),
      ),
    ]),
    loanRepaid,
    loanOverdue,
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
