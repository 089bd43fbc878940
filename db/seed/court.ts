/*
 * The demo court. The court, its partner bodies and its way of working are those of the founding article; every person,
 * number and case is invented. Keys (`t-…`, `o-…`) are names inside this folder only.
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
