import type { SafetyKind } from "~/domain/scheduling/safety";
import type { English } from "./text";

type Keys = `kind.${SafetyKind}`;

/** Why the sides must not meet, and what follows: for staff alone. */
export const zh = {
  title: "安全安排",
  about: "只有工作人员看得到。被保护的一方只会看到自己的到达时间和等候地点，另一方看不到任何内容。",
  flag: "双方不得碰面",
  notice: "{{kind}}：{{name}}提前 {{minutes}} 分钟到达，单独等候。",
  bailiff: "已请法警到场",
  change: "修改安全安排",
  link: "安全安排",
  kind: "情形",
  "kind.domesticViolence": "家庭暴力",
  "kind.protectionOrder": "人身安全保护令",
  "kind.riskOfViolence": "暴力风险",
  protect: "保护谁",
  apart: "提前几分钟到达",
  apartHint: "使双方不在门口相遇；两方的通知各写各的时间",
  room: "在哪里等候",
  anyRoom: "另行安排",
  askBailiff: "请法警到场",
  words: "情况说明（加密保存）",
  save: "保存安全安排",
  end: "解除安全安排",
  endNote: "解除后会重新通知被保护的一方到达时间。",
  saved: "已保存，并已通知被保护的一方",
  ended: "已解除",
} as const satisfies Record<Keys, string> & Record<string, string>;

export const en: English<typeof zh> = {
  title: "Safety",
  about:
    "Seen by staff alone. The protected side sees its own time of arrival and waiting place; the other side sees nothing of it.",
  flag: "The sides must not meet",
  notice: "{{kind}}: {{name}} arrives {{minutes}} minutes earlier and waits apart.",
  bailiff: "A bailiff is asked for",
  change: "Change the safety arrangements",
  link: "Safety",
  kind: "What it is",
  "kind.domesticViolence": "Domestic violence",
  "kind.protectionOrder": "Protection order",
  "kind.riskOfViolence": "Risk of violence",
  protect: "Whom to protect",
  apart: "Minutes to arrive earlier",
  apartHint: "So that the sides do not meet at the door; each notice gives its own time",
  room: "Where to wait",
  anyRoom: "To be arranged",
  askBailiff: "Ask for a bailiff",
  words: "What is known (kept encrypted)",
  save: "Save the arrangements",
  end: "End the arrangements",
  endNote: "The protected side is then told its time of arrival anew.",
  saved: "Saved, and the protected side is told",
  ended: "Ended",
};
