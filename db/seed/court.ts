import type { Role } from "~/domain/policy/roles";

/*
 * The demo court. The court, its partner bodies and its way of working are those of the founding article; every person,
 * number and case is invented. Keys (`z-…`, `t-…`) are names inside this folder only.
 */

export const COURTS = [
  {
    id: "bj0107",
    code: "京0107",
    name: "北京市石景山区人民法院",
    nameEn: "Shijingshan District People's Court of Beijing",
    shortName: "石景山法院",
    numberPrefix: "SJS",
    address: "北京市石景山区诉讼服务中心（演示地址）",
    phone: "010-00120107",
  },
  {
    id: "bj0106",
    code: "京0106",
    name: "北京市丰台区人民法院",
    nameEn: "Fengtai District People's Court of Beijing",
    shortName: "丰台法院",
    numberPrefix: "FT",
    address: "北京市丰台区诉讼服务中心（演示地址）",
    phone: "010-00120106",
  },
] as const;

export const TEAMS = [
  { key: "t-1", name: "速裁一团队", nameEn: "Fast-track team 1" },
  { key: "t-2", name: "速裁二团队", nameEn: "Fast-track team 2" },
  { key: "t-3", name: "速裁三团队", nameEn: "Fast-track team 3" },
] as const;

export const ORGANISATIONS = [
  {
    key: "o-peoples",
    kind: "peoples",
    name: "石景山区联合人民调解委员会",
    nameEn: "Joint People's Mediation Committee of Shijingshan",
    causes: [],
    charges: false,
  },
  {
    key: "o-studio",
    kind: "invited",
    name: "北京多元调解发展促进会石景山法院工作室",
    nameEn: "Studio of the Beijing Diversified Mediation Development Association",
    causes: [],
    charges: false,
  },
  {
    key: "o-medical",
    kind: "medical",
    name: "北京市医疗纠纷人民调解委员会",
    nameEn: "Beijing Medical Disputes People's Mediation Committee",
    causes: ["413"],
    charges: false,
  },
  {
    key: "o-ip",
    kind: "industry",
    name: "北京赛智知识产权调解中心",
    nameEn: "Saizhi Intellectual Property Mediation Centre",
    causes: ["164", "164.13", "165.2"],
    charges: true,
  },
  {
    key: "o-notary",
    kind: "notary",
    name: "北京市中信公证处",
    nameEn: "Zhongxin Notary Office",
    causes: ["29", "108.1"],
    charges: true,
  },
  {
    key: "o-lawyers",
    kind: "lawyers",
    name: "石景山区律师调解工作室",
    nameEn: "Lawyer Mediation Studio of Shijingshan",
    causes: [],
    charges: false,
  },
] as const;

export const ROOMS = [
  {
    name: "第一调解室",
    nameEn: "Mediation room 1",
    place: "诉讼服务中心一层东侧",
    placeEn: "service centre, ground floor, east",
    facilities: ["wheelchair"],
  },
  {
    name: "第二调解室",
    nameEn: "Mediation room 2",
    place: "诉讼服务中心一层东侧",
    placeEn: "service centre, ground floor, east",
    facilities: [],
  },
  {
    name: "第三调解室",
    nameEn: "Mediation room 3",
    place: "诉讼服务中心二层",
    placeEn: "service centre, first floor",
    facilities: [],
  },
  {
    name: "第四调解室",
    nameEn: "Mediation room 4",
    place: "诉讼服务中心二层",
    placeEn: "service centre, first floor",
    facilities: ["signLanguage"],
  },
  {
    name: "第五调解室",
    nameEn: "Mediation room 5",
    place: "诉讼服务中心三层，乘电梯",
    placeEn: "service centre, second floor, by lift",
    facilities: [],
  },
  {
    name: "第六调解室",
    nameEn: "Mediation room 6",
    place: "诉讼服务中心三层，乘电梯",
    placeEn: "service centre, second floor, by lift",
    facilities: [],
  },
  {
    name: "视频调解室甲",
    nameEn: "Video room A",
    place: "诉讼服务中心二层西侧",
    placeEn: "service centre, first floor, west",
    facilities: ["video"],
  },
  {
    name: "视频调解室乙",
    nameEn: "Video room B",
    place: "诉讼服务中心二层西侧",
    placeEn: "service centre, first floor, west",
    facilities: ["video"],
  },
] as const;

type Staff = {
  login: string;
  name: string;
  role: Role;
  team?: string;
  org?: string;
  courts?: readonly string[];
};

/** One sign-in per role comes first in its role; `wang.lawyer` works in both courts. */
export const STAFF: readonly Staff[] = [
  { login: "clerk", name: "赵晓岚", role: "clerk" },
  { login: "clerk2", name: "冯雨桐", role: "clerk" },
  { login: "coordinator", name: "刘静宜", role: "coordinator" },
  { login: "coordinator2", name: "秦书航", role: "coordinator" },
  { login: "orgmanager", name: "孙立新", role: "orgManager", org: "o-studio" },
  { login: "orgmanager2", name: "白雅琴", role: "orgManager", org: "o-peoples" },
  { login: "orgmanager3", name: "卢正平", role: "orgManager", org: "o-medical" },
  { login: "judge", name: "林志远", role: "judge", team: "t-1" },
  { login: "judge2", name: "郑慧敏", role: "judge", team: "t-2" },
  { login: "judge3", name: "高云帆", role: "judge", team: "t-3" },
  { login: "assistant", name: "徐安然", role: "judgeAssistant", team: "t-1" },
  { login: "assistant2", name: "马知秋", role: "judgeAssistant", team: "t-2" },
  { login: "assistant3", name: "郭晨曦", role: "judgeAssistant", team: "t-3" },
  { login: "courtclerk", name: "梁文静", role: "courtClerk", team: "t-1" },
  { login: "courtclerk2", name: "宋思远", role: "courtClerk", team: "t-2" },
  { login: "courtclerk3", name: "韩若溪", role: "courtClerk", team: "t-3" },
  { login: "leader", name: "唐承志", role: "leader" },
  { login: "finance", name: "许明慧", role: "finance" },
  { login: "auditor", name: "邓守正", role: "auditor" },
  { login: "administrator", name: "曹维新", role: "administrator" },
];

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

