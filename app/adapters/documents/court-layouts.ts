import { body, centre, each, grid, heading, plain, right, table, title, when } from "./blocks";
import type { Layout } from "./layouts";

/** What the court itself issues. Our own wording around the contents that the law asks for; what is decided comes in as fields. */
const court = centre("{courtName}");
const number = right("{docNo}");
const parties = each("parties", plain("{role}：{name}"), when("particulars", body("{particulars}")));
const closing = [right("{judge}"), right("{issuedOn}"), right("书记员　{clerk}"), plain("（院印）")];
const rulingHead = [court, title("民事裁定书"), number, parties];
const rulingCourse = body(
  "就{cause}，各申请人经{orgName}主持调解，于{agreementOn}订立调解协议（编号：{agreementNo}），共同请求本院确认其效力。本院于{acceptedOn}受理，由一名审判员审查，现审查终结。",
);
const terms = each("terms", body("{no}{text}"));

export const courtLayouts = {
  rulingConfirmed: {
    name: "民事裁定书（确认调解协议有效）",
    blocks: [
      ...rulingHead,
      rulingCourse,
      body("协议约定如下："),
      terms,
      body("经审查，该协议系各申请人自愿达成，内容明确，符合确认的法定条件。{legalBasis}，裁定如下："),
      body("各申请人于{agreementOn}达成的上述调解协议有效。"),
      body("各方应当依约履行；一方拒绝履行或者没有全部履行的，对方可以向人民法院申请强制执行。"),
      ...closing,
    ],
  },
  rulingDismissed: {
    name: "民事裁定书（驳回申请）",
    blocks: [
      ...rulingHead,
      rulingCourse,
      when("terms", body("协议约定如下："), terms),
      body("经审查，存在下列不符合确认条件的情形：{ground}。{reason}"),
      body("{legalBasis}，裁定如下："),
      body("驳回各申请人提出的确认调解协议效力的申请。"),
      body("{remedy}"),
      ...closing,
    ],
  },
  rulingNotAccepted: {
    name: "民事裁定书（不予受理）",
    blocks: [
      ...rulingHead,
      body(
        "各申请人于{appliedOn}就{cause}向本院提出申请，请求确认{agreementOn}经{orgName}主持调解达成的调解协议（编号：{agreementNo}）的效力。",
      ),
      body("经审查，该申请属于不应受理的情形：{ground}。{reason}"),
      body("{legalBasis}，裁定如下："),
      body("对各申请人的申请，本院不予受理。"),
      body("{remedy}"),
      ...closing,
    ],
  },
  rulingWithdrawn: {
    name: "民事裁定书（准许撤回申请）",
    blocks: [
      ...rulingHead,
      rulingCourse,
      body("审查期间，申请人于{withdrawnOn}请求撤回申请。{reason}"),
      body("撤回申请不违反法律规定，应予准许。{legalBasis}，裁定如下："),
      body("准许撤回确认调解协议效力的申请。"),
      ...closing,
    ],
  },
  statement: {
    name: "民事调解书",
    blocks: [
      court,
      title("民事调解书"),
      number,
      parties,
      body("上列当事人之间的{cause}一案，本院于{filedOn}立案，适用{procedure}进行审理。"),
      heading("诉讼请求"),
      body("{claims}"),
      when("facts", heading("案件事实"), body("{facts}")),
      heading("调解结果"),
      body("经{mediatedBy}主持调解，各方自愿达成如下协议："),
      terms,
      when("costs", body("诉讼费用：{costs}")),
      body("协议内容不违反法律规定，本院予以确认。"),
      body("{effectClause}"),
      ...closing,
    ],
  },
  sessionNotice: {
    name: "调解时间地点通知书",
    blocks: [
      court,
      title("调解时间地点通知书"),
      number,
      plain("{recipient}："),
      body("您参与的调解（{caseNo}）已经安排，请按下列时间参加。"),
      grid(
        ["时间", "{time}（北京时间）"],
        ["方式", "{mode}"],
        ["地点", "{place}"],
        ["线上入口", "{joinInfo}"],
        ["调解员", "{mediator}"],
        ["请携带", "{bring}"],
        ["请于此前答复", "{replyBy}"],
        ["联系人", "{contact}　{phone}"],
      ),
      body("{absence}"),
      body("时间不便的，请在答复期限前告知联系人，另行安排。"),
      right("{courtName}"),
      right("{issuedOn}"),
    ],
  },
  delegationLetter: {
    name: "调解函",
    blocks: [
      court,
      title("{track}调解函"),
      number,
      plain("{orgName}："),
      body("{legalBasis}，现将下列纠纷{track}你单位调解。"),
      grid(
        ["案号", "{caseNo}"],
        ["案由", "{cause}"],
        ["标的额", "{amount}"],
        ["调解员", "{mediators}"],
        ["调解期限", "{period}，{startRule}"],
        ["期限届满日", "{dueOn}"],
        ["程序提示", "{procedureHint}"],
        ["指导法官", "{guidingJudge}　{phone}"],
      ),
      parties,
      heading("纠纷概要"),
      body("{summary}"),
      when(
        "materials",
        heading("移交材料"),
        table(
          "materials",
          ["序号", "{no}", 10],
          ["名称", "{name}", 50],
          ["原件/复印件", "{kind}", 22],
          ["页数", "{pages}", 18],
        ),
      ),
      heading("调解要求"),
      body("一、尊重当事人意愿，不得强迫调解；对调解过程和当事人的让步保密。"),
      body("二、依规定不收费的，不得向当事人收取任何费用。"),
      body("三、调解终结后以书面报告结果，并退还移交的材料。"),
      right("{courtName}"),
      right("{issuedOn}"),
      heading("回执"),
      body("□ 接受　　□ 不接受，理由："),
      body("请在收到之日起三个工作日内退回本回执。"),
      plain("经办人（签名）：　　　　　　　单位（盖章）　　　　年　　月　　日"),
    ],
  },
} as const satisfies Record<string, Layout>;
