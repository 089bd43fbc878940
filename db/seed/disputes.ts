import type { Chance } from "./chance";

/** A cause as it comes to the demo court: how often, who sues whom, what is said. Amounts in yuan. */
export type DisputeKind = {
  readonly cause: string;
  readonly weight: number;
  readonly claimant: "bank" | "estate" | "company" | "person" | "studio";
  readonly respondent: "person" | "company" | "hospital" | "insurer";
  readonly from: number;
  readonly to: number;
  readonly selfApplied: number;
  readonly claims: (yuan: string) => string;
  readonly facts: (yuan: string, chance: Chance) => string;
  readonly undisputed: readonly string[];
};

export const DISPUTES: readonly DisputeKind[] = [
  {
    cause: "115.2",
    weight: 22,
    claimant: "bank",
    respondent: "person",
    from: 6_000,
    to: 120_000,
    selfApplied: 0,
    claims: (yuan) => `一、判令被告偿还信用卡欠款本金、利息及费用共计 ${yuan} 元；二、诉讼费用由被告承担。`,
    facts: (yuan) =>
      `被告向原告申领信用卡并透支消费，逾期未还。截至起诉之日尚欠 ${yuan} 元，经短信、电话催收未果。`,
    undisputed: ["被告领用并使用案涉信用卡。", "双方对最近一次还款的日期和金额无异议。"],
  },
  {
    cause: "126",
    weight: 18,
    claimant: "estate",
    respondent: "person",
    from: 2_400,
    to: 26_000,
    selfApplied: 0.15,
    claims: (yuan) => `一、判令被告支付物业服务费 ${yuan} 元及违约金；二、诉讼费用由被告承担。`,
    facts: (yuan, chance) =>
      `原告为被告所住小区提供物业服务，被告自 ${2023 + chance.int(0, 1)} 年起未交纳物业服务费，累计欠费 ${yuan} 元。被告认为服务质量不达标。`,
    undisputed: [
      "双方存在物业服务合同关系，房屋建筑面积以产权证记载为准。",
      "物业服务费标准为每月每平方米 2.60 元。",
    ],
  },
  {
    cause: "108.3",
    weight: 16,
    claimant: "person",
    respondent: "person",
    from: 8_000,
    to: 300_000,
    selfApplied: 0.35,
    claims: (yuan) => `一、请求被申请人归还借款本金 ${yuan} 元；二、按约定支付利息。`,
    facts: (yuan) =>
      `双方系朋友关系，被申请人因资金周转借款 ${yuan} 元，转账支付，出具借条，约定一年内归还，到期后仅归还一部分。`,
    undisputed: ["借款以银行转账方式支付，双方对金额无异议。", "借条由被申请人本人书写。"],
  },
  {
    cause: "108.1",
    weight: 8,
    claimant: "bank",
    respondent: "person",
    from: 30_000,
    to: 480_000,
    selfApplied: 0,
    claims: (yuan) => `一、判令被告提前归还借款本息 ${yuan} 元；二、诉讼费用由被告承担。`,
    facts: (yuan) =>
      `双方签订个人消费借款合同，原告依约发放贷款，被告连续多期未按约还款，按合同约定全部提前到期，尚欠 ${yuan} 元。`,
    undisputed: ["借款合同由被告本人在线签署。", "贷款已经发放至被告账户。"],
  },
  {
    cause: "411",
    weight: 9,
    claimant: "person",
    respondent: "insurer",
    from: 5_000,
    to: 160_000,
    selfApplied: 0.3,
    claims: (yuan) =>
      `一、请求赔偿医疗费、误工费、护理费、车辆损失等共计 ${yuan} 元；二、保险公司在保险限额内先行赔付。`,
    facts: (yuan) => `双方车辆发生碰撞，交管部门认定对方负主要责任。申请人因此支出及损失合计 ${yuan} 元。`,
    undisputed: ["双方对事故责任认定书无异议。", "肇事车辆投保交强险和商业三者险。"],
  },
  {
    cause: "14",
    weight: 6,
    claimant: "person",
    respondent: "person",
    from: 0,
    to: 0,
    selfApplied: 0,
    claims: () =>
      "一、请求判令双方离婚；二、婚生子女由原告抚养，被告按月支付抚养费；三、依法分割夫妻共同财产。",
    facts: () => "双方登记结婚后因性格差异产生矛盾，分居已满一年，经亲友劝解未能和好。",
    undisputed: ["双方均同意子女随母亲共同生活。"],
  },
  {
    cause: "205.5",
    weight: 7,
    claimant: "person",
    respondent: "company",
    from: 4_000,
    to: 68_000,
    selfApplied: 0.5,
    claims: (yuan) => `请求支付拖欠的劳动报酬 ${yuan} 元。`,
    facts: (yuan, chance) =>
      `申请人在被申请人处工作，被申请人拖欠 ${chance.int(2, 6)} 个月工资共计 ${yuan} 元，有考勤记录和欠条为证。`,
    undisputed: ["双方对工作期间和月工资标准无异议。"],
  },
  {
    cause: "88",
    weight: 8,
    claimant: "company",
    respondent: "company",
    from: 12_000,
    to: 360_000,
    selfApplied: 0.1,
    claims: (yuan) => `一、判令被告支付货款 ${yuan} 元及逾期付款损失；二、诉讼费用由被告承担。`,
    facts: (yuan) =>
      `双方签订购销合同，原告按约交货并开具发票，被告尚欠货款 ${yuan} 元。被告称部分货物存在质量问题。`,
    undisputed: ["双方对交货数量和合同单价无异议。"],
  },
  {
    cause: "413",
    weight: 3,
    claimant: "person",
    respondent: "hospital",
    from: 20_000,
    to: 220_000,
    selfApplied: 0.7,
    claims: (yuan) => `请求赔偿医疗费、护理费、精神损害抚慰金等共计 ${yuan} 元。`,
    facts: (yuan) => `申请人在被申请人处手术后出现并发症，认为诊疗和告知存在过错，主张损失 ${yuan} 元。`,
    undisputed: ["双方对住院时间和手术名称无异议。"],
  },
  {
    cause: "164.13",
    weight: 3,
    claimant: "studio",
    respondent: "company",
    from: 2_000,
    to: 20_000,
    selfApplied: 0.2,
    claims: (yuan) => `一、判令被告停止侵权并删除涉案图片；二、赔偿经济损失及合理开支 ${yuan} 元。`,
    facts: (yuan) =>
      `原告系涉案摄影作品著作权人，被告未经许可在其公众号使用，原告主张损失及合理开支 ${yuan} 元。`,
    undisputed: ["被告公众号发布过涉案图片，现已删除。"],
  },
];

