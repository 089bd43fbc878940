import type { English } from "./text";

/** Templates of documents that the court edits itself. */
export const zh = {
  title: "文书模板",
} as const;

export const en: English<typeof zh> = {
  title: "Document templates",
};
