import type { StepCode } from "~/domain/elements/calculators/calculation";
import type { OVERTIME_KINDS } from "~/domain/elements/calculators/wages";
import type { English } from "./text";

type Keys = `step.${StepCode}` | `overtime.${(typeof OVERTIME_KINDS)[number]}` | "unverified" | "total";

/** How sums came about, a sentence a step. */
export const zh = {
  total: "合计：{{total}}",
  unverified: "其中有的规定或者数值未经核对原文，请使用前自行核实。",
  "step.feeBase": "不超过 1 万元的部分，每件 50 元",
  "step.feeBand": "{{amount}} × {{band}}",
  "step.feeHalf": "减半收取",
  "step.feeLabour": "劳动争议案件每件 10 元",
  "step.capLpr":
    "合同成立（或者起诉）当月公布的一年期贷款市场报价利率为 {{lpr}}（自 {{since}} 起），四倍为 {{cap}}",
  "step.capBefore2020": "2020 年 8 月 19 日以前按当时的规定，以年利率 {{cap}} 为限",
  "step.capGiven": "按法院给定的上限，年利率 {{cap}}",
  "step.interestCapped": "约定年利率 {{agreed}}，超过上限，按 {{cap}} 计",
  "step.interestSegment": "{{principal}} × {{year}} × {{days}} 天 ÷ 365（{{from}} 起，至 {{until}} 前一日）",
  "step.claimedOver": "主张 {{claimed}}，超出 {{over}}",
  "step.claimedWithin": "主张 {{claimed}}，没有超出",
  "step.cardInterest": "{{principal}} × 每日 {{day}} × {{days}} 天（{{from}} 起，至 {{until}} 前一日）",
  "step.cardCharge": "{{name}}",
  "step.cardYearly": "息费合计折合年利率 {{year}}；实践中常以 {{ceiling}} 作为调整参考，法律没有规定固定上限",
  "step.wagesOwed": "月工资 {{monthly}} × {{months}} 个月",
  "step.wagesPaid": "减去已付 {{paid}}",
  "step.severanceYears":
    "工作 {{months}} 个月，折 {{wages}} 个月工资（满六个月不满一年按一年，不满六个月按半个月）",
  "step.severanceCapped": "月工资高于当地平均工资三倍，按 {{cap}} 计，最多 {{years}} 年",
  "step.severance": "{{base}} × {{wages}}",
  "step.unlawfulDouble": "违法解除，按经济补偿的二倍",
  "step.doubleWage": "月工资 {{monthly}} × {{months}} 个月（自第二个月起，最多十一个月）",
  "step.overtime": "{{kind}} {{hours}} 小时 × 每小时 {{hour}} × {{times}}",
  "step.annualLeave": "未休 {{days}} 天 × 每天 {{day}} × 200%（另外 100% 已随工资支付）",
  "step.disability": "每年 {{yearly}} × {{years}} 年 × {{grade}}（{{level}} 级）",
  "step.death": "每年 {{yearly}} × {{years}} 年",
  "step.funeral": "丧葬费：月平均工资 {{monthly}} × 6",
  "step.dependants": "被扶养人：每年 {{yearly}} × {{years}} 年 × {{grade}} ÷ {{supporters}} 人",
  "step.perDay": "{{name}}：{{days}} 天 × 每天 {{day}}",
  "step.liabilityShare": "{{whole}} 中由对方承担 {{share}}",
  "overtime.workday": "工作日加班",
  "overtime.restDay": "休息日加班",
  "overtime.holiday": "法定节假日加班",
} as const satisfies Record<Keys, string>;

export const en: English<typeof zh> = {
  total: "In all: {{total}}",
  unverified:
    "A rule or figure in this was not checked against the official text; check it before you rely on it.",
  "step.feeBase": "50 yuan for anything up to 10,000",
  "step.feeBand": "{{amount}} × {{band}}",
  "step.feeHalf": "Half of it is charged",
  "step.feeLabour": "A labour dispute costs 10 yuan",
  "step.capLpr":
    "The one-year LPR published in the month of the contract (or suit) is {{lpr}} (since {{since}}); four times that is {{cap}}",
  "step.capBefore2020": "Up to 2020-08-19 the rules of that time cap it at {{cap}} a year",
  "step.capGiven": "The court gives a cap of {{cap}} a year",
  "step.interestCapped": "{{agreed}} a year was agreed, which is over the cap: {{cap}} counts",
  "step.interestSegment":
    "{{principal}} × {{year}} × {{days}} days ÷ 365 (from {{from}} to the day before {{until}})",
  "step.claimedOver": "{{claimed}} is claimed, {{over}} too much",
  "step.claimedWithin": "{{claimed}} is claimed, which is within it",
  "step.cardInterest":
    "{{principal}} × {{day}} a day × {{days}} days (from {{from}} to the day before {{until}})",
  "step.cardCharge": "{{name}}",
  "step.cardYearly":
    "All of it comes to {{year}} a year; courts often look to {{ceiling}} when they reduce it, the law sets no cap",
  "step.wagesOwed": "{{monthly}} a month × {{months}} months",
  "step.wagesPaid": "Less {{paid}} already paid",
  "step.severanceYears":
    "{{months}} months of work make {{wages}} months' wages (six months and more count as a year, less as half a month)",
  "step.severanceCapped":
    "The wage is over three times the local average: {{cap}} counts, for {{years}} years at most",
  "step.severance": "{{base}} × {{wages}}",
  "step.unlawfulDouble": "Twice the severance for an unlawful termination",
  "step.doubleWage": "{{monthly}} a month × {{months}} months (from the second month, eleven at most)",
  "step.overtime": "{{kind}}: {{hours}} hours × {{hour}} an hour × {{times}}",
  "step.annualLeave": "{{days}} days not taken × {{day}} a day × 200% (the other 100% came with the wage)",
  "step.disability": "{{yearly}} a year × {{years}} years × {{grade}} (grade {{level}})",
  "step.death": "{{yearly}} a year × {{years}} years",
  "step.funeral": "Funeral: an average month's wage of {{monthly}} × 6",
  "step.dependants": "Dependant: {{yearly}} a year × {{years}} years × {{grade}} ÷ {{supporters}}",
  "step.perDay": "{{name}}: {{days}} days × {{day}} a day",
  "step.liabilityShare": "Of {{whole}} the other side bears {{share}}",
  "overtime.workday": "Overtime on workdays",
  "overtime.restDay": "Overtime on rest days",
  "overtime.holiday": "Overtime on public holidays",
};
