import type { English } from "./text";

/** The main navigation of staff pages and the words of the frame around them. */
export const zh = {
  "nav.today": "今日",
  "nav.board": "看板",
  "nav.cases": "案件",
  "nav.calendar": "排期",
  "nav.availability": "我的时间",
  "nav.reviews": "审查",
  "nav.roster": "名册",
  "nav.courtCalendar": "日历",
  "nav.courtScheduling": "排期规则",
  "nav.courtClocks": "期限规则",
  "nav.tasks": "待办",
  "nav.notices": "通知",
  "nav.report": "统计",
  "nav.records": "记录",
  account: "身份与退出",
  asOf: "数据截至 {{at}}",
  calendar: "工作日历：{{years}} 年，第 {{version}} 版（含调休）",
} as const;

export const en: English<typeof zh> = {
  "nav.today": "Today",
  "nav.board": "Board",
  "nav.cases": "Cases",
  "nav.calendar": "Schedule",
  "nav.availability": "My hours",
  "nav.reviews": "Reviews",
  "nav.roster": "Roster",
  "nav.courtCalendar": "Calendar",
  "nav.courtScheduling": "Scheduling rules",
  "nav.courtClocks": "Time limits",
  "nav.tasks": "Worklist",
  "nav.notices": "Notices",
  "nav.report": "Figures",
  "nav.records": "Records",
  account: "Role and sign-out",
  asOf: "Data as of {{at}}",
  calendar: "Working calendar: {{years}}, version {{version}} (with make-up days)",
};
