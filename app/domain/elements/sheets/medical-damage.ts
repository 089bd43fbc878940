import { basis, jurisdiction, mediationWish, plainClaims } from "../common-blocks";
import {
  block,
  choice,
  choices,
  date,
  flag,
  flagged,
  list,
  longText,
  options,
  period,
  type Sheet,
  text,
} from "../element";
import { appraisedDays, disabilityGrade, injuryClaims, paidBefore } from "./injury-blocks";

/**
 * 医疗损害责任纠纷. There is no official form; this follows the interpretation on medical damage (MDI 2–11) and the
 * regulations on medical disputes (MDR 36).
 */
export const medicalDamage: Sheet = {
  key: "medical-damage",
  zh: "医疗损害责任纠纷",
  en: "Medical damage liability dispute",
  causes: ["413"],
  isOfficial: false,
  blocks: [
    ...injuryClaims,
    plainClaims,
    jurisdiction,
    block("fact", "patient", "患者", "The patient", [text("name", "患者姓名", "Name", { isRequired: true })]),
    block("fact", "institutions", "医疗机构", "Institutions", [
      list(
        "list",
        "就诊的医疗机构",
        "Where treated",
        [
          text("name", "名称", "Name"),
          text("creditCode", "统一社会信用代码", "Credit code"),
          text("admission", "住院号", "Admission number"),
          period("stay", "就诊期间", "From, to"),
          text("department", "科室", "Department"),
        ],
        { isRequired: true },
      ),
    ]),
    block("fact", "treatment", "诊疗情况", "Treatment", [
      longText("diagnosis", "诊断", "Diagnosis"),
      longText("course", "诊疗经过", "Course of treatment", { isRequired: true }),
      text("procedure", "手术或者操作名称", "Procedure"),
      date("procedureOn", "手术时间", "On"),
      text("operator", "术者", "Carried out by"),
    ]),
    block("fact", "damage", "损害后果", "Damage", [
      choice(
        "kind",
        "类型",
        "Kind",
        options(
          "death 死亡 Death",
          "disability 残疾 Disability",
          "injury 人身损害 Injury",
          "property 财产 Property",
        ),
      ),
      date("on", "发生时间", "On"),
      longText("text", "具体情况", "What happened"),
    ]),
    block("fact", "fault", "主张的过错", "Fault alleged", [
      choices(
        "kinds",
        "过错类型",
        "Kinds",
        options(
          "treatment 诊疗过错 Treatment",
          "consent 未尽说明、取得知情同意的义务 Informing and consent",
          "records 病历隐匿、伪造、篡改或者逾期提供 Records hidden, forged, altered or late",
          "product 医疗产品缺陷 Defective product",
          "blood 输入不合格血液 Blood",
          "other 其他 Other",
        ),
      ),
      longText("text", "具体情况", "Details"),
    ]),
    block("fact", "records", "知情同意与病历", "Consent and records", [
      ...flagged(
        "consent",
        "是否取得知情同意",
        "Was consent obtained?",
        text("consentDocument", "知情同意文书", "Document"),
      ),
      ...flagged("sealed", "病历是否封存", "Were records sealed?", date("sealedOn", "封存时间", "On")),
      flag("provided", "是否提供了全部病历", "Were all records handed over?"),
      ...flagged("autopsy", "是否尸检", "Autopsy?", longText("autopsyResult", "尸检结论", "Result")),
    ]),
    block("fact", "product", "医疗产品", "Product", [
      text("name", "名称", "Name"),
      text("maker", "生产者", "Maker"),
      text("batch", "批号", "Batch"),
    ]),
    block("fact", "appraisal", "鉴定", "Appraisal", [
      flag("agreed", "各方是否同意鉴定", "Do all agree to it?"),
      choices(
        "matters",
        "鉴定事项",
        "What is appraised",
        options(
          "fault 诊疗行为有无过错 Fault in the treatment",
          "causation 诊疗行为与损害后果的因果关系以及原因力大小 Causation and its weight",
          "information 说明义务和取得同意义务的履行情况 Informing and consent",
          "product 医疗产品缺陷及其因果关系、原因力大小 Product, causation and weight",
          "disability 损伤残疾程度 Degree of disability",
          "periods 护理期、休息期、营养期 Nursing, rest, nutrition",
          "other 其他专门性问题 Other",
        ),
      ),
      choice(
        "body",
        "鉴定机构类型",
        "By",
        options("association 医学会 Medical association", "forensic 司法鉴定机构 Forensic body"),
      ),
      text("experts", "鉴定人", "Experts"),
      flag("fault", "鉴定意见：有过错", "Found: fault"),
      flag("causation", "鉴定意见：有因果关系", "Found: causation"),
      choice(
        "contribution",
        "原因力大小",
        "Weight",
        options(
          "full 全部 Full",
          "main 主要 Main",
          "equal 同等 Equal",
          "secondary 次要 Secondary",
          "slight 轻微 Slight",
          "none 无 None",
        ),
      ),
      disabilityGrade,
      ...appraisedDays,
    ]),
    block("fact", "insurance", "医疗责任保险", "Liability insurance", [
      text("insurer", "承保公司", "Insurer"),
    ]),
    paidBefore,
    basis,
    mediationWish,
  ],
  advice: [
    {
      zh: "鉴定人由各方协商选定；协商不成的，由法院确定选定办法或者指定。",
      en: "The parties agree on the expert; else the court says how he is chosen, or names him.",
      source: "MDI 9",
    },
    {
      zh: "鉴定材料应当先经质证。",
      en: "What the expert is given must first be examined by both sides.",
      source: "MDI 10",
    },
    {
      zh: "原因力按全部、主要、同等、次要、轻微、无六级表述。",
      en: "Causal weight is stated in six steps: full, main, equal, secondary, slight, none.",
      source: "MDI 12",
    },
  ],
};
