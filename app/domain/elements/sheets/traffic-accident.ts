import { basis, jurisdictionAndAppraisal, mediationWish, plainClaims } from "../common-blocks";
import { block, choice, date, longText, money, options, paid, type Sheet, text } from "../element";
import { appraisedDays, disabilityGrade, injuryClaims, paidBefore } from "./injury-blocks";

/** 机动车交通事故责任纠纷, the form of 法〔2025〕82号; shares of liability, insurers and appraised days are ours. */
export const trafficAccident: Sheet = {
  key: "traffic-accident",
  zh: "机动车交通事故责任纠纷",
  en: "Traffic accident liability dispute",
  causes: ["411"],
  isOfficial: true,
  blocks: [
    ...injuryClaims,
    block("claim", "property", "财产损失", "Damage to property", [
      paid(money("vehicle", "车辆损失（维修费、施救费等）", "Vehicle: repair, recovery")),
      paid(money("downtime", "停运损失、替代交通费用", "Downtime or replacement")),
      paid(money("other", "其他财产损失", "Other property")),
    ]),
    block("claim", "costs", "其他费用", "Other costs", [
      paid(money("appraisal", "鉴定费", "Appraisal")),
      longText("detail", "明细", "Details"),
    ]),
    plainClaims,
    jurisdictionAndAppraisal,
    block("fact", "accident", "交通事故发生情况", "The accident", [
      date("on", "发生日期", "On", { isRequired: true }),
      text("place", "地点", "Where"),
      longText("course", "经过", "Course of events", { isRequired: true }),
    ]),
    block("fact", "liability", "交通事故责任认定", "Finding of liability", [
      text("document", "事故认定书文号", "Number of the finding"),
      choice(
        "share",
        "对方责任",
        "The other side's share",
        options(
          "full 全部 Full",
          "main 主要 Main",
          "equal 同等 Equal",
          "minor 次要 Minor",
          "none 无责任 None",
        ),
      ),
      longText("text", "认定情况", "What was found"),
    ]),
    block("fact", "insurance", "机动车投保情况", "Insurance", [
      text("compulsory", "交强险承保公司", "Compulsory insurer"),
      text("compulsoryPolicy", "交强险保单号", "Compulsory policy"),
      text("commercial", "商业三者险承保公司", "Commercial insurer"),
      text("commercialPolicy", "商业三者险保单号", "Commercial policy"),
      money("commercialLimit", "商业三者险限额", "Limit of the commercial policy"),
    ]),
    block("fact", "injury", "鉴定的伤情", "Appraised injury", [disabilityGrade, ...appraisedDays]),
    paidBefore,
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "先由交强险限额内赔偿，不足部分由商业三者险按合同赔偿，仍不足的由侵权人承担。",
      en: "Compulsory insurance pays first, then the commercial policy, then whoever caused the damage.",
      source: "CC 1213",
    },
  ],
};