/** Resident and platform mediators, lawyers and trainees. */
export const ROSTER: readonly Member[] = [
  {
    login: "mediator",
    name: "周建华",
    nameEn: "Zhou Jianhua",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-1",
    causes: ["126", ...LENDING],
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 41,
  },
  {
    login: "chen.sufen",
    name: "陈素芬",
    nameEn: "Chen Sufen",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-1",
    causes: ["14", "22.1", "55"],
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 38,
  },
  {
    login: "he.weiguo",
    name: "何卫国",
    nameEn: "He Weiguo",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-2",
    causes: LENDING,
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 41,
  },
  {
    login: "sun.yumei",
    name: "孙玉梅",
    nameEn: "Sun Yumei",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-2",
    causes: CONTRACT,
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 38,
  },
  {
    login: "wu.guangming",
    name: "吴光明",
    nameEn: "Wu Guangming",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-3",
    causes: ["411", "144", "205.5"],
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 38,
  },
  {
    login: "jiang.lihua",
    name: "蒋丽华",
    nameEn: "Jiang Lihua",
    kind: "mediator",
    category: "peoples",
    org: "o-peoples",
    team: "t-3",
    causes: ["126", "55", "14"],
    mode: "resident",
    days: [1, 2, 3, 4, 5],
    max: 38,
  },
  {
    login: "shen.baoguo",
    name: "沈保国",
    nameEn: "Shen Baoguo",
    kind: "mediator",
    category: "retiredJudge",
    org: "o-studio",
    causes: [...LENDING, "88"],
    mode: "resident",
    days: [1, 3, 5],
    max: 32,
  },
  {
    login: "yang.shulan",
    name: "杨淑兰",
    nameEn: "Yang Shulan",
    kind: "mediator",
    category: "retiredJudge",
    org: "o-studio",
    causes: ["14", "29", "22.1"],
    mode: "resident",
    days: [2, 4],
    max: 28,
  },
  {
    login: "zhu.mingde",
    name: "朱明德",
    nameEn: "Zhu Mingde",
    kind: "mediator",
    category: "retiredJudge",
    org: "o-studio",
    causes: ["411", "1", "407.1"],
    mode: "resident",
    days: [1, 2, 4],
    max: 32,
  },
  {
    login: "hu.xiuying",
    name: "胡秀英",
    nameEn: "Hu Xiuying",
    kind: "mediator",
    category: "retiredJudge",
    org: "o-studio",
    causes: CONTRACT,
    mode: "platform",
    days: [1, 2, 3, 4, 5],
    max: 28,
  },
  {
    login: "ren.changshun",
    name: "任长顺",
    nameEn: "Ren Changshun",
    kind: "mediator",
    category: "retiredJudge",
    org: "o-studio",
    causes: ["205.5", "144", "88"],
    mode: "platform",
    days: [2, 3, 4],
    max: 25,
  },
  {
    login: "qian.yisheng",
    name: "钱怡生",
    nameEn: "Qian Yisheng",
    kind: "mediator",
    category: "industry",
    org: "o-medical",
    causes: ["413"],
    mode: "platform",
    days: [1, 2, 3, 4, 5],
    max: 22,
  },
  {
    login: "luo.jianping",
    name: "罗建平",
    nameEn: "Luo Jianping",
    kind: "mediator",
    category: "industry",
    org: "o-medical",
    causes: ["413", "1"],
    mode: "platform",
    days: [2, 4],
    max: 16,
  },
  {
    login: "xie.zhiyun",
    name: "谢知韵",
    nameEn: "Xie Zhiyun",
    kind: "mediator",
    category: "industry",
    org: "o-ip",
    causes: ["164.13", "165.2"],
    mode: "platform",
    days: [1, 3, 5],
    max: 22,
  },
  {
    login: "fang.ruoming",
    name: "方若明",
    nameEn: "Fang Ruoming",
    kind: "mediator",
    category: "industry",
    org: "o-ip",
    causes: ["164.13"],
    mode: "platform",
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
    days: [1, 2, 3, 4, 5],
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
    days: [1, 2, 3, 4, 5],
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
    days: [1, 2, 3, 4, 5],
    max: 32,
    courts: ["bj0106"],
  },
];

/** People of the second court, enough to show that its walls hold. */
export const SECOND_COURT_STAFF: readonly Staff[] = [
  { login: "ft.clerk", name: "叶知行", role: "clerk" },
  { login: "ft.coordinator", name: "潘望舒", role: "coordinator" },
];

export const DEMO_PASSWORD = "mediate-2026";
