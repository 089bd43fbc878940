import type { English } from "./text";

/** Calculators: what is entered and how a sum is taken over; each step's words are those of calculations.ts. */
export const zh = {
  title: "计算器",
  every: "全部计算器",
  about: "按规定的公式计算，列出每一步和依据。结果只供参考，不限制任何办理。",
  kinds: "算什么",
  entered: "填写",
  fromSheet: "已经带入要素表中的数额和日期，可以修改。",
  reckon: "计算",
  result: "结果",
  steps: "计算步骤",
  sources: "依据：{{sources}}",
  notKnown: "缺少合同成立当月的市场报价利率，请填写“法院给定的上限”后再计算。",
  take: "写入要素表：{{element}}（{{side}}）",
  takeHint: "写入后是要素表新的一版，记下由谁写入；没有正式提交以前，只有双方和调解人员能看到。",
  link: "计算：{{what}}",
} as const;

export const en: English<typeof zh> = {
  title: "Calculators",
  every: "All calculators",
  about: "By the rules' own formulas, with every step and its source. A sum advises; it restricts nothing.",
  kinds: "What to work out",
  entered: "Enter",
  fromSheet: "Amounts and dates come from the element sheet; you can change them.",
  reckon: "Work it out",
  result: "Result",
  steps: "Steps",
  sources: "Sources: {{sources}}",
  notKnown:
    "The loan prime rate of the contract's month is not known here. Enter the cap given by the court and work it out again.",
  take: "Write into the sheet: {{element}} ({{side}})",
  takeHint:
    "It becomes a new version of the sheet, with who wrote it; until it is handed in, only both sides and those who mediate read it.",
  link: "Work out: {{what}}",
};
