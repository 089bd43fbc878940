import type { ClockGroup } from "~/domain/cases/event-row";
import type { DocumentHeading, StageLookup, StageWord } from "~/domain/cases/stages-document";
import * as clocks from "./clocks";
import * as effects from "./effects";
import * as events from "./events";
import * as guards from "./guards";
import * as roles from "./roles";
import * as stages from "./stages";
import { type English, sayAny } from "./text";

export const zh = {
  title: "案件阶段与事件",
  intro: "本页由案件事件表生成，请勿手工修改：`npm run docs`。",
  stages: "阶段",
  events: "事件",
  stage: "阶段",
  phase: "环节",
  owner: "负责人",
  clocks: "期限",
  event: "事件",
  from: "从",
  to: "到",
  by: "办理人",
  guards: "条件",
  effects: "随后",
  newCase: "（新案件）",
} as const satisfies Record<DocumentHeading, string>;

export const en: English<typeof zh> = {
  title: "Stages and events of a case",
  intro: "Generated from the case table, not to be edited by hand: `npm run docs`.",
  stages: "Stages",
  events: "Events",
  stage: "Stage",
  phase: "Phase",
  owner: "Owner",
  clocks: "Clocks",
  event: "Event",
  from: "From",
  to: "To",
  by: "By",
  guards: "Conditions",
  effects: "Then",
  newCase: "(new case)",
};

const CATALOGUES: Readonly<
  Record<StageWord["kind"], { zh: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> }>
> = {
  heading: { zh, en },
  phase: stages,
  stage: stages,
  event: events,
  actor: roles,
  guard: guards,
  effect: effects,
  clock: clocks,
};
const CLOCK_GROUPS = {
  mediation: { zh: "调解期限", en: "mediation period" },
  acceptance: {
    zh: "受理期限 (T12) 或出具调解书期限 (L07)",
    en: "acceptance (T12) or issuing the statement (L07)",
  },
  decision: {
    zh: "审查期限 (T13) 或出具调解书期限 (L07)",
    en: "decision (T13) or issuing the statement (L07)",
  },
  trial: { zh: "审理期限", en: "trial period" },
} as const satisfies Record<ClockGroup, { zh: string; en: string }>;
const isGroup = (code: string): code is ClockGroup => code in CLOCK_GROUPS;

/** Every word of docs/stages.md, as the screens say it. */
export const stageWords: StageLookup = (word, language) => {
  if (word.kind === "clock" && isGroup(word.code)) return CLOCK_GROUPS[word.code][language];
  const key = word.kind === "phase" ? `phase.${word.code}` : word.code;
  return sayAny(language === "zh" ? "zh-CN" : "en", CATALOGUES[word.kind], key);
};
