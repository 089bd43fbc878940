import { type Block, body, centre, each, heading, plain, right, table, title, when } from "./blocks";

/*
 * The element-style complaint and answer after the official forms (法〔2025〕82号): every element stands in it, in the order of
 * the form, whether something was said to it or not.
 */
const parties = each("parties", plain("{role}：{name}"), when("particulars", body("{particulars}")));
const part = (list: string, name: string): Block =>
  when(
    list,
    heading(name),
    table(list, ["要素", "{block}", 24], ["事项", "{item}", 26], ["内容", "{answer}", 50]),
  );
const answers = (list: string, name: string): Block =>
  when(
    list,
    heading(name),
    table(
      list,
      ["要素", "{block}", 18],
      ["事项", "{item}", 18],
      ["对方主张", "{claim}", 22],
      ["有无异议", "{stand}", 14],
      ["事实和理由", "{answer}", 28],
    ),
  );
const foot: readonly Block[] = [
  plain("此致"),
  plain("{courtName}"),
  right("{signer}（签字、盖章）：　　　　　　　　"),
  right("{issuedOn}"),
];
const head = (name: string): readonly Block[] => [
  title(name),
  centre("（{cause}）"),
  right("{docNo}"),
  when("basedOn", body("{basedOn}")),
  heading("当事人信息"),
  parties,
];

export const elementLayouts = {
  elementComplaint: {
    name: "民事起诉状",
    blocks: [
      ...head("民事起诉状"),
      part("claims", "诉讼请求"),
      part("jurisdiction", "约定管辖和诉讼保全"),
      part("facts", "事实和理由"),
      part("basis", "依据和证据"),
      part("wishes", "对纠纷解决方式的意愿"),
      ...foot,
    ],
  },
  elementAnswer: {
    name: "民事答辩状",
    blocks: [
      ...head("民事答辩状"),
      answers("claims", "对诉讼请求的答辩"),
      answers("jurisdiction", "对约定管辖和诉讼保全的意见"),
      answers("facts", "对事实和理由的答辩"),
      answers("basis", "对依据和证据的意见"),
      ...foot,
    ],
  },
} as const;