const SURNAMES = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤",
];
const GIVEN = [
  "伟",
  "芳",
  "娜",
  "敏",
  "静",
  "丽",
  "强",
  "磊",
  "军",
  "洋",
  "勇",
  "艳",
  "杰",
  "涛",
  "明",
  "超",
  "霞",
  "平",
  "刚",
  "桂英",
  "建国",
  "晓东",
  "雅婷",
  "志强",
  "文博",
  "子涵",
  "春梅",
  "海燕",
  "俊杰",
  "欣怡",
  "立新",
  "振华",
  "慧玲",
  "国栋",
  "晓彤",
  "嘉宁",
];

export const personName = (chance: Chance): string => chance.pick(SURNAMES) + chance.pick(GIVEN);

const BANKS = ["示范银行股份有限公司信用卡中心", "示信银行股份有限公司北京分行", "示诚消费金融有限公司"];
const ESTATES = ["北京示安物业管理有限公司", "北京示和物业服务有限公司", "北京示佳物业管理有限公司"];
const COMPANIES = [
  "北京示远商贸有限公司",
  "北京示成装饰工程有限公司",
  "北京示辉科技有限公司",
  "北京示达物流有限公司",
  "北京示味餐饮管理有限公司",
];

export function organisationName(
  kind: DisputeKind["claimant"] | DisputeKind["respondent"],
  chance: Chance,
): string {
  if (kind === "bank") return chance.pick(BANKS);
  if (kind === "estate") return chance.pick(ESTATES);
  if (kind === "hospital") return "北京示康医院";
  if (kind === "insurer") return "示平财产保险股份有限公司北京分公司";
  if (kind === "studio") return "北京示影文化传播有限公司";
  return chance.pick(COMPANIES);
}
