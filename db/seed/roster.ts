type Member = {
  login: string;
  name: string;
  nameEn: string;
  kind: "mediator" | "lawyer";
  category: string;
  org?: string;
  team?: string;
  firm?: string;
  causes: readonly string[];
  mode: "resident" | "platform";
  /** ISO weekdays on which he sits; all court hours of the day */
  days: readonly number[];
  max: number;
  courts?: readonly string[];
};

const LENDING = ["115.2", "108.1", "108.3"];
const CONTRACT = ["126", "88", "116.2"];
const EVERY_DAY = [1, 2, 3, 4, 5];

const PEOPLES_MEDIATOR = {
  kind: "mediator",
  category: "peoples",
  org: "o-peoples",
  mode: "resident",
  days: EVERY_DAY,
} as const;
const STUDIO_JUDGE = { kind: "mediator", category: "retiredJudge", org: "o-studio" } as const;
const MEDICAL_MEDIATOR = {
  kind: "mediator",
  category: "industry",
  org: "o-medical",
  mode: "platform",
} as const;
const IP_MEDIATOR = { kind: "mediator", category: "industry", org: "o-ip", mode: "platform" } as const;

/** Resident and platform mediators, lawyers and trainees; one lawyer works in both courts. */
export const ROSTER: readonly Member[] = [
  {
    ...PEOPLES_MEDIATOR,
    login: "mediator",
    name: "周建华",
    nameEn: "Zhou Jianhua",
    team: "t-1",
    causes: ["126", ...LENDING],
    max: 41,
  },
  {
    ...PEOPLES_MEDIATOR,
    login: "chen.sufen",
    name: "陈素芬",
    nameEn: "Chen Sufen",
    team: "t-1",
    causes: ["14", "22.1", "55"],
    max: 38,
  },
  {
    ...PEOPLES_MEDIATOR,
    login: "he.weiguo",
    name: "何卫国",
    nameEn: "He Weiguo",
    team: "t-2",
    causes: LENDING,
    max: 41,
  },
  {
    ...PEOPLES_MEDIATOR,
    login: "sun.yumei",
    name: "孙玉梅",
    nameEn: "Sun Yumei",
    team: "t-2",
    causes: CONTRACT,
    max: 38,
  },
  {
    ...PEOPLES_MEDIATOR,
    login: "wu.guangming",
    name: "吴光明",
    nameEn: "Wu Guangming",
    team: "t-3",
    causes: ["411", "144", "205.5"],
    max: 38,
  },
  {
    ...PEOPLES_MEDIATOR,
    login: "jiang.lihua",
    name: "蒋丽华",
    nameEn: "Jiang Lihua",
    team: "t-3",
    causes: ["126", "55", "14"],
    max: 38,
  },
  {
    ...STUDIO_JUDGE,
    login: "shen.baoguo",
    name: "沈保国",
    nameEn: "Shen Baoguo",
    causes: [...LENDING, "88"],
    mode: "resident",
    days: [1, 3, 5],
    max: 32,
  },
  {
    ...STUDIO_JUDGE,
    login: "yang.shulan",
    name: "杨淑兰",
    nameEn: "Yang Shulan",
    causes: ["14", "29", "22.1"],
    mode: "resident",
    days: [2, 4],
    max: 28,
  },
  {
    ...STUDIO_JUDGE,
    login: "zhu.mingde",
    name: "朱明德",
    nameEn: "Zhu Mingde",
    causes: ["411", "1", "407.1"],
    mode: "resident",
    days: [1, 2, 4],
    max: 32,
  },
  {
    ...STUDIO_JUDGE,
    login: "hu.xiuying",
    name: "胡秀英",
    nameEn: "Hu Xiuying",
    causes: CONTRACT,
    mode: "platform",
    days: EVERY_DAY,
    max: 28,
  },
  {
    ...STUDIO_JUDGE,
    login: "ren.changshun",
    name: "任长顺",
    nameEn: "Ren Changshun",
    causes: ["205.5", "144", "88"],
    mode: "platform",
    days: [2, 3, 4],
    max: 25,
  },
  {
    ...MEDICAL_MEDIATOR,
    login: "qian.yisheng",
    name: "钱怡生",
    nameEn: "Qian Yisheng",
    causes: ["413"],
    days: EVERY_DAY,
    max: 22,
  },
  {
    ...MEDICAL_MEDIATOR,
    login: "luo.jianping",
    name: "罗建平",
    nameEn: "Luo Jianping",
    causes: ["413", "1"],
    days: [2, 4],
    max: 16,
  },
  {
    ...IP_MEDIATOR,
    login: "xie.zhiyun",
    name: "谢知韵",
    nameEn: "Xie Zhiyun",
    causes: ["164.13", "165.2"],
    days: [1, 3, 5],
    max: 22,
  },
  {
    ...IP_MEDIATOR,
    login: "fang.ruoming",
    name: "方若明",
    nameEn: "Fang Ruoming",
    causes: ["164.13"],
    days: [2, 4],
    max: 16,
  },
  {
    login: "shi.gongzhen",
    name: "石公振",
    nameEn: "Shi Gongzhen",
    kind: "mediator",
    category: "notary",
    org: "o-notary",
    causes: ["29", "108.1"],
    mode: "platform",
    days: [3],
    max: 12,
  },
  {
    login: "tan.lvming",
    name: "谭律铭",
    nameEn: "Tan Lüming",
    kind: "mediator",
    category: "lawyer",
    org: "o-lawyers",
    firm: "北京示正律师事务所",
    causes: ["88", "108.3", "205.5"],
    mode: "platform",
    days: [1, 4],
    max: 19,
  },
  {
    login: "lawyer",
    name: "王谨言",
    nameEn: "Wang Jinyan",
    kind: "lawyer",
    category: "lawyer",
    firm: "北京示谨律师事务所",
    causes: [...LENDING, ...CONTRACT],
    mode: "platform",
    days: EVERY_DAY,
    max: 32,
    courts: ["bj0107", "bj0106"],
  },
  {
    login: "li.mingli",
    name: "黎明理",
    nameEn: "Li Mingli",
    kind: "lawyer",
    category: "lawyer",
    firm: "北京示衡律师事务所",
    causes: ["411", "413", "1"],
    mode: "platform",
    days: [2, 3, 4],
    max: 25,
  },
  {
    login: "su.shuyao",
    name: "苏书瑶",
    nameEn: "Su Shuyao",
    kind: "lawyer",
    category: "traineeLawyer",
    firm: "北京示谨律师事务所",
    causes: ["126"],
    mode: "resident",
    days: EVERY_DAY,
    max: 16,
  },
  {
    login: "xia.zixuan",
    name: "夏梓轩",
    nameEn: "Xia Zixuan",
    kind: "lawyer",
    category: "traineeLawyer",
    firm: "北京示衡律师事务所",
    causes: ["88"],
    mode: "resident",
    days: [1, 3, 5],
    max: 16,
  },
  {
    login: "ft.mediator",
    name: "戴春和",
    nameEn: "Dai Chunhe",
    kind: "mediator",
    category: "peoples",
    causes: CONTRACT,
    mode: "resident",
    days: EVERY_DAY,
    max: 32,
    courts: ["bj0106"],
  },
];
