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
  longText,
  money,
  options,
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

/** 民间借贷纠纷, the form of 法〔2025〕82号. */
export const privateLending: Sheet = {
  key: "private-lending",
  zh: "民间借贷纠纷",
  en: "Private lending dispute",
  causes: ["108.3"],
  isOfficial: true,
  blocks: [
    loanPrincipal,
    block("claim", "interest", "利息", "Interest", [
      date("asOf", "截至", "As of", VARIES),
      paid(money("amount", "欠利息", "Interest owed", VARIES)),
      longText("method", "计算方式", "How reckoned"),
      flag("untilPaid", "请求支付至实际清偿之日", "Claimed until paid"),
    ]),
    accelerateClaim,
    securityClaim,
    commonClaims,
    jurisdiction,
    loanContract,
    block("fact", "sides", "签订主体", "Who signed", [
      text("lender", "出借人", "Lender"),
      text("borrower", "借款人", "Borrower"),
    ]),
    block("fact", "amount", "借款金额", "Amount lent", [
      money("agreed", "约定金额", "Agreed", NEEDED),
      money("actual", "实际提供金额", "Actually handed over", NEEDED),
      choice(
        "delivery",
        "交付方式",
        "How",
        options("cash 现金 Cash", "transfer 转账 Bank transfer", "other 其他 Otherwise"),
      ),
    ]),
    loanTerm,
    block("fact", "rate", "借款利率", "Interest rate", [
      rate("value", "利率", "Rate", { per: "none", ...VARIES }),
      choice("per", "计算周期", "Per", PER),
      longText("clause", "合同条款", "Clause"),
    ]),
    block("fact", "delivered", "借款提供时间", "When handed over", [
      date("on", "提供时间", "On", VARIES),
      money("amount", "提供金额", "Amount", VARIES),
    ]),
    block("fact", "repayment", "还款方式", "How it was to be repaid", [
      choice("way", "还款方式", "Way", repaymentWays()),
    ]),
    loanRepaid,
    loanOverdue,
    guarantee,
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "约定利率超过合同成立时一年期贷款市场报价利率四倍的部分不受支持；逾期利息、违约金、其他费用合并计算。",
      en: "What exceeds four times the one-year LPR of the contract's month is not supported, overdue interest, penalty and fees together.",
      source: "PL20 25, 28, 29",
    },
    {
      zh: "没有约定利息的，不支持利息；自然人之间约定不明的，也不支持。",
      en: "No interest agreed, none owed; between natural persons none where it is unclear.",
      source: "PL20 24",
    },
    {
      zh: "预先在本金中扣除利息的，以实际出借金额为本金。",
      en: "Where interest was taken off beforehand, the principal is what was handed over.",
      source: "PL20 26",
    },
    {
      zh: "注意虚假诉讼、虚假调解的风险：借款来源、交付凭证、双方关系、有无异常一致。",
      en: "Look for sham claims: where the money came from, proof of delivery, how the sides are related, unusual agreement.",
      source: "P15",
    },
  ],
};
