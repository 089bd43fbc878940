import { basis, commonClaims, guarantee, jurisdiction, mediationWish, securityClaim } from "../common-blocks";
import {
  block,
  choice,
  choices,
  count,
  date,
  flag,
  flagged,
  longText,
  money,
  options,
  paid,
  rate,
  type Sheet,
  text,
} from "../element";

const VARIES = { varies: true };

/** 买卖合同纠纷, the form of 法〔2025〕82号: the seller claims the first two, the buyer the next two. */
export const sale: Sheet = {
  key: "sale",
  zh: "买卖合同纠纷",
  en: "Sale contract dispute",
  causes: ["88"],
  isOfficial: true,
  blocks: [
    block("claim", "price", "给付价款（出卖人）", "Price (seller)", [
      paid(money("amount", "价款", "Price", VARIES)),
    ]),
    block("claim", "late", "迟延给付价款的利息、违约金（出卖人）", "Late payment (seller)", [
      date("asOf", "截至", "As of", VARIES),
      paid(money("interest", "利息", "Interest", VARIES)),
      paid(money("penalty", "违约金", "Penalty", VARIES)),
      longText("base", "计算基数", "Base"),
      longText("standard", "计算标准", "Rate"),
      longText("method", "计算方式", "How reckoned"),
      flag("untilPaid", "请求支付至实际清偿之日", "Claimed until paid"),
    ]),
    block("claim", "loss", "赔偿因卖方违约所受的损失（买受人）", "Buyer's loss", [
      paid(money("amount", "损失", "Loss")),
      choice(
        "breach",
        "违约类型",
        "Kind of breach",
        options("late 迟延履行 Late", "none 不履行 Not at all", "other 其他 Other"),
      ),
      longText("detail", "具体情形", "What happened"),
      longText("reckoning", "损失计算依据", "How the loss is reckoned"),
    ]),
    block("claim", "defect", "对标的物瑕疵承担责任（买受人）", "Defects (buyer)", [
      ...flagged(
        "claimed",
        "是否主张",
        "Claimed?",
        choices(
          "remedies",
          "责任方式",
          "Remedies",
          options(
            "repair 修理 Repair",
            "remake 重作 Making anew",
            "replace 更换 Replacement",
            "return 退货 Return",
            "reduce 减少价款或者报酬 Reduction",
            "other 其他 Other",
          ),
        ),
      ),
    ]),
    block("claim", "ending", "继续履行或者解除合同", "Performance or rescission", [
      flag("continue", "要求继续履行", "Performance"),
      count("continueDays", "履行期限", "Within", { unit: "day", ifSet: "continue" }),
      choice("continueWhat", "履行义务", "What", options("pay 付款 Payment", "deliver 供货 Delivery"), {
        ifSet: "continue",
      }),
      flag("rescind", "要求判令解除买卖合同", "Rescission by judgment"),
      date("rescindedOn", "确认买卖合同已于该日解除", "Confirm that it was rescinded on"),
    ]),
    securityClaim,
    commonClaims,
    jurisdiction,
    block("fact", "contract", "合同签订情况", "The contract", [
      flag("written", "有无书面合同", "Written?"),
      longText("text", "名称、编号、签订时间、地点等", "Name, number, when and where signed", VARIES),
    ]),
    block("fact", "sides", "签订主体", "Who signed", [
      text("seller", "出卖人（卖方）", "Seller"),
      text("buyer", "买受人（买方）", "Buyer"),
    ]),
    block("fact", "goods", "买卖标的物情况", "The goods", [
      longText("text", "名称、规格、质量、数量等", "Name, kind, quality, quantity", { isRequired: true }),
    ]),
    block("fact", "priceTerms", "约定的价格及支付方式", "Price and payment agreed", [
      money("unit", "单价", "Unit price", VARIES),
      money("total", "总价", "Total price", { isRequired: true, varies: true }),
      choice(
        "way",
        "支付方式",
        "Way",
        options("cash 现金 Cash", "transfer 转账 Transfer", "bill 票据 Bill", "other 其他 Other"),
      ),
      flag("instalments", "分期支付", "In instalments"),
      longText("instalmentsDetail", "分期方式", "How", { ifSet: "instalments" }),
    ]),
    block("fact", "delivery", "约定的交货时间、地点、方式等", "Delivery agreed", [
      longText("text", "约定", "Terms"),
    ]),
    block("fact", "quality", "约定的质量标准及检验方式、异议期限", "Quality and inspection agreed", [
      longText("text", "约定", "Terms"),
    ]),
    block("fact", "penalty", "约定的违约金（定金）", "Penalty and deposit agreed", [
      money("penalty", "违约金", "Penalty"),
      longText("penaltyClause", "违约金条款", "Clause on the penalty"),
      money("deposit", "定金", "Deposit"),
      longText("depositClause", "定金条款", "Clause on the deposit"),
      rate("late", "迟延履行违约金（每日）", "Penalty for delay, a day", { per: "day" }),
      longText("lateClause", "迟延履行条款", "Clause on delay"),
    ]),
    block("fact", "status", "价款支付及标的物交付情况", "Paid and delivered", [
      money("paidOnTime", "按期支付价款", "Paid on time", VARIES),
      money("paidLate", "逾期付款", "Paid late", VARIES),
      money("unpaid", "逾期未付款", "Not paid", VARIES),
      longText("delivered", "按期交付标的物", "Delivered on time"),
      longText("deliveredLate", "逾期交付标的物", "Delivered late"),
      longText("undelivered", "逾期未交付标的物", "Not delivered"),
    ]),
    block("fact", "delay", "迟延履行", "Delay", [
      ...flagged(
        "exists",
        "是否存在迟延履行",
        "Was there delay?",
        count("days", "迟延时间", "For", { unit: "day" }),
        choice(
          "kind",
          "迟延类型",
          "Of what",
          options("payment 逾期付款 Payment", "delivery 逾期交货 Delivery"),
        ),
      ),
    ]),
    block("fact", "urged", "催促履行", "Demands", [
      ...flagged(
        "done",
        "是否催促过履行",
        "Was performance demanded?",
        date("on", "时间", "On"),
        text("how", "方式", "How"),
      ),
    ]),
    block("fact", "faults", "质量争议", "Quality in dispute", [
      ...flagged("quality", "买卖合同标的物有无质量争议", "Is quality disputed?"),
      ...flagged("conformity", "质量规格或者履行方式是否存在不符合约定的情况", "Other than agreed?"),
      ...flagged("negotiated", "是否曾就标的物质量问题协商", "Was it negotiated?"),
      ...flagged("notice", "是否通知解除合同", "Was rescission notified?"),
    ]),
    block("fact", "due", "被告应当支付的利息、违约金、赔偿金", "What the respondent owes", [
      money("interest", "利息", "Interest", VARIES),
      money("penalty", "违约金", "Penalty", VARIES),
      money("damages", "赔偿金", "Damages", VARIES),
      money("total", "合计", "In all", VARIES),
      longText("method", "计算方式", "How reckoned"),
    ]),
    guarantee,
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "定金数额不得超过主合同标的额的百分之二十，超过部分不产生定金效力。",
      en: "A deposit counts up to a fifth of the contract price; what exceeds it is none.",
      source: "CC 586",
    },
  ],
};
