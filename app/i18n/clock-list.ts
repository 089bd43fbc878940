import type { English } from "./text";

/** Words beside a time limit in a list; its sentence comes ready from the server (clock-sentence.ts). */
export const zh = {
  awaited: "尚未起算",
  provisional: "{{on}}（暂定）",
  paused: "暂停计算",
} as const;

export const en: English<typeof zh> = {
  awaited: "Not running yet",
  provisional: "{{on}} (provisional)",
  paused: "Not counting",
};
