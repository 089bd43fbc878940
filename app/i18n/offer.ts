import type { English } from "./text";

/** Times put to the sides, on the case page: who has answered, and for those who seek a time what suits whom. */
export const zh = {
  noteAnswer: "代记选择的时间",
  title: "已请双方选时间",
  open: "答复截止 {{until}}",
  expired: "答复已截止（{{until}}）",
  "answer.yes": "已答复",
  "answer.no": "未答复",
  common: "各方都可以",
  suits: "{{names}} 可以",
  suitsNobody: "还没有人可以",
  over: "已过",
  words: "{{name}}：{{words}}",
  private: "哪一方选了什么只给调解员和调解协调员看，请不要转告另一方。",
  found: "有各方都可以的时间，但没能自动约定，请约定。",
  nothing: "没有各方都可以的时间，请另提时间。",
  late: "没有等到全部答复，可以另提时间，或者电话联系后约定。",
  book: "约定时间",
  again: "另提时间",
} as const;

export const en: English<typeof zh> = {
  noteAnswer: "Note a side’s choice",
  title: "The sides were asked to choose a time",
  open: "Answers count until {{until}}",
  expired: "Answers counted until {{until}}",
  "answer.yes": "Answered",
  "answer.no": "Not answered",
  common: "Suits everybody",
  suits: "Suits {{names}}",
  suitsNobody: "Suits nobody so far",
  over: "gone by",
  words: "{{name}}: {{words}}",
  private: "Only the mediator and the coordinator see what a side chose; please do not tell the other side.",
  found: "A time suits everybody but could not be booked by itself: please book it.",
  nothing: "No time suits everybody. Please offer others.",
  late: "Not everybody answered in time. Offer other times, or call and then book.",
  book: "Book a time",
  again: "Offer other times",
};
