import type { CauseFlags } from "../cases/facts";

/** Causes are re-issued now and then, so a code always stands with its scheme. */
export const CAUSE_SCHEME = "法〔2025〕227号";

export const CAUSE_GROUPS = ["lending", "contract", "labour", "tort", "family", "ip", "special"] as const;
export type CauseGroup = (typeof CAUSE_GROUPS)[number];

export type Cause = CauseFlags & {
  readonly scheme: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly group: CauseGroup;
  /** Looks alike often enough for series and element sheets. */
  readonly bulk: boolean;
  /** Partly about title, status or a relation: the agreement decides whether that part can be confirmed (INT 355). */
  readonly mixed: boolean;
};

type Marks = Partial<Omit<Cause, "scheme" | "code" | "zh" | "en" | "group">>;
const cause = (code: string, group: CauseGroup, zh: string, en: string, marks: Marks = {}): Cause => ({
  scheme: CAUSE_SCHEME,
  code,
  group,
  zh,
  en,
  mediable: true,
  confirmable: true,
  smallClaimEligible: group === "lending" || group === "contract" || group === "labour",
  arbitrationFirst: false,
  appraisalLikely: false,
  bulk: false,
  mixed: false,
  ...marks,
});

const BULK = { bulk: true };
const MIXED = { mixed: true, smallClaimEligible: false };
const LABOUR = { arbitrationFirst: true };
const APPRAISED = { appraisalLikely: true, smallClaimEligible: false };
const SPECIAL = { mediable: false, confirmable: false, smallClaimEligible: false };

/** domain.md 3.2: the causes that a people's court mediates most, with this system's reading of INT 143 and 355. */
export const CAUSES: readonly Cause[] = [
  cause("115.2", "lending", "信用卡纠纷", "Credit card dispute", BULK),
  cause("108.1", "lending", "金融借款合同纠纷", "Financial loan contract dispute", BULK),
  cause("108.3", "lending", "民间借贷纠纷", "Private lending dispute", BULK),
  cause("108.4", "lending", "小额借款合同纠纷", "Micro-loan contract dispute", BULK),
  cause("108.5", "lending", "金融不良债权转让合同纠纷", "Assignment of non-performing claims", BULK),
  cause("108.6", "lending", "金融不良债权追偿纠纷", "Recovery of non-performing claims", BULK),
  cause("371.4", "lending", "保证保险合同纠纷", "Surety insurance contract dispute", BULK),
  cause("109", "lending", "保证合同纠纷", "Guarantee contract dispute"),
  cause("117", "lending", "融资租赁合同纠纷", "Finance lease contract dispute"),
  cause("147", "lending", "追偿权纠纷", "Recourse dispute", BULK),
  cause("126", "contract", "物业服务合同纠纷", "Property service contract dispute", BULK),
  cause("101", "contract", "供用热力合同纠纷", "Heat supply contract dispute", BULK),
  cause("88", "contract", "买卖合同纠纷", "Sale contract dispute"),
  cause("88.8", "contract", "信息网络买卖合同纠纷", "Online sale contract dispute"),
  cause("96", "contract", "房屋买卖合同纠纷", "House sale contract dispute", MIXED),
  cause("116.2", "contract", "房屋租赁合同纠纷", "House lease contract dispute"),
  cause("128", "contract", "中介合同纠纷", "Brokerage contract dispute"),
  cause("142", "contract", "服务合同纠纷", "Service contract dispute"),
  cause("142.1", "contract", "电信服务合同纠纷", "Telecommunication service contract dispute"),
  cause("142.6", "contract", "旅游合同纠纷", "Travel contract dispute"),
  cause("142.14", "contract", "网络服务合同纠纷", "Network service contract dispute"),
  cause("142.15", "contract", "教育培训合同纠纷", "Education and training contract dispute"),
  cause("120.7", "contract", "装饰装修合同纠纷", "Decoration contract dispute", APPRAISED),
  cause("120.3", "contract", "建设工程施工合同纠纷", "Construction contract dispute", APPRAISED),
  cause("144", "labour", "劳务合同纠纷", "Service labour contract dispute"),
  cause("205.5", "labour", "追索劳动报酬纠纷", "Wage claim", LABOUR),
  cause("205.6", "labour", "经济补偿金纠纷", "Severance pay dispute", LABOUR),
  cause("205.1", "labour", "确认劳动关系纠纷", "Confirmation of a labour relation", { ...LABOUR, ...MIXED }),
  cause("206.2", "labour", "工伤保险待遇纠纷", "Work injury insurance dispute", LABOUR),
  cause("411", "tort", "机动车交通事故责任纠纷", "Motor vehicle traffic accident dispute", APPRAISED),
  cause(
    "411.1",
    "tort",
    "智能网联汽车交通事故责任纠纷",
    "Connected vehicle traffic accident dispute",
    APPRAISED,
  ),
  cause("413", "tort", "医疗损害责任纠纷", "Medical damage dispute", APPRAISED),
  cause("1", "tort", "生命权、身体权、健康权纠纷", "Personal injury dispute", APPRAISED),
  cause("407.1", "tort", "经营场所、公共场所的经营者、管理者责任纠纷", "Premises liability dispute"),
  cause("55", "tort", "相邻关系纠纷", "Neighbour dispute"),
  cause("14", "family", "离婚纠纷", "Divorce", { confirmable: false }),
  cause("15", "family", "离婚后财产纠纷", "Property dispute after divorce", MIXED),
  cause("22.1", "family", "抚养费纠纷", "Child support dispute"),
  cause("24.1", "family", "赡养费纠纷", "Support of parents dispute"),
  cause("27", "family", "探望权纠纷", "Visiting right dispute"),
  cause("29", "family", "法定继承纠纷", "Statutory inheritance dispute", MIXED),
  cause("164", "ip", "著作权权属、侵权纠纷", "Copyright ownership and infringement", MIXED),
  cause("164.13", "ip", "侵害作品信息网络传播权纠纷", "Infringement of online dissemination right", BULK),
  cause("165.2", "ip", "侵害商标权纠纷", "Trademark infringement", BULK),
  cause("451", "special", "申请实现担保物权", "Realisation of a security interest", SPECIAL),
  cause("458", "special", "申请支付令", "Payment order", SPECIAL),
  cause("475", "special", "申请诉前财产保全", "Pre-suit preservation of property", SPECIAL),
  cause("448", "special", "申请司法确认调解协议", "Judicial confirmation of an agreement", SPECIAL),
  cause("449", "special", "申请撤销确认调解协议裁定", "Revocation of a confirmation ruling", SPECIAL),
];

const BY_CODE = new Map(CAUSES.map((one) => [one.code, one]));
const BY_NAME = new Map(CAUSES.map((one) => [one.zh, one]));

export function causeOf(code: string): Cause | undefined {
  return BY_CODE.get(code);
}

/** By its official Chinese name; a missing 纠纷 at the end is forgiven, a made-up name is not. */
export function causeNamed(name: string): Cause | undefined {
  const plain = name.replace(/\s/g, "");
  return BY_NAME.get(plain) ?? BY_NAME.get(`${plain}纠纷`);
}
