import type { English } from "./text";

export const zh = {
  title: "演示信箱",
  lead: "没有配置 SMTP_URL 时，本应发出的邮件都留在这里，供演示查看。",
  filter: "收件地址",
  show: "查看",
  all: "全部",
  sent: "时间",
  to: "收件人",
  subject: "主题",
  body: "正文",
  calendar: "下载日历文件",
  total_other: "显示最近 {{count}} 封",
  empty: "还没有邮件。约定一次调解，邀请就会出现在这里。",
  older: "更早",
} as const;

export const en: English<typeof zh> = {
  title: "Demo mailbox",
  lead: "Without SMTP_URL every mail that would have gone out is kept here to be read.",
  filter: "Address",
  show: "Show",
  all: "All",
  sent: "Sent",
  to: "To",
  subject: "Subject",
  body: "Text",
  calendar: "Download calendar file",
  total_one: "The last mail",
  total_other: "The last {{count}} mails",
  empty: "No mail yet. Book a session and the invitations appear here.",
  older: "Older",
};
