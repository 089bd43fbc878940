import type { English } from "./text";

/** What goes out to people: neutral titles, nothing of the other side. */
export const zh = {
  summary: "调解通知 {{number}}",
  subjectInvite: "【{{court}}】调解时间地点通知 {{number}}",
  subjectMoved: "【{{court}}】调解时间变更通知 {{number}}",
  subjectCancelled: "【{{court}}】调解取消通知 {{number}}",
  greeting: "{{name}}：",
  introInvite: "您的案件已安排调解，请按下列时间参加。",
  introMoved: "您的调解时间或地点已变更，请以本通知为准。",
  introCancelled: "下列调解已经取消，您无需前往。如另行安排，将再次通知您。",
  introStaff: "您有一场调解已列入日程。",
  when: "时间：{{when}}（北京时间）",
  place: "地点：{{place}}",
  placeVideo: "方式：视频调解。届时请打开下面的链接进入。",
  arrive: "请您在 {{at}} 到达。",
  waitIn: "到达后请先到 {{place}} 等候，工作人员会带您进去。",
  placePhone: "方式：电话调解。请保持电话畅通，法院将在约定时间后 15 分钟内从 {{phone}} 拨打。",
  number: "登记号：{{number}}",
  mediator: "调解员：{{name}}",
  bring: "请携带：本人身份证件、证据材料；由他人代理的，另带授权委托书。",
  absence: "调解出于自愿。您不参加不会因此被判败诉，但调解可能因此终结，案件将依法转入下一程序。",
  answer: "请打开下面的链接回复能否参加，或者直接在日历中接受、拒绝：",
  verify: "核实真伪：请拨打本院公开电话 {{phone}}，报出登记号即可查询。法院不会要求您转账或提供密码。",
  office: "{{court}}诉调对接中心",
  address: "法院地址：{{address}}",
  subjectNotice: "【{{court}}】案件办理通知 {{number}}",
  subjectStaff: "【{{court}}】{{number}}：{{what}}",
  openCase: "请打开下面的链接查看：",
  sendReceipt: "您提交的材料本院已经收到，登记号为 {{number}}。我们将在法定期限内审查，结果会再通知您。",
  sendCorrectionNotice: "您提交的材料需要补正。请打开链接查看一次性告知的补正事项，并在期限内补齐。",
  sendIntakeRefusal: "您的申请不适合在本院调解。请打开链接查看理由，以及您可以选择的其他途径。",
  sendGuidance:
    "本案适合先行调解。调解出于自愿、过程保密、不收取费用；达成协议后可以申请司法确认或者出具调解书，获得强制执行力；调解不成，案件依法继续办理。请打开链接了解并表示是否同意。",
  sendSelectionNotice:
    "本案的调解员已经选定，请打开链接查看。您认为调解员与本案有利害关系的，可以申请其回避。",
  sendOffer: "请打开链接，在给出的时间中选择您方便的时间。",
  serveAgreement: "双方签署的调解协议已经生效，请打开链接查看并下载。",
  sendFeeNotice: "请按通知在期限内交纳案件受理费；逾期未交的，依法按撤诉处理。",
  sendRuling: "法院已就司法确认申请作出裁定，请打开链接查看。",
  sendStatement: "法院已制作调解书，请打开链接查看，并按通知签收。",
  sendEnforcementSheet: "申请执行所需信息已经整理完成，请打开链接查看。",
  notifyParties: "您的案件有新的进展，请打开链接查看。",
  remindPerformance: "调解协议约定的履行期限临近，请按约履行；已经履行的，请打开链接说明。",
  sendDelegation: "有一件案件委派（委托）给您调解，请在三个工作日内接受或者说明理由退回。",
  notifyMediator: "您承办的案件有新的情况，请查看。",
  sendTerminationReport: "调解员已提交调解终结报告，请查看并办理后续程序。",
  notifyCoordinator: "案件等待您处理，请查看。",
  warnClock: "{{clock}}{{left}}，最后一日是 {{on}}。",
  alertExpiry: "{{clock}}已于 {{on}}届满。请最迟在 {{by}}终结调解；终结报告已经起草，待核对签名。",
  notifyJudge: "有案件移交给您，请查看。",
  feedName: "{{name}}的调解日程",
  feedRoomName: "{{name}}的使用安排",
  feedBusy: "法院安排",
  feedFull: "调解 {{number}} {{claimants}}—{{respondents}}",
  feedSides: "双方：{{claimants}}；{{respondents}}",
} as const;

