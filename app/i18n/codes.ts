import type { AssignmentStatus, FeeStatus } from "~/domain/cases/facts";
import type { NumberPurpose } from "~/domain/cases/number-families";
import type { Intake, LegalAct, Regime } from "~/domain/cases/regime";
import type { CloseReason, Procedure, SettledRoute, Track } from "~/domain/cases/routes";
import type { CauseGroup } from "~/domain/intake/causes";
import type { SuitabilityCode } from "~/domain/intake/suitability";
import type { PackageKind } from "~/domain/review/decision-codes";
import type { English } from "./text";

type Keys =
  | `regime.${Regime}`
  | `intake.${Intake}`
  | `legalAct.${LegalAct}`
  | `route.${SettledRoute}`
  | `track.${Track}`
  | `procedure.${Procedure}`
  | `closed.${CloseReason}`
  | `package.${PackageKind}`
  | `fee.${FeeStatus}`
  | `assignment.${AssignmentStatus}`
  | `number.${NumberPurpose}`
  | `group.${CauseGroup}`
  | `suitability.${SuitabilityCode}`;

/** The vocabulary of a case. Other vocabularies stand beside: session-codes, people-codes, document-codes, slot-codes, clocks. */
export const zh = {
  "regime.PRE_FILING": "先调解后立案（2025 年以前）",
  "regime.POST_FILING": "先立案后调解",
  "intake.LAWSUIT": "起诉",
  "intake.SELF_APPLIED": "申请调解",
  "legalAct.delegated": "委派调解",
  "legalAct.entrusted": "委托调解",
  "route.confirm": "司法确认",
  "route.statement": "出具调解书",
  "route.withdraw": "撤回",
  "route.performed": "已即时履行",
  "track.fastTrack": "速裁",
  "track.ordinary": "普通审理",
  "procedure.smallClaim": "小额诉讼",
  "procedure.summary": "简易程序",
  "procedure.ordinarySole": "普通程序独任制",
  "procedure.ordinaryPanel": "普通程序合议制",
  "closed.performed": "履行完毕",
  "closed.withdrawn": "撤回",
  "closed.deemedWithdrawn": "按撤诉处理",
  "closed.notPursued": "不再主张",
  "closed.notReceived": "不予接收",
  "closed.confirmed": "裁定确认",
  "closed.statement": "调解书结案",
  "closed.judgment": "判决",
  "closed.enforced": "执行完毕",
  "closed.importUndone": "误导入，已撤销",
  "package.settled": "已达成协议，移交审查",
  "package.failed": "调解未成，转入审理",
  "fee.notDue": "不需交纳",
  "fee.unsent": "未发通知",
  "fee.sent": "已通知，待交纳",
  "fee.paid": "已交纳",
  "fee.waived": "已减免",
  "assignment.orgOffered": "已交调解组织，待指定",
  "assignment.offered": "待调解员接受",
  "assignment.accepted": "已接受",
  "number.mediation": "调解",
  "number.confirmation": "司法确认",
  "number.statement": "调解书",
  "number.firstInstance": "一审",
  "number.paymentOrder": "支付令",
  "number.preservation": "保全",
  "number.enforcement": "执行",
  "group.lending": "借贷",
  "group.contract": "合同",
  "group.labour": "劳动劳务",
  "group.tort": "侵权",
  "group.family": "婚姻家庭",
  "group.ip": "知识产权",
  "group.special": "特别程序",
  "suitability.partyRefuses": "当事人明确不愿意调解",
  "suitability.specialProcedure": "适用特别程序等，不能调解",
  "suitability.statusConfirmation": "要求确认身份关系，不能调解",
  "suitability.outsideJurisdiction": "不属于本院管辖",
  "suitability.offlineOnly": "当事人不具备在线条件，须现场调解",
  "suitability.registerFirst": "起诉案件须先登记立案",
  "suitability.medicalCommitteeBarred": "法院已受理，医疗纠纷人民调解委员会不能再自行受理",
  "suitability.steered": "这类纠纷宜优先引导调解",
  "suitability.mediationFirst": "这类纠纷应当先行调解",
  "suitability.arbitrationFirst": "须先经劳动争议仲裁，请核对",
  "suitability.appraisalLikely": "可能需要鉴定，鉴定时间不计入调解期限",
  "suitability.shamLoanRisk": "民间借贷，请留意虚假诉讼",
  "suitability.divorceNotEndless": "离婚案件应当调解，但不得久调不决",
} as const satisfies Record<Keys, string>;

