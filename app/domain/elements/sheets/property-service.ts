import { basis, commonClaims, jurisdiction, mediationWish } from "../common-blocks";
import { area, block, count, date, flag, longText, money, paid, period, type Sheet, text } from "../element";

const VARIES = { varies: true };
const NEEDED = { varies: true, isRequired: true };

/** 物业服务合同纠纷, the form of 法〔2025〕82号; `arrears.period` and `months` are ours, for series. */
export const propertyService: Sheet = {
  key: "property-service",
  zh: "物业服务合同纠纷",
  en: "Property service contract dispute",
  causes: ["126"],
  isOfficial: true,
  blocks: [
    block("claim", "fee", "物业费", "Service charge", [
      date("asOf", "截至", "As of", NEEDED),
      paid(money("amount", "尚欠物业费", "Owed", NEEDED)),
    ]),
    block("claim", "penalty", "违约金", "Penalty", [
      date("asOf", "截至", "As of", VARIES),
      paid(money("amount", "欠违约金", "Owed", VARIES)),
      flag("untilPaid", "请求支付至实际清偿之日", "Claimed until paid"),
    ]),
    commonClaims,
    jurisdiction,
    block("fact", "contract", "物业服务合同签订情况", "The contract", [
      longText("text", "名称、编号、签订时间、地点等", "Name, number, when and where signed", VARIES),
    ]),
    block("fact", "sides", "签订主体", "Who signed", [
      text("owner", "业主（建设单位）", "Owner or developer"),
      text("manager", "物业服务人", "Manager"),
    ]),
    block("fact", "home", "物业项目情况", "The property", [
      text("place", "坐落位置", "Where", NEEDED),
      area("area", "面积", "Area", NEEDED),
      text("owner", "所有权人", "Owned by", VARIES),
    ]),
    block("fact", "standard", "约定的物业费标准", "Charge agreed", [
      text("fee", "物业费标准（元/㎡·月）", "Per square metre and month"),
    ]),
    block("fact", "service", "约定的物业服务期限", "Service agreed for", [
      period("period", "服务期限", "Period"),
    ]),
    block("fact", "payment", "约定的支付方式", "How it was to be paid", [longText("way", "支付方式", "Way")]),
    block("fact", "penaltyStandard", "约定的逾期支付违约金标准", "Penalty agreed", [
      longText("text", "违约金标准", "Rate and clause"),
    ]),
    block("fact", "arrears", "欠付物业费", "Arrears", [
      money("amount", "欠费数额", "Amount", NEEDED),
      longText("formula", "计算方式", "How reckoned"),
      period("period", "欠费期间", "Period", VARIES),
      count("months", "欠费月数", "Months", { unit: "month", ...VARIES }),
    ]),
    block("fact", "penaltyDue", "应付违约金", "Penalty due", [
      money("amount", "违约金数额", "Amount", VARIES),
      longText("formula", "计算方式", "How reckoned"),
    ]),
    block("fact", "dunning", "催缴情况", "Reminders", [
      longText("text", "催缴方式和时间", "How and when", { varies: true }),
    ]),
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "物业服务人已按约定提供服务的，业主不得以未接受或者无需接受服务为由拒付。",
      en: "Where the service was rendered, an owner cannot refuse because he did not use or need it.",
      source: "CC 944",
    },
    {
      zh: "逾期不付的，物业服务人应当先催告并给予合理期限，届期仍不付的方可起诉或者申请仲裁。",
      en: "The manager must first demand payment and allow a reasonable time before suing.",
      source: "CC 944",
    },
    {
      zh: "物业服务人不得以停水、停电、停热、停气等方式催交。",
      en: "Water, power, heating or gas must not be cut off to collect the charge.",
      source: "CC 944",
    },
  ],
};
