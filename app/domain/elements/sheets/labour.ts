import { basis, jurisdiction, mediationWish, plainClaims } from "../common-blocks";
import {
  block,
  count,
  date,
  flag,
  flagged,
  longText,
  money,
  paid,
  period,
  type Sheet,
  text,
} from "../element";

const VARIES = { varies: true };

/** A claim of the form: yes or no, and what is claimed. The amount is ours, so that sums can be checked. */
const claim = (key: string, zh: string, en: string) =>
  block("claim", key, zh, en, [
    ...flagged(
      "claimed",
      `是否主张${zh}`,
      "Claimed?",
      paid(money("amount", "金额", "Amount", VARIES)),
      longText("detail", "明细", "How made up"),
    ),
  ]);

/** 劳动争议, the form of 法〔2025〕82号; `owed` is ours, for wages owed to many. */
export const labour: Sheet = {
  key: "labour",
  zh: "劳动争议",
  en: "Labour dispute",
  causes: ["205"],
  isOfficial: true,
  blocks: [
    claim("wages", "工资", "Wages"),
    claim("doubleWage", "未签书面劳动合同双倍工资", "Double wage for want of a written contract"),
    claim("overtime", "加班费", "Overtime"),
    claim("annualLeave", "未休年休假工资", "Annual leave not taken"),
    claim("insuranceLoss", "未依法缴纳社会保险费造成的经济损失", "Loss from unpaid social insurance"),
    claim("severance", "解除劳动合同经济补偿", "Severance"),
    claim("unlawfulEnding", "违法解除劳动合同赔偿金", "Damages for unlawful termination"),
    plainClaims,
    jurisdiction,
    block("fact", "contract", "劳动合同签订情况", "The contract", [
      longText("text", "合同主体、签订时间、地点、名称等", "Parties, when, where, name", {
        isRequired: true,
      }),
    ]),
    block("fact", "performance", "劳动合同履行情况", "How it was performed", [
      date("hiredOn", "入职时间", "Hired on", { isRequired: true, varies: true }),
      text("post", "岗位", "Post", VARIES),
      text("place", "工作地点", "Place of work"),
      money("agreedWage", "合同约定的月工资", "Monthly wage agreed", VARIES),
      longText("wageParts", "工资构成", "How the wage is made up"),
      money("actualWage", "实发月工资", "Monthly wage paid", VARIES),
      longText("insurance", "办理社会保险的时间及险种", "Social insurance: since when and which"),
      longText("hours", "工作时间、加班和休假情况", "Hours, overtime, leave"),
    ]),
    block("fact", "owed", "拖欠工资情况", "Wages owed", [
      period("period", "拖欠期间", "Period", VARIES),
      count("months", "拖欠月数", "Months", { unit: "month", ...VARIES }),
      money("monthly", "月工资标准", "Monthly wage", VARIES),
      money("paid", "已付部分", "Paid in part", VARIES),
      flag("iou", "有无欠条", "Is there an IOU?", VARIES),
    ]),
    block("fact", "ending", "解除或者终止劳动关系情况", "How it ended", [
      date("on", "解除或者终止时间", "On", VARIES),
      longText("text", "原因、经济补偿或者赔偿金数额", "Why, and amounts"),
    ]),
    block("fact", "injury", "工伤情况", "Work injury", [
      longText("text", "发生时间、认定情况、伤残等级、费用", "When, finding, grade, costs"),
    ]),
    block("fact", "arbitration", "劳动仲裁相关情况", "Labour arbitration", [
      date("filedOn", "申请时间", "Applied on", VARIES),
      longText("claims", "仲裁请求", "What was claimed"),
      text("document", "仲裁文书", "Document", VARIES),
      longText("result", "仲裁结果", "Result"),
    ]),
    block("fact", "other", "其他相关情况", "Other", [
      longText("text", "如是否农民工", "Such as: a migrant worker"),
    ]),
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "案件受理费每件十元；追索劳动报酬的可以不预交。",
      en: "The court fee is 10 yuan; claims for wages need not prepay.",
      source: "FEE 13, 20",
    },
  ],
};
