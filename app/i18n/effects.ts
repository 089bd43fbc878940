import type { EffectName } from "~/domain/cases/effects";
import type { English } from "./text";

/** What an act sets off, for the preview beside a button and for the list of tasks. */
export const zh = {
  sendReceipt: "发出收到材料的回执",
  sendCorrectionNotice: "发出补正通知",
  sendIntakeRefusal: "发出不予接收告知",
  sendGuidance: "发出先行调解告知",
  sendDelegation: "发出委派、委托函",
  sendSelectionNotice: "告知各方调解员人选",
  sendOffer: "请各方选时间",
  sendInvitations: "发出调解通知和日历",
  sendCancellations: "撤销已发出的安排",
  serveAgreement: "送达调解协议",
  sendTerminationReport: "送交调解终结报告",
  sendFeeNotice: "发出交费通知",
  sendRuling: "送达裁定",
  sendStatement: "送达调解书",
  sendEnforcementSheet: "交付申请执行材料",
  notifyParties: "告知当事人",
  notifyMediator: "告知调解员",
  notifyCoordinator: "告知诉调对接专员",
  notifyJudge: "告知法官",
  remindPerformance: "按期提醒履行",
} as const satisfies Record<EffectName, string>;

export const en: English<typeof zh> = {
  sendReceipt: "Send the receipt for the papers",
  sendCorrectionNotice: "Send the notice of correction",
  sendIntakeRefusal: "Send the refusal of intake",
  sendGuidance: "Send the guidance on mediation",
  sendDelegation: "Send the letter of assignment",
  sendSelectionNotice: "Tell the parties who mediates",
  sendOffer: "Ask the parties to choose a time",
  sendInvitations: "Send invitations and calendar entries",
  sendCancellations: "Take back what was arranged",
  serveAgreement: "Serve the agreement",
  sendTerminationReport: "Send the report on ending",
  sendFeeNotice: "Send the fee notice",
  sendRuling: "Serve the ruling",
  sendStatement: "Serve the statement",
  sendEnforcementSheet: "Hand out the papers for enforcement",
  notifyParties: "Tell the parties",
  notifyMediator: "Tell the mediator",
  notifyCoordinator: "Tell the coordinator",
  notifyJudge: "Tell the judge",
  remindPerformance: "Remind of performance when due",
};
