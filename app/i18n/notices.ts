import type { English } from "./text";

/** What goes out to people beside the notices of sessions: neutral titles, nothing of the other side. */
export const zh = {
  greeting: "{{name}}：",
  number: "登记号：{{number}}",
  verify:
    "核实真伪：核验码 {{code}}。可在下面的本院网页输入核验码，或者拨打本院公开电话 {{phone}} 报出核验码查询。法院不会要求您转账或提供密码。",
  sms: "【{{court}}】{{what}}登记号 {{number}}，核验码 {{code}}，核实请拨 {{phone}}。法院不会要求转账或提供密码。",
  office: "{{court}}诉调对接中心",
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
  greeting: "{{name}},",
  number: "Registration number: {{number}}",
  verify:
    "To check that this is genuine: code {{code}}. Enter it on the court's page below, or call the court's published number {{phone}} and read it out. The court never asks for money transfers or passwords.",
  sms: "[{{court}}] {{what}} Registration number {{number}}, code {{code}}; to check call {{phone}}. The court never asks for money or passwords.",
  office: "Mediation centre of {{court}}",
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
