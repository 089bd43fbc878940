import type { ConsentChannel, ConsentDecision, ConsentKind } from "~/domain/mediation/consents";
import type { MediationEnd } from "~/domain/mediation/outcomes";
import type {
  AttendanceStatus,
  BookingStatus,
  SessionMode,
  SessionResult,
  SessionStatus,
} from "~/domain/mediation/sessions";
import type { FactSource } from "~/domain/mediation/undisputed-facts";
import type { English } from "./text";

type Keys =
  | `consent.${ConsentKind}`
  | `decision.${ConsentDecision}`
  | `channel.${ConsentChannel}`
  | `end.${MediationEnd}`
  | `mode.${SessionMode}`
  | `booking.${BookingStatus}`
  | `session.${SessionStatus}`
  | `result.${SessionResult}`
  | `attendance.${AttendanceStatus}`
  | `source.${FactSource}`;

/** The vocabulary of mediation as it is held. */
export const zh = {
  "consent.mediation": "同意调解",
  "consent.online": "同意在线调解",
  "consent.splitVideo": "同意分别视频",
  "consent.electronicService": "同意电子送达",
  "consent.extension": "同意延长期限",
  "consent.appraisal": "同意鉴定",
  "consent.goOn": "书面同意继续调解",
  "consent.undisputedFacts": "确认无争议事实",
  "consent.confirmation": "申请司法确认",
  "decision.agreed": "同意",
  "decision.refused": "不同意",
  "channel.partyLink": "手机链接",
  "channel.onPaper": "书面",
  "channel.inPerson": "当面",
  "channel.phone": "电话",
  "end.agreed": "达成协议",
  "end.selfSettledWithdrawn": "自行和解并撤回",
  "end.unreachable": "联系不上当事人",
  "end.partyUnwilling": "当事人不愿继续调解",
  "end.tooFarApart": "分歧太大，难以达成一致",
  "end.expired": "调解期限届满",
  "end.refusedToSign": "拒绝签署协议",
  "end.other": "其他原因",
  "mode.onsite": "现场",
  "mode.video": "视频",
  "mode.phone": "电话",
  "mode.videoSplit": "分别视频",
  "mode.otherPlace": "其他地点",
  "booking.held": "保留中",
  "booking.booked": "已约定",
  "booking.released": "已放开",
  "session.planned": "已排期",
  "session.open": "进行中",
  "session.held": "已结束",
  "session.cancelled": "已取消",
  "session.noShow": "未到场",
  "result.agreed": "达成一致",
  "result.partlyAgreed": "部分达成一致",
  "result.notAgreed": "没有达成一致",
  "result.adjourned": "另约时间继续",
  "attendance.present": "到场",
  "attendance.remote": "在线参加",
  "attendance.late": "迟到",
  "attendance.absent": "未到",
  "attendance.represented": "由代理人到场",
  "source.bothSaid": "双方陈述一致",
  "source.evidence": "证据证明",
} as const satisfies Record<Keys, string>;

export const en: English<typeof zh> = {
  "consent.mediation": "Consent to mediation",
  "consent.online": "Consent to online mediation",
  "consent.splitVideo": "Consent to separate video",
  "consent.electronicService": "Consent to electronic service",
  "consent.extension": "Consent to an extension",
  "consent.appraisal": "Consent to an appraisal",
  "consent.goOn": "Consent to go on",
  "consent.undisputedFacts": "Undisputed facts confirmed",
  "consent.confirmation": "Application for confirmation",
  "decision.agreed": "Agreed",
  "decision.refused": "Refused",
  "channel.partyLink": "Party link",
  "channel.onPaper": "On paper",
  "channel.inPerson": "In person",
  "channel.phone": "By phone",
  "end.agreed": "Agreement reached",
  "end.selfSettledWithdrawn": "Settled between themselves and withdrawn",
  "end.unreachable": "A party cannot be reached",
  "end.partyUnwilling": "A party does not want to go on",
  "end.tooFarApart": "Too far apart",
  "end.expired": "Time limit over",
  "end.refusedToSign": "A party refused to sign",
  "end.other": "Another reason",
  "mode.onsite": "On site",
  "mode.video": "Video",
  "mode.phone": "Phone",
  "mode.videoSplit": "Video, one after the other",
  "mode.otherPlace": "Another place",
  "booking.held": "Held",
  "booking.booked": "Booked",
  "booking.released": "Released",
  "session.planned": "Scheduled",
  "session.open": "Under way",
  "session.held": "Ended",
  "session.cancelled": "Cancelled",
  "session.noShow": "Absent",
  "result.agreed": "Agreed",
  "result.partlyAgreed": "Partly agreed",
  "result.notAgreed": "Not agreed",
  "result.adjourned": "To be continued",
  "attendance.present": "Present",
  "attendance.remote": "Online",
  "attendance.late": "Late",
  "attendance.absent": "Absent",
  "attendance.represented": "Represented",
  "source.bothSaid": "Both sides say so",
  "source.evidence": "Shown by evidence",
};
