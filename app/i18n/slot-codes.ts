import type { ConflictCode } from "~/domain/scheduling/conflicts";
import type { Explanation } from "~/domain/scheduling/explain";
import type { NeedCode } from "~/domain/scheduling/needs";
import type { RankReason } from "~/domain/scheduling/ranking";
import type { English } from "./text";

type NotSearched = Explanation["notSearched"][number];
type Keys =
  | `conflict.${ConflictCode}`
  | `conflictOf.${Exclude<ConflictCode, "past" | "beyondDueDate" | "restDay" | "modeClosed">}`
  | `need.${NeedCode}`
  | `rank.${RankReason["code"]}`
  | `notSearched.${NotSearched}`;

/** Why a time is or is not offered; `conflictOf` names whose obstacle it is, `need` what somebody cannot do without. */
export const zh = {
  "conflict.past": "已经过去",
  "conflict.tooSoon": "距离太近，来不及通知",
  "conflict.beyondDueDate": "超过调解期限",
  "conflict.restDay": "休息日",
  "conflict.outsideHours": "不在工作时间",
  "conflict.busy": "已有安排",
  "conflict.busyElsewhere": "在别处另有安排",
  "conflict.absent": "休假或停用",
  "conflict.ownCalendar": "本人日历上另有安排",
  "conflict.facilityMissing": "缺少所需设备",
  "conflict.capDay": "当天的场次已满",
  "conflict.capWeek": "本周的场次已满",
  "conflict.beyondHorizon": "超出可预约的日期",
  "conflict.buffer": "与前后安排的间隔不足",
  "conflict.languageMissing": "调解员不会所需的语言",
  "conflict.modeClosed": "有参加人无法以这种方式参加",
  "conflictOf.tooSoon": "{{who}}来不及通知",
  "conflictOf.outsideHours": "不在{{who}}的时间内",
  "conflictOf.busy": "{{who}}已有安排",
  "conflictOf.busyElsewhere": "{{who}}在别处另有安排",
  "conflictOf.absent": "{{who}}休假或停用",
  "conflictOf.ownCalendar": "{{who}}自己的日历上另有安排",
  "conflictOf.facilityMissing": "{{who}}缺少所需设备",
  "conflictOf.capDay": "{{who}}当天的场次已满",
  "conflictOf.capWeek": "{{who}}本周的场次已满",
  "conflictOf.beyondHorizon": "超出{{who}}可预约的日期",
  "conflictOf.buffer": "与{{who}}前后安排的间隔不足",
  "conflictOf.languageMissing": "{{who}}不会所需的语言",
  "need.signLanguage": "（需要手语）",
  "need.dialect": "（需要方言）",
  "need.companion": "（需要陪同）",
  "need.courtTerminal": "（需要法院的视频终端）",
  "need.noSmartphone": "（没有智能手机）",
  "need.wheelchair": "（使用轮椅）",
  "rank.earliest": "最早的时间",
  "rank.residentDay": "调解员当天驻院",
  "rank.contiguous": "与其他安排相连，不留空档",
  "rank.partyPreference": "符合当事人希望的时间",
  "rank.batchContiguity": "与同一代理人的其他案件前后相连",
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
  "conflict.ownCalendar": "Taken in a calendar of their own",
  "conflict.absent": "On leave or closed",
  "conflict.facilityMissing": "Equipment missing",
  "conflict.capDay": "No more sessions on this day",
  "conflict.capWeek": "No more sessions in this week",
  "conflict.beyondHorizon": "Further ahead than may be booked",
  "conflict.buffer": "Too close to another booking",
  "conflict.languageMissing": "The mediator does not speak the language that is needed",
  "conflict.modeClosed": "Somebody cannot take part in this way",
  "conflictOf.tooSoon": "Too soon for {{who}}",
  "conflictOf.outsideHours": "Outside the hours of {{who}}",
  "conflictOf.busy": "{{who}} is engaged",
  "conflictOf.busyElsewhere": "{{who}} is engaged elsewhere",
  "conflictOf.ownCalendar": "{{who}} has something in a calendar of their own",
  "conflictOf.absent": "{{who}} is on leave or closed",
  "conflictOf.facilityMissing": "{{who}} lacks the equipment",
  "conflictOf.capDay": "{{who}} takes no more sessions on this day",
  "conflictOf.capWeek": "{{who}} takes no more sessions in this week",
  "conflictOf.beyondHorizon": "Further ahead than {{who}} may be booked",
  "conflictOf.buffer": "Too close to another booking of {{who}}",
  "conflictOf.languageMissing": "{{who}} does not speak the language that is needed",
  "need.signLanguage": " (sign language)",
  "need.dialect": " (dialect)",
  "need.companion": " (companion)",
  "need.courtTerminal": " (terminal of the court)",
  "need.noSmartphone": " (no smartphone)",
  "need.wheelchair": " (wheelchair)",
  "rank.earliest": "the earliest time",
  "rank.residentDay": "the mediator is in the court that day",
  "rank.contiguous": "leaves no gap beside other bookings",
  "rank.partyPreference": "when a party would rather meet",
  "rank.batchContiguity": "beside other cases of the same representative",
  "notSearched.offGrid": "Not on a starting time that is offered",
  "notSearched.otherLength": "Another length than asked for",
  "notSearched.outsideHorizon": "Outside the dates searched",
};
