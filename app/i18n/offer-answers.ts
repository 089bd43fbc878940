import type { English } from "./text";

/** A side's answer to offered times, heard by staff. */
export const zh = {
  title: "代记选择的时间",
  about: "一方打电话、到窗口或在微信里说了哪些时间可以，在这里记下；效力与他自己选的相同，另一方看不到。",
  until: "答复到 {{until}} 为止",
  none: "现在没有请各方选的时间",
  noneText: "先请双方选时间，答复才能记下。",
  offer: "请双方选时间",
  legend: "{{name}}可以的时间",
  nothing: "都不选，就是这些时间都不行",
  how: "从哪里听到",
  reason: "他说的话（可不填，只有调解员看得到）",
  save: "记下选择",
  answered: "已答复",
  waiting: "等待答复",
  saved: "已记下",
  withdraw: "收回这些时间",
  withdrawNote: "不再等答复；为各方留着的时间立即放开",
} as const;

export const en: English<typeof zh> = {
  title: "Note a side’s choice of times",
  about:
    "What a side says by telephone, at the counter or in WeChat is noted here; it counts like its own choice, and the other side does not see it.",
  until: "Answers count until {{until}}",
  none: "No times are offered to the sides now",
  noneText: "Offer times to both sides first; then answers can be noted.",
  offer: "Offer times",
  legend: "Times that suit {{name}}",
  nothing: "None ticked means that none of them suits",
  how: "Heard by",
  reason: "What was said (optional; the mediator alone sees it)",
  save: "Note the choice",
  answered: "Answered",
  waiting: "Waiting",
  saved: "Noted",
  withdraw: "Take these times back",
  withdrawNote: "Nobody is asked any more; the times kept for the sides are free at once",
};
