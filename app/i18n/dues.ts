import type { English } from "./text";

/** What is owed by the agreement, on the case page and in the form that enters what was performed. */
export const zh = {
  title: "履行情况",
  note_other: "共 {{count}} 项，已履行 {{done}} 项",
  whole: "第 {{no}} 项　{{kind}}",
  part: "第 {{no}} 项第 {{part}} 期　{{kind}}",
  owes: "{{name}}，{{what}}",
  dueOn: "应于 {{on}} 以前",
  noDay: "没有约定日期",
  performedOn: "{{on}} 履行",
  record: "登记已履行的义务",
} as const;

export const en: English<typeof zh> = {
  title: "Performance",
  note_one: "{{count}} due, {{done}} performed",
  note_other: "{{count}} dues, {{done}} performed",
  whole: "No {{no}}, {{kind}}",
  part: "No {{no}}, instalment {{part}}, {{kind}}",
  owes: "{{name}}, {{what}}",
  dueOn: "due by {{on}}",
  noDay: "no day agreed",
  performedOn: "performed on {{on}}",
  record: "Enter what was performed",
};
