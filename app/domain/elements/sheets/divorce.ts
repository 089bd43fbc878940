import { basis, jurisdiction, mediationWish, plainClaims } from "../common-blocks";
import {
  block,
  choice,
  date,
  flagged,
  list,
  longText,
  money,
  options,
  paid,
  type Sheet,
  settled,
  text,
} from "../element";

const EITHER = options("claimant 原告 Claimant", "respondent 被告 Respondent");
const TO = options("claimant 原告 Claimant", "respondent 被告 Respondent", "other 其他 Otherwise");

const shared = (key: string, zh: string, en: string) =>
  list(key, zh, en, [text("detail", "明细", "What"), choice("to", "归属", "To", TO)]);

/** 离婚纠纷, the form of 法〔2025〕82号. A settled divorce is never confirmed (INT 355): it ends in a mediation statement. */
export const divorce: Sheet = {
  key: "divorce",
  zh: "离婚纠纷",
  en: "Divorce",
  causes: ["14"],
  isOfficial: true,
  blocks: [
    block("claim", "dissolve", "解除婚姻关系", "Dissolution", [
      longText("text", "具体主张", "What is asked for", { isRequired: true }),
    ]),
    block("claim", "property", "夫妻共同财产", "Common property", [
      ...flagged(
        "exists",
        "有无财产",
        "Is there any?",
        shared("houses", "房屋", "Homes"),
        shared("cars", "汽车", "Cars"),
        shared("deposits", "存款", "Deposits"),
        shared("others", "其他", "Other"),
      ),
    ]),
    block("claim", "debts", "夫妻共同债务", "Common debts", [
      ...flagged(
        "exist",
        "有无债务",
        "Are there any?",
        list("list", "债务", "Debts", [
          text("detail", "明细", "What"),
          choice("bearer", "承担主体", "Borne by", TO),
        ]),
      ),
    ]),
    block("claim", "custody", "子女直接抚养", "Custody", [
      ...flagged(
        "exists",
        "有无此问题",
        "Is it in question?",
        list("children", "子女", "Children", [
          text("name", "姓名", "Name"),
          choice("to", "归属", "To", EITHER),
        ]),
      ),
    ]),
    block("claim", "support", "子女抚养费", "Child support", [
      ...flagged(
        "exists",
        "有无此问题",
        "Is it in question?",
        choice("payer", "承担主体", "Paid by", EITHER),
        settled("act", longText("amount", "金额及明细", "Amount and how made up"), "payer"),
        text("way", "支付方式", "How it is paid"),
      ),
    ]),
    block("claim", "visits", "探望权", "Visits", [
      ...flagged(
        "exists",
        "有无此问题",
        "Is it in question?",
        choice("who", "行使主体", "By whom", EITHER),
        settled("act", longText("how", "行使方式", "How")),
      ),
    ]),
    block("claim", "damages", "离婚损害赔偿、经济补偿、经济帮助", "Damages, compensation, help", [
      paid(money("damages", "离婚损害赔偿", "Damages for divorce")),
      paid(money("compensation", "离婚经济补偿", "Compensation")),
      paid(money("help", "离婚经济帮助", "Help")),
      longText("detail", "理由", "Why"),
    ]),
    plainClaims,
    jurisdiction,
    block("fact", "marriage", "婚姻关系基本情况", "The marriage", [
      date("on", "结婚时间", "Married on", { isRequired: true }),
      longText("children", "生育子女情况", "Children"),
      longText("living", "双方生活情况", "How they live"),
      longText("ground", "离婚事由", "Ground for divorce", { isRequired: true }),
      longText("earlier", "之前有无提起过离婚诉讼", "Earlier suits for divorce"),
    ]),
    block("fact", "situation", "财产、债务和子女情况", "Property, debts and children", [
      longText("property", "夫妻共同财产情况", "Common property"),
      longText("debts", "夫妻共同债务情况", "Common debts"),
      longText("custody", "子女直接抚养情况", "Custody"),
      longText("support", "子女抚养费情况", "Child support"),
      longText("visits", "子女探望权情况", "Visits"),
      longText("damages", "赔偿、补偿、经济帮助相关情况", "Damages, compensation and help"),
    ]),
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "当事人应当本人到场；确因特殊情况无法到场的，应当提交书面意见。",
      en: "The parties attend themselves; whoever truly cannot gives a written opinion.",
      source: "CPL 65; INT 147",
    },
    {
      zh: "判决不准离婚或者调解和好的，没有新情况、新理由，原告六个月内不得再起诉。",
      en: "After a refused divorce or a reconciliation the claimant waits six months, unless there is something new.",
      source: "CPL 127(7)",
    },
    {
      zh: "身份关系的解除不能司法确认，调解成功的由法院出具调解书。",
      en: "A change of status cannot be confirmed; a settlement ends in a mediation statement.",
      source: "INT 355",
    },
  ],
};