export const en: English<typeof zh> = {
  summary: "Mediation notice {{number}}",
  subjectInvite: "[{{court}}] Mediation session {{number}}",
  subjectMoved: "[{{court}}] Mediation session changed {{number}}",
  subjectCancelled: "[{{court}}] Mediation session cancelled {{number}}",
  greeting: "{{name}},",
  introInvite: "A mediation session has been arranged in your case. Please attend at the time below.",
  introMoved:
    "The time or place of your mediation session has changed. This notice replaces the earlier one.",
  introCancelled:
    "The session below is cancelled; you need not come. We will write again if another one is arranged.",
  introStaff: "A mediation session has been entered in your calendar.",
  when: "Time: {{when}} (Beijing time)",
  place: "Place: {{place}}",
  placeVideo: "By video. Please open the link below at that time.",
  arrive: "Please arrive at {{at}}.",
  waitIn: "Please wait in {{place}}; staff will take you in.",
  placePhone:
    "By telephone. Keep your telephone at hand: the court calls from {{phone}} within 15 minutes of the time above.",
  number: "Registration number: {{number}}",
  mediator: "Mediator: {{name}}",
  bring: "Please bring your identity document and your evidence; an agent also brings the power of attorney.",
  absence:
    "Mediation is voluntary. Not coming does not lose you the case, but the mediation may end and the case goes on to the next stage.",
  answer: "Please open this link to say whether you can come, or accept or decline in your calendar:",
  verify:
    "To check that this is genuine, call the court's published number {{phone}} and give the registration number. The court never asks for money transfers or passwords.",
  office: "Mediation centre of {{court}}",
  address: "Address of the court: {{address}}",
  subjectNotice: "[{{court}}] Notice in your case {{number}}",
  subjectStaff: "[{{court}}] {{number}}: {{what}}",
  openCase: "Please open this link:",
  sendReceipt:
    "We have received your papers; the registration number is {{number}}. We will examine them within the statutory time and write again.",
  sendCorrectionNotice:
    "Your papers need correction. Open the link for the complete list and hand in what is missing in time.",
  sendIntakeRefusal:
    "Your application cannot be mediated at this court. Open the link for the reason and for the other ways open to you.",
  sendGuidance:
    "This case is suitable for mediation. Mediation is voluntary, confidential and free of charge; an agreement can be confirmed by the court or issued as a mediation statement and is then enforceable; if it fails, the case goes on by law. Open the link to read more and to say whether you agree.",
  sendSelectionNotice:
    "The mediator of this case has been chosen; open the link to see who it is. If you think that he has an interest in the case you may ask for his recusal.",
  sendOffer: "Open the link and choose among the times offered.",
  serveAgreement:
    "The agreement signed by both sides has taken effect; open the link to read and download it.",
  sendFeeNotice:
    "Please pay the court fee within the time in the notice; unpaid in time, the case is deemed withdrawn by law.",
  sendRuling: "The court has ruled on the application for confirmation; open the link to read it.",
  sendStatement:
    "The court has issued a mediation statement; open the link to read it and sign for it as the notice says.",
  sendEnforcementSheet:
    "The information for an application for enforcement is ready; open the link to see it.",
  notifyParties: "There is news in your case; open the link to read it.",
  remindPerformance:
    "A date for performance under the agreement is near. Please perform; if you have, say so by the link.",
  sendDelegation:
    "A case is sent to you for mediation. Please accept it within three working days, or return it with a reason.",
  notifyMediator: "There is news in a case of yours; please have a look.",
  sendTerminationReport: "The mediator has handed in a termination report; please see to what follows.",
  notifyCoordinator: "A case waits for you; please have a look.",
  warnClock: "{{clock}}: {{left}}; the last day is {{on}}.",
  alertExpiry:
    "{{clock}}: the time ran out on {{on}}. The mediation must be ended by {{by}}; a report is drafted for your signature.",
  notifyJudge: "A case has been handed over to you; please have a look.",
  feedName: "Mediation calendar of {{name}}",
  feedRoomName: "Use of {{name}}",
  feedBusy: "At the court",
  feedFull: "Mediation {{number}} {{claimants}} – {{respondents}}",
  feedSides: "Sides: {{claimants}}; {{respondents}}",
};
