import type { English } from "./text";

export const zh = {
  title: "演示信箱和电话",
  lead: "没有配置 SMTP_URL 和 SMS_URL 时，本应发出的邮件和短信都留在这里，供演示查看。",
  filter: "收件地址或者号码",
  channel: "途径",
  mail: "邮件",
  sms: "短信",
  show: "查看",
  all: "全部",
  calendar: "下载日历文件",
  total_other: "显示最近 {{count}} 条",
  empty: "还没有邮件和短信。约定一次调解，邀请就会出现在这里。",
  older: "更早",
} as const;

export const en: English<typeof zh> = {
  title: "Demo mailbox and telephone",
  lead: "Without SMTP_URL and SMS_URL every mail and text message that would have gone out is kept here to be read.",
  filter: "Address or number",
  channel: "Way",
  mail: "Mail",
  sms: "Text message",
  show: "Show",
  all: "All",
  calendar: "Download calendar file",
  total_one: "The last message",
  total_other: "The last {{count}} messages",
  empty: "Nothing yet. Book a session and the invitations appear here.",
  older: "Older",
};
