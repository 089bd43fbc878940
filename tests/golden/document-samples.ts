import {
  commonFields,
  type DocumentData,
  documentFields,
  type TemplateKind,
} from "~/adapters/documents/fields";

/** A document of every kind with words of its own in every field, two rows in every list. */
export function sampleData(kind: TemplateKind): DocumentData[TemplateKind] {
  const { fields, lists } = documentFields[kind];
  const data: Record<string, unknown> = {};
  for (const name of [...commonFields, ...fields]) data[name] = `样${name}`;
  data.courtName = "示例区人民法院";
  data.demoMark = "虚构演示数据";
  for (const [list, items] of Object.entries<readonly string[]>(lists)) {
    data[list] = [1, 2].map((row) => Object.fromEntries(items.map((item) => [item, `样${row}${item}`])));
  }
  return data as DocumentData[TemplateKind];
}

const CARDS = ["信用卡透支本金", "利息", "违约金", "案件受理费"];

/** The nth of many look-alike agreements: four obligations, six instalments. */
export function sampleAgreement(n: number): DocumentData["agreement"] {
  const amount = (fen: number) => (fen / 100).toFixed(2);
  return {
    courtName: "示例区人民法院",
    docNo: `诉调〔2026〕第${n + 1}号`,
    issuedOn: "2026年11月28日",
    demoMark: "虚构演示数据",
    caseNo: `（2026）京0000诉前调${n + 1}号`,
    cause: "信用卡纠纷",
    orgName: "示例区金融纠纷人民调解委员会",
    mediators: "调解员甲",
    place: "示例区人民法院诉调对接中心",
    facts: `申请人与被申请人于2023年3月订立信用卡领用合约，卡号末四位${String(1000 + (n % 9000))}，被申请人自2025年1月起未按期还款，申请人催收未果。双方对欠款的构成没有争议，对还款的期限和利息的减免存在争议。`,
    issues: "还款的期限；利息与违约金的减免。",
    responsibility: "",
    totalAmount: amount(1_234_500 + n),
    totalInWords: "壹万贰仟叁佰肆拾伍元整",
    breachClause: "任何一期逾期超过十五日的，未到期的款项全部到期，申请人可以就全部未付款项申请强制执行。",
    guarantee: "",
    costs: "案件受理费减半收取，由被申请人负担。",
    finality: "双方就本案再无其他争议。",
    effectClause: "本协议自各方当事人、调解员签名，调解组织盖章之日起生效。",
    confirmationWish: "各方同意自协议生效之日起三十日内共同申请司法确认。",
    copies: "四份",
    parties: [
      {
        role: "申请人",
        name: "示例银行股份有限公司信用卡中心",
        particulars: "统一社会信用代码：91110000000000000X；负责人：某某",
      },
      { role: "被申请人", name: `张某${n}`, particulars: "公民身份号码：110***********001X" },
    ],
    obligations: CARDS.map((content, i) => ({
      no: String(i + 1),
      obligor: `张某${n}`,
      obligee: "示例银行股份有限公司信用卡中心",
      content,
      amount: amount(308_625 + n),
      amountInWords: "叁仟零捌拾陆元贰角伍分",
      dueOn: "2027年5月28日",
      method: "转账至尾号0001账户",
    })),
    instalments: Array.from({ length: 6 }, (_, i) => ({
      no: String(i + 1),
      dueOn: `${i === 0 ? 2026 : 2027}年${i === 0 ? 12 : i}月28日`,
      amount: amount(205_750),
      amountInWords: "贰仟零伍拾柒元伍角",
      note: "",
    })),
    signatures: [
      { role: "申请人", name: "示例银行股份有限公司信用卡中心" },
      { role: "被申请人", name: `张某${n}` },
      { role: "调解员", name: "调解员甲" },
    ],
  };
}
