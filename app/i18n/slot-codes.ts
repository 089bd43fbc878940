import type { ConflictCode } from "~/domain/scheduling/conflicts";
import type { Explanation } from "~/domain/scheduling/explain";
import type { RankReason } from "~/domain/scheduling/ranking";
import type { English } from "./text";

type NotSearched = Explanation["notSearched"][number];
type Keys =
  | `conflict.${ConflictCode}`
  | `conflictOf.${"tooSoon" | "outsideHours" | "busy" | "busyElsewhere" | "absent" | "facilityMissing"}`
  | `rank.${RankReason["code"]}`
  | `notSearched.${NotSearched}`;

/** Why a time is or is not offered; `conflictOf` names whose obstacle it is. */
export const zh = {
  "conflict.past": "已经过去",
  "conflict.tooSoon": "距离太近，来不及通知",
  "conflict.beyondDueDate": "超过调解期限",
  "conflict.restDay": "休息日",
  "conflict.outsideHours": "不在工作时间",
  "conflict.busy": "已有安排",
  "conflict.busyElsewhere": "在别处另有安排",
  "conflict.absent": "休假或停用",
  "conflict.facilityMissing": "缺少所需设备",
  "conflictOf.tooSoon": "{{who}}来不及通知",
  "conflictOf.outsideHours": "不在{{who}}的时间内",
  "conflictOf.busy": "{{who}}已有安排",
  "conflictOf.busyElsewhere": "{{who}}在别处另有安排",
  "conflictOf.absent": "{{who}}休假或停用",
  "conflictOf.facilityMissing": "{{who}}缺少所需设备",
  "rank.earliest": "最早的时间",
  "rank.residentDay": "调解员当天驻院",
  "rank.contiguous": "与其他安排相连，不留空档",
  "notSearched.offGrid": "不在可选的起始时刻上",
  "notSearched.otherLength": "时长与要求不同",
  "notSearched.outsideHorizon": "超出了查找的日期范围",
} as const satisfies Record<Keys, string>;

export const en: English<typeof zh> = {
  "conflict.past": "Past",
  "conflict.tooSoon": "Too soon for notice",
  "conflict.beyondDueDate": "After the time limit",
  "conflict.restDay": "Rest day",
  "conflict.outsideHours": "Outside working hours",
  "conflict.busy": "Engaged",
  "conflict.busyElsewhere": "Engaged elsewhere",
  "conflict.absent": "On leave or closed",
  "conflict.facilityMissing": "Equipment missing",
  "conflictOf.tooSoon": "Too soon for {{who}}",
  "conflictOf.outsideHours": "Outside the hours of {{who}}",
  "conflictOf.busy": "{{who}} is engaged",
  "conflictOf.busyElsewhere": "{{who}} is engaged elsewhere",
  "conflictOf.absent": "{{who}} is on leave or closed",
  "conflictOf.facilityMissing": "{{who}} lacks the equipment",
  "rank.earliest": "Earliest",
  "rank.residentDay": "The mediator is in the court that day",
  "rank.contiguous": "Leaves no gap beside other bookings",
  "notSearched.offGrid": "Not on a starting time that is offered",
  "notSearched.otherLength": "Another length than asked for",
  "notSearched.outsideHorizon": "Outside the dates searched",
};
