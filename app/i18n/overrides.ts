import type { English } from "./text";

/** What a coordinator booked over, told to the person whose hours they are (`own`), or to all where they are the court's. */
export const zh = {
  title: "约在常规之外",
  "own.outsideHours": "统筹员约在您的工作时间之外：{{reason}}",
  "own.restDay": "统筹员约在您的休息日：{{reason}}",
  "own.tooSoon": "统筹员约的时间短于您要的提前通知：{{reason}}",
  "own.capDay": "统筹员约的超出您每天的场次：{{reason}}",
  "own.capWeek": "统筹员约的超出您每周的场次：{{reason}}",
  "own.buffer": "统筹员约在您前后场次的间隔之内：{{reason}}",
  "own.ownCalendar": "统筹员约在您自己日历上已有安排的时间：{{reason}}",
  "own.beyondHorizon": "统筹员约在您可预约的日期之外：{{reason}}",
  "court.outsideHours": "统筹员约在法院工作时间之外：{{reason}}",
  "court.restDay": "统筹员约在休息日：{{reason}}",
  "court.tooSoon": "统筹员约的时间短于法院要的提前通知：{{reason}}",
} as const;

export const en: English<typeof zh> = {
  title: "Outside the usual",
  "own.outsideHours": "The coordinator booked outside your hours: {{reason}}",
  "own.restDay": "The coordinator booked your day of rest: {{reason}}",
  "own.tooSoon": "The coordinator booked with less notice than you ask for: {{reason}}",
  "own.capDay": "The coordinator booked beyond your sessions a day: {{reason}}",
  "own.capWeek": "The coordinator booked beyond your sessions a week: {{reason}}",
  "own.buffer": "The coordinator booked into the gap you keep between sessions: {{reason}}",
  "own.ownCalendar": "The coordinator booked over something in your own calendar: {{reason}}",
  "own.beyondHorizon": "The coordinator booked later than you take bookings: {{reason}}",
  "court.outsideHours": "The coordinator booked outside the court's hours: {{reason}}",
  "court.restDay": "The coordinator booked a rest day: {{reason}}",
  "court.tooSoon": "The coordinator booked with less notice than the court asks for: {{reason}}",
};
