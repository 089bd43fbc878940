import { basis, commonClaims, guarantee, jurisdiction, mediationWish, securityClaim } from "../common-blocks";
import { block, date, flag, flagged, longText, money, paid, type Sheet, text } from "../element";

const VARIES = { varies: true };
const NEEDED = { varies: true, isRequired: true };

/** 信用卡纠纷, the form of 法〔2025〕82号. */
export const creditCard: Sheet = {
  key: "credit-card",
  zh: "信用卡纠纷",
  en: "Credit card dispute",
  causes: ["115.2"],
  isOfficial: true,
  blocks: [
    block("claim", "principal", "透支本金", "Principal", [
      date("asOf", "截至", "As of", NEEDED),
      paid(money("amount", "尚欠本金", "Principal owed", NEEDED)),
    ]),
    block("claim", "charges", "利息、罚息、复利、滞纳金、违约金、手续费等", "Interest and charges", [
      date("asOf", "截至", "As of", VARIES),
      paid(money("amount", "合计", "In all", VARIES)),
      flag(
        "continuing",
        "自次日起按领用协议计至实际清偿之日",
        "Continuing under the card agreement until paid",
      ),
      longText("detail", "明细", "Details"),
    ]),
    securityClaim,
    commonClaims,
    jurisdiction,
    block("fact", "card", "信用卡办理情况", "The card", [
      text("number", "信用卡卡号", "Card number", NEEDED),
      text("holder", "登记权利人", "Holder", VARIES),
      date("openedOn", "办卡时间", "Opened on", VARIES),
      text("branch", "办卡行", "Issuing branch", VARIES),
    ]),
    block("fact", "terms", "领用协议的主要约定", "Main terms of the card agreement", [
      money("limit", "透支金额（额度）", "Credit limit", VARIES),
      longText(
        "charges",
        "利息、罚息、复利、滞纳金、违约金、手续费等的计算标准",
        "How interest and charges are reckoned",
      ),
      longText("breach", "违约责任", "Liability for breach"),
      longText("ending", "解除条件", "Conditions of termination"),
    ]),
    block("fact", "highlighting", "提示和说明义务", "Pointing out standard terms", [
      ...flagged(
        "done",
        "是否对格式条款尽到提示、说明义务",
        "Were standard terms pointed out and explained?",
        longText("how", "具体情况（方式、时间、地点）", "How, when and where"),
      ),
    ]),
    block("fact", "paid", "逾期后已还款", "Paid since default", [
      money("amount", "已还款金额", "Amount paid", VARIES),
    ]),
    block("fact", "outstanding", "逾期未还款", "Outstanding", [
      date("since", "逾期起始时间", "In default since", NEEDED),
      date("asOf", "截至", "As of", VARIES),
      money("principal", "本金", "Principal", NEEDED),
      money("interest", "利息", "Interest", VARIES),
      money("penalty", "罚息", "Penalty interest", VARIES),
      money("compound", "复利", "Compound interest", VARIES),
      money("lateFee", "滞纳金", "Late fee", VARIES),
      money("breachFee", "违约金", "Contractual penalty", VARIES),
      money("serviceFee", "手续费", "Service fee", VARIES),
    ]),
    block("fact", "dunning", "催收情况", "Reminders", [
      ...flagged("done", "是否催收过", "Was payment demanded?"),
    ]),
    guarantee,
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "发卡行未就格式条款尽到提示、说明义务的，持卡人可以主张该条款不成为合同内容。",
      en: "Terms that the issuer did not point out may not bind the holder.",
      source: "BC21 2",
    },
    {
      zh: "息费总额过高的，持卡人可以请求适当减少；法律没有规定固定上限。",
      en: "An excessive total may be reduced on request; the law sets no fixed cap.",
      source: "BC21 2",
    },
    {
      zh: "以短信、信函、邮件等催收，或者从账户扣款、报案的，诉讼时效中断。",
      en: "A demand by text, letter or mail, a deduction, or a report to the police interrupts limitation.",
      source: "BC21 3",
    },
  ],
};