export const en: English<typeof zh> = {
  "regime.PRE_FILING": "Mediation before registration (until 2024)",
  "regime.POST_FILING": "Registration before mediation",
  "intake.LAWSUIT": "Lawsuit",
  "intake.SELF_APPLIED": "Application for mediation",
  "legalAct.delegated": "Delegated mediation",
  "legalAct.entrusted": "Entrusted mediation",
  "route.confirm": "Judicial confirmation",
  "route.statement": "Mediation statement",
  "route.withdraw": "Withdrawal",
  "route.performed": "Performed at once",
  "track.fastTrack": "Fast track",
  "track.ordinary": "Ordinary trial",
  "procedure.smallClaim": "Small claims",
  "procedure.summary": "Summary procedure",
  "procedure.ordinarySole": "Ordinary procedure, single judge",
  "procedure.ordinaryPanel": "Ordinary procedure, panel",
  "closed.performed": "Performed",
  "closed.withdrawn": "Withdrawn",
  "closed.deemedWithdrawn": "Treated as withdrawn",
  "closed.notPursued": "Not pursued",
  "closed.notReceived": "Not received",
  "closed.confirmed": "Confirmed by ruling",
  "closed.statement": "Mediation statement",
  "closed.judgment": "Judgment",
  "closed.enforced": "Enforced",
  "closed.importUndone": "Entered in error, import taken back",
  "package.settled": "Settled, handed over for review",
  "package.failed": "Failed, moved to trial",
  "fee.notDue": "None due",
  "fee.unsent": "Notice not sent",
  "fee.sent": "Notice sent, not paid",
  "fee.paid": "Paid",
  "fee.waived": "Waived",
  "assignment.orgOffered": "With the organisation, mediator to be named",
  "assignment.offered": "Awaiting the mediator",
  "assignment.accepted": "Accepted",
  "number.mediation": "Mediation",
  "number.confirmation": "Confirmation",
  "number.statement": "Statement",
  "number.firstInstance": "First instance",
  "number.paymentOrder": "Payment order",
  "number.preservation": "Preservation",
  "number.enforcement": "Enforcement",
  "group.lending": "Lending",
  "group.contract": "Contract",
  "group.labour": "Labour",
  "group.tort": "Tort",
  "group.family": "Family",
  "group.ip": "Intellectual property",
  "group.special": "Special procedure",
  "suitability.partyRefuses": "A party clearly does not want mediation",
  "suitability.specialProcedure": "Special procedure; cannot be mediated",
  "suitability.statusConfirmation": "Asks to confirm personal status; cannot be mediated",
  "suitability.outsideJurisdiction": "Outside this court’s jurisdiction",
  "suitability.offlineOnly": "A party cannot take part online; mediate on site",
  "suitability.registerFirst": "A suit must be registered first",
  "suitability.medicalCommitteeBarred":
    "The court has accepted the case, so the medical mediation committee cannot take it on its own",
  "suitability.steered": "Mediation should be suggested first in such disputes",
  "suitability.mediationFirst": "Such disputes must be mediated first",
  "suitability.arbitrationFirst": "Labour arbitration comes first; please check",
  "suitability.appraisalLikely": "An appraisal is likely; its time does not count",
  "suitability.shamLoanRisk": "Private lending: look out for sham litigation",
  "suitability.divorceNotEndless": "Divorce must be mediated, but not without end",
};
