import {
  type Block,
  block,
  choice,
  count,
  date,
  flag,
  longText,
  money,
  options,
  paid,
  period,
  text,
} from "../element";

/* Compensation for injury, item by item, as the form for traffic accidents lists it; other injuries follow it. */

const proof = flag("proof", "有无证明", "Proof?");

export const injuryClaims: readonly Block[] = [
  block("claim", "medical", "医疗费", "Medical expenses", [
    period("period", "治疗期间", "Treated from, to"),
    text("hospital", "医疗机构", "Hospital"),
    paid(money("amount", "医疗费用", "Expenses")),
    flag("documents", "医疗费发票、病历、清单等是否齐全", "Invoices and records complete?"),
  ]),
  block("claim", "nursing", "护理费", "Nursing", [
    count("days", "护理天数", "Days", { unit: "day" }),
    paid(money("amount", "护理费", "Expenses")),
    paid(money("lostIncome", "护理人员误工收入", "Income lost by whoever nursed")),
    proof,
  ]),
  block("claim", "nutrition", "营养费", "Nutrition", [paid(money("amount", "营养费", "Amount")), proof]),
  block("claim", "meals", "住院伙食补助费", "Meals in hospital", [
    paid(money("amount", "住院伙食补助费", "Amount")),
    proof,
  ]),
  block("claim", "lostIncome", "误工费", "Lost income", [
    period("period", "误工期间", "From, to"),
    paid(money("amount", "误工费", "Amount")),
  ]),
  block("claim", "transport", "交通费", "Transport", [
    paid(money("amount", "交通费", "Amount")),
    flag("vouchers", "有无凭证", "Vouchers?"),
  ]),
  block("claim", "disability", "残疾赔偿金", "Disability", [
    paid(money("compensation", "残疾赔偿金", "Compensation")),
    paid(money("dependants", "被扶养人生活费", "Support of dependants")),
  ]),
  block("claim", "aids", "残疾辅助器具费", "Aids", [paid(money("amount", "残疾辅助器具费", "Amount"))]),
  block("claim", "death", "死亡赔偿金、丧葬费", "Death", [
    paid(money("compensation", "死亡赔偿金", "Compensation")),
    paid(money("funeral", "丧葬费", "Funeral")),
  ]),
  block("claim", "mental", "精神损害抚慰金", "Mental suffering", [
    paid(money("amount", "精神损害抚慰金", "Amount")),
  ]),
];

/** 法医鉴定的伤残等级: one to ten, the first the worst. */
export const DISABILITY_GRADES = options(
  ..."一二三四五六七八九十".split("").map((zh, n) => `grade${n + 1} ${zh}级 Grade ${n + 1}`),
);

export const disabilityGrade = choice("grade", "伤残等级", "Grade of disability", DISABILITY_GRADES);

/** How long somebody needed care, rest and better food, as an appraisal says. */
export const appraisedDays = [
  count("careDays", "护理期", "Nursing for", { unit: "day" as const }),
  count("restDays", "误工期", "Unfit for work for", { unit: "day" as const }),
  count("nutritionDays", "营养期", "Better nutrition for", { unit: "day" as const }),
];

export const paidBefore: Block = block("fact", "paidBefore", "已经垫付或者支付", "Paid already", [
  money("amount", "金额", "Amount"),
  date("on", "时间", "On"),
  longText("by", "支付人和项目", "By whom and what for"),
]);
