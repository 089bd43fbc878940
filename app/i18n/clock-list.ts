import type { English } from "./text";

/** Words beside a time limit in a list; its sentence comes ready from the server (clock-sentence.ts). */
export const zh = {
  awaited: "尚未起算",
  provisional: "{{on}}（暂定）",
  paused: "暂停计算",
  owner: "负责：{{owner}}。",
  toEnd: "期限已满，{{owner}}须于 {{by}}前终结调解。",
  nobody: "诉调对接专员",
} as const;

export const en: English<typeof zh> = {
  awaited: "Not running yet",
  provisional: "{{on}} (provisional)",
  paused: "Not counting",
  owner: "Answerable: {{owner}}.",
  toEnd: "The time is over; {{owner}} has to end the mediation by {{by}}.",
  nobody: "the coordinator",
};
