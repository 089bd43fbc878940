import { body, centre, grid, heading, plain, right, title } from "./blocks";
import type { Layout } from "./layouts";

/** What every party is given or fills in before and at the opening of mediation. Our own wording around what the rules ask for. */
const court = centre("{courtName}");
const number = right("{docNo}");
const closing = [right("{courtName}"), right("{issuedOn}")];
const about = (...more: [string, string][]) => grid(["案号", "{caseNo}"], ["案由", "{cause}"], ...more);

export const guidanceLayouts = {
  guidance: {
    name: "先行调解告知书",
    blocks: [
      court,
      title("先行调解告知书"),
      number,
      plain("{recipient}："),
      body("您与他人的纠纷（案号：{caseNo}，案由：{cause}）可以先行调解。为便于您决定是否参加，现告知如下："),
      heading("一、什么是先行调解"),
      body(
        "由中立的调解员帮助各方协商，时间和方式比较灵活，过程不公开。调解以自愿为前提，您可以同意，也可以不同意，同意后仍可以退出。",
      ),
      heading("二、由谁调解"),
      body(
        "由本院特邀调解组织或者特邀调解员主持。您可以与对方共同选定调解员，协商不成的，可以请本院指定；认为调解员与案件有利害关系的，可以申请更换。",
      ),
      heading("三、怎样进行"),
      body(
        "各方同意后确定调解员和时间，可以到场，也可以在线参加。达成一致的签订调解协议；没有达成一致的，依法转入后续程序，调解中的让步不作为后续程序中对您不利的依据。",
      ),
      heading("四、有什么效力"),
      body(
        "调解协议对各方有约束力。符合条件的，可以共同申请司法确认，或者请求本院制作调解书；经确认的协议和调解书可以申请强制执行。",
      ),
      heading("五、费用"),
      body("人民调解委员会调解不收费。诉讼费用的减免依照有关规定办理，具体以本院书面告知为准。"),
      heading("六、其他"),
      body(
        "参加调解不影响您依法提起诉讼；诉讼时效、保全和期间的问题，请及时向本院询问。请在收到本告知书后以所附《调解意愿确认书》或者联系本院的方式答复。",
      ),
      grid(["联系人", "{contact}"], ["电话", "{phone}"], ["司法服务热线", "12368"]),
      ...closing,
    ],
  },
  consentForm: {
    name: "调解意愿确认书",
    blocks: [
      title("调解意愿确认书"),
      number,
      about(["当事人", "{role}：{partyName}"], ["证件", "{idMasked}"]),
      body(
        "本人（单位）已经阅读或者听取《先行调解告知书》，就下列事项分别表示意愿。同意其中一项，不视为同意其他各项。",
      ),
      plain("一、是否同意调解：　□ 同意　　□ 不同意"),
      plain("二、是否同意在线调解：　□ 同意　　□ 不同意"),
      plain("三、不能同时在线的，是否同意分别进行：　□ 同意　　□ 不同意"),
      plain("四、是否同意电子送达：　□ 同意　　□ 不同意"),
      plain("　　电子邮箱：　　　　　　　　　　　　手机号码：　　　　　　　　　　"),
      plain("五、调解员：　□ 选定　　　　　　　　　　□ 由人民法院指定"),
      plain("不同意调解的原因（可以不填）："),
      plain(""),
      plain("当事人（签名、盖章或捺印）：　　　　　　　　　　　年　　月　　日"),
      plain("此致"),
      plain("{courtName}"),
      right("制发日期：{issuedOn}"),
    ],
  },
  rightsNotice: {
    name: "调解权利义务告知书",
    blocks: [
      court,
      title("调解权利义务告知书"),
      number,
      plain("{recipient}："),
      about(["调解员", "{mediator}"]),
      heading("您的权利"),
      body("一、自愿参加或者退出调解，自主决定是否达成协议以及协议的内容。"),
      body("二、选定调解员；认为调解员与案件或者当事人有利害关系、可能影响公正的，申请回避。"),
      body("三、要求不公开进行；除依法应当报告的以外，要求参加调解的人保守秘密。"),
      body("四、委托代理人参加；需要翻译、手语或者其他便利的，事先告知。"),
      heading("您的义务"),
      body("一、如实陈述，提供真实的证据和送达地址。"),
      body("二、遵守调解秩序，尊重调解员和对方当事人；未经同意不录音、录像。"),
      body("三、自觉履行达成的协议。"),
      heading("虚假调解的法律责任"),
      body(
        "与他人恶意串通，捏造事实或者以虚假的调解侵害他人合法权益、逃避债务或者骗取法律文书的，依法承担罚款、拘留等责任；构成犯罪的，依法追究刑事责任。",
      ),
      plain("以上内容本人已经知悉。"),
      plain("{role}（签名、盖章或捺印）：{recipient}　　　　　　　年　　月　　日"),
      ...closing,
    ],
  },
  serviceAddress: {
    name: "送达地址确认书",
    blocks: [
      title("送达地址确认书"),
      number,
      grid(
        ["人民法院", "{courtName}"],
        ["案号", "{caseNo}"],
        ["案由", "{cause}"],
        ["当事人", "{role}：{partyName}"],
      ),
      heading("告知事项"),
      body("一、请提供确切的送达地址和联系方式；地址有变化的，及时书面告知。"),
      body("二、拒绝确认送达地址的，以户籍登记、营业执照或者其他依法登记、备案的地址为送达地址。"),
      body(
        "三、因提供的地址不准确、变更后没有告知、拒绝签收等原因退回的，以文书退回之日为送达之日；直接送达的，以记明情况之日为送达之日。",
      ),
      heading("送达地址"),
      grid(
        ["收件人", ""],
        ["与当事人关系", ""],
        ["邮政编码", ""],
        ["详细地址", ""],
        ["电话", ""],
        ["电子送达", "□ 同意　□ 不同意"],
        ["电子邮箱、账号", ""],
      ),
      plain("要求对地址保密：　□ 是　　□ 否"),
      heading("当事人确认"),
      body(
        "本人已经阅读（听取）并理解上述告知事项，保证所填内容真实、有效；以上地址适用于第一审、第二审、审判监督和执行程序；如有变更，及时书面告知。",
      ),
      plain("{role}（签名、盖章或捺印）：{partyName}　　　　　　　年　　月　　日"),
      plain("由代理人填写的，附当事人签名的地址。"),
      right("制发日期：{issuedOn}"),
    ],
  },
} as const satisfies Record<string, Layout>;
