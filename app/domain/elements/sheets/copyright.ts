import { basis, jurisdiction, mediationWish, plainClaims, relatedCases } from "../common-blocks";
import {
  block,
  choice,
  choices,
  count,
  date,
  flag,
  flagged,
  longText,
  money,
  options,
  paid,
  type Sheet,
  settled,
  text,
} from "../element";

const VARIES = { varies: true };
const NEEDED = { varies: true, isRequired: true };

const RIGHTS = options(
  "publication 发表权 Publication",
  "authorship 署名权 Authorship",
  "alteration 修改权 Alteration",
  "integrity 保护作品完整权 Integrity",
  "reproduction 复制权 Reproduction",
  "distribution 发行权 Distribution",
  "rental 出租权 Rental",
  "exhibition 展览权 Exhibition",
  "performance 表演权 Performance",
  "projection 放映权 Projection",
  "broadcasting 广播权 Broadcasting",
  "network 信息网络传播权 Dissemination over networks",
  "filming 摄制权 Filming",
  "adaptation 改编权 Adaptation",
  "translation 翻译权 Translation",
  "compilation 汇编权 Compilation",
  "other 其他 Other",
);

/** Acts infringing copyright and neighbouring rights, as the Copyright Law lists them (articles 52 and 53). */
const ACTS = options(
  "publishedWithout 未经许可发表作品 Published without leave",
  "jointAsOwn 将合作作品当作自己单独创作的作品发表 Joint work published as one's own",
  "falseName 没有参加创作而在他人作品上署名 Name put on another's work",
  "distorted 歪曲、篡改他人作品 Distorted",
  "plagiarised 剽窃他人作品 Plagiarised",
  "usedWithout 未经许可以展览、摄制视听作品或者改编、翻译、注释等方式使用 Used by exhibition, filming, adaptation or translation",
  "unpaid 使用作品应当付酬而未付 Used without the pay that is due",
  "rentedWithout 未经许可出租作品或者录音录像制品 Rented out",
  "layoutWithout 未经许可使用版式设计 Typographical design used",
  "liveWithout 未经许可直播、公开传送或者录制表演 Performance broadcast or recorded",
  "copiedWithout 未经许可复制、发行、表演、放映、广播、汇编或者通过信息网络传播 Copied, distributed, performed, broadcast or put on a network",
  "other 其他侵害行为 Other",
);

/** 侵害著作权及邻接权纠纷, the form of 法〔2025〕82号. Infringement can be confirmed, ownership cannot (INT 355). */
export const copyright: Sheet = {
  key: "copyright",
  zh: "侵害著作权及邻接权纠纷",
  en: "Copyright infringement dispute",
  causes: ["164"],
  isOfficial: true,
  blocks: [
    block("claim", "stop", "停止侵权", "Ending the infringement", [
      text("work", "作品名称", "Work", NEEDED),
      text("registration", "作品登记号", "Registration number", VARIES),
      settled("refrain", longText("where", "侵权作品名称、链接等", "Infringing title or links", VARIES)),
    ]),
    block("claim", "damages", "赔偿损失", "Damages", [
      paid(money("amount", "赔偿数额", "Amount", NEEDED)),
      choices(
        "reckoning",
        "赔偿依据",
        "Reckoned by",
        options(
          "loss 原告的实际损失 Claimant's loss",
          "profit 被告的违法所得 Respondent's profit",
          "licence 权利使用费 Licence fee",
          "statutory 法定赔偿 Statutory damages",
        ),
      ),
      ...flagged(
        "punitive",
        "是否主张惩罚性赔偿",
        "Punitive damages?",
        money("base", "基数", "Base"),
        count("multiple", "倍数", "Multiple"),
      ),
      longText("factors", "考虑因素", "What weighs"),
    ]),
    block("claim", "expenses", "合理开支", "Reasonable expenses", [
      ...flagged(
        "claimed",
        "是否主张",
        "Claimed?",
        paid(money("lawyer", "律师费", "Lawyer", VARIES)),
        paid(money("evidence", "取证费（公证费等）", "Evidence", VARIES)),
        paid(money("travel", "差旅费", "Travel", VARIES)),
        flag("vouchers", "有无票据", "Vouchers?"),
      ),
    ]),
    block("claim", "others", "其他责任", "Other remedies", [
      settled(
        "act",
        longText("text", "连带责任、赔礼道歉、消除影响等", "Joint liability, apology, removal of effects"),
      ),
    ]),
    plainClaims,
    jurisdiction,
    block("fact", "holder", "权利人", "Who holds the right", [
      choice(
        "kind",
        "原告是",
        "The claimant is",
        options(
          "author 作者（视为作者的法人或者非法人组织） Author",
          "licensee 被许可人 Licensee",
          "assignee 受让人 Assignee",
          "heir 继承人 Heir",
          "legatee 受遗赠人 Legatee",
        ),
      ),
      text("contract", "许可或者转让合同", "Contract"),
      text("term", "许可期限", "Term"),
      text("scope", "许可范围", "Scope"),
      choice(
        "licence",
        "许可方式",
        "Kind of licence",
        options("sole 独占 Exclusive", "exclusive 排他 Sole", "ordinary 普通 Ordinary"),
      ),
    ]),
    block("fact", "work", "作品", "The work", [
      text("name", "名称", "Name", NEEDED),
      choices(
        "nature",
        "作品性质",
        "Nature",
        options(
          "joint 合作 Joint",
          "compiled 汇编 Compiled",
          "derived 演绎 Derived",
          "service 职务 Made in service",
          "commissioned 委托 Commissioned",
          "other 其他 Other",
        ),
      ),
      choice(
        "category",
        "作品类型",
        "Category",
        options(
          "written 文字 Written",
          "oral 口述 Oral",
          "stage 音乐、戏剧、曲艺、舞蹈、杂技 Music and stage",
          "art 美术 Art",
          "architecture 建筑 Architecture",
          "photograph 摄影 Photograph",
          "audiovisual 视听 Audiovisual",
          "figure 图形、模型 Figure or model",
          "software 计算机软件 Software",
          "other 其他 Other",
        ),
      ),
      date("completedOn", "创作完成时间", "Completed on", VARIES),
      date("publishedOn", "首次发表时间", "First published on", VARIES),
      text("publishedWhere", "首次发表地点、方式", "Where and how"),
      ...flagged("registered", "是否登记", "Registered?", date("registeredOn", "登记时间", "Registered on")),
    ]),
    block("fact", "infringement", "侵权情况", "The infringement", [
      choices("rights", "被侵害的权利", "Rights infringed", RIGHTS),
      choices("acts", "侵害行为", "Acts", ACTS),
      longText("when", "侵权行为发生或者发现的时间、地点", "When and where", VARIES),
      ...flagged(
        "notice",
        "是否发出过侵权通知",
        "Was notice given?",
        longText("noticeEvidence", "证据", "Evidence"),
      ),
    ]),
    relatedCases,
    block("basis", "proof", "证据", "Evidence by what it shows", [
      longText("ownership", "权属证据", "Ownership"),
      longText("infringement", "侵权证据", "Infringement"),
      longText("liability", "责任证据", "Liability"),
    ]),
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "著作权权属不能司法确认；侵权责任部分可以。",
      en: "Ownership cannot be confirmed by the court; liability for infringement can.",
      source: "INT 355",
    },
  ],
};
