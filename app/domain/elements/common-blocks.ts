import {
  type Block,
  block,
  choice,
  date,
  flag,
  flagged,
  list,
  longText,
  money,
  options,
  text,
} from "./element";

/* Blocks that the official forms share (法〔2025〕82号). The parties' own particulars stand on the case, not in a sheet. */

const YES_NO_UNSURE = options(
  "yes 是 Yes",
  "no 否 No",
  "unsure 暂不确定，想要了解更多内容 Not sure yet, would like to know more",
);
const KNOWN = options("known 了解 Yes", "unknown 不了解 No");

/** Everything that is asked for beside the claims of this kind of dispute. */
export const commonClaims: Block = block("claim", "common", "其他请求", "Further claims", [
  ...flagged(
    "recoveryCosts",
    "是否主张实现债权的费用",
    "Costs of recovery claimed?",
    longText("recoveryCostsDetail", "费用明细", "Which costs"),
  ),
  flag("litigationCosts", "是否主张诉讼费用", "Court costs claimed?"),
  longText("otherClaims", "其他请求", "Other claims"),
  money("total", "标的总额", "Total amount claimed", { isRequired: true, varies: true }),
]);

/** The same without costs of recovery, which only creditors have. */
export const plainClaims: Block = {
  ...commonClaims,
  elements: commonClaims.elements.filter(({ key }) => !key.startsWith("recoveryCosts")),
};

export const securityClaim: Block = block("claim", "security", "担保权利", "Rights in security", [
  ...flagged("asserted", "是否主张担保权利", "Rights in security asserted?"),
]);

export const accelerateClaim: Block = block(
  "claim",
  "ending",
  "提前还款或者解除合同",
  "Early repayment or rescission",
  [
    ...flagged(
      "asserted",
      "是否请求提前还款或者解除合同",
      "Early repayment or rescission claimed?",
      flag("accelerate", "提前还款（加速到期）", "Early repayment (acceleration)"),
      flag("rescind", "解除合同", "Rescission"),
    ),
  ],
);

const clauseAndPreservation = [
  ...flagged(
    "clause",
    "有无仲裁、法院管辖约定",
    "Arbitration or jurisdiction agreed?",
    longText("clauseText", "合同条款及内容", "Clause and wording"),
  ),
  ...flagged(
    "preserved",
    "是否已申请诉前财产保全",
    "Preservation before suit?",
    text("preservedBy", "保全法院", "By which court"),
    date("preservedOn", "保全时间", "When"),
    text("preservedNo", "保全案号", "Case number"),
  ),
] as const;

export const jurisdiction: Block = block(
  "jurisdiction",
  "jurisdiction",
  "约定管辖和诉讼保全",
  "Jurisdiction and preservation",
  clauseAndPreservation,
);

/** With an appraisal asked for beforehand: injuries, defects. */
export const jurisdictionAndAppraisal: Block = {
  ...jurisdiction,
  elements: [
    ...clauseAndPreservation,
    ...flagged(
      "appraisal",
      "是否申请鉴定",
      "Appraisal requested?",
      longText("appraisalMatters", "鉴定事项", "What is to be appraised"),
    ),
  ],
};

export const guarantee: Block = block("fact", "guarantee", "担保情况", "Security given", [
  ...flagged(
    "real",
    "是否签订物的担保合同",
    "Real security agreed?",
    date("realOn", "签订时间", "Signed on"),
    text("guarantor", "担保人", "Given by"),
    text("collateral", "担保物", "Collateral"),
  ),
  ...flagged(
    "maximum",
    "是否最高额担保",
    "Maximum-amount security?",
    date("maximumOn", "担保债权的确定时间", "Claims fixed on"),
    money("maximumAmount", "担保额度", "Up to"),
  ),
  ...flagged(
    "registered",
    "是否办理抵押、质押登记",
    "Registered?",
    choice(
      "registeredKind",
      "登记类型",
      "Kind of registration",
      options("full 正式登记 Full", "notice 预告登记 Advance notice"),
    ),
  ),
  ...flagged(
    "suretyship",
    "是否签订保证合同",
    "Suretyship agreed?",
    date("suretyshipOn", "签订时间", "Signed on"),
    text("surety", "保证人", "Surety"),
    longText("suretyshipTerms", "主要内容", "Main terms"),
    choice(
      "suretyshipKind",
      "保证方式",
      "Kind of suretyship",
      options("ordinary 一般保证 Ordinary", "joint 连带责任保证 Joint and several"),
    ),
  ),
  ...flagged(
    "other",
    "其他担保方式",
    "Other security?",
    text("otherForm", "形式", "Form"),
    date("otherOn", "签订时间", "Signed on"),
  ),
]);

export const basis: Block = block("basis", "basis", "依据", "Grounds", [
  longText("contract", "请求依据：合同约定", "Terms of the contract relied on"),
  longText("law", "请求依据：法律规定", "Law relied on"),
  longText("notes", "其他需要说明的内容", "Anything else"),
  list("evidence", "证据清单", "Evidence", [
    text("name", "证据名称", "Name"),
    text("pages", "页码", "Pages"),
    text("source", "证据来源", "Where from"),
    text("purpose", "证明目的", "What it shows"),
  ]),
]);

/** Intellectual property: suits beside this one. */
export const relatedCases: Block = block("fact", "related", "关联案件", "Related cases", [
  ...flagged(
    "exist",
    "是否存在关联案件",
    "Related cases?",
    list("cases", "关联案件", "Related cases", [
      text("number", "案号", "Case number"),
      text("cause", "案由", "Cause"),
      text("parties", "当事人", "Parties"),
      text("court", "受理法院", "Court"),
      text("stage", "审理情况", "Where it stands"),
    ]),
  ),
]);

/** The wish block, the same in every form: what a party knows of mediation, and whether it wants it. */
export const mediationWish: Block = block(
  "mediation",
  "mediation",
  "对纠纷解决方式的意愿",
  "Wish to mediate",
  [
    choice("knows", "是否了解调解作为非诉讼纠纷解决方式", "Do you know of mediation as another way?", KNOWN),
    choice(
      "first",
      "是否了解：先行调解可以较快启动；不选择的，需等待排期开庭，流程较长",
      "Mediation starts soon; without it the case waits for its turn, which takes long",
      KNOWN,
    ),
    choice(
      "fees",
      "是否了解：调解成功并自动履行不收诉讼费，司法确认不收费，出具调解书减半收费",
      "Settled and performed costs no court fee, confirmation none, a mediation statement half",
      KNOWN,
    ),
    choice(
      "again",
      "是否了解：一次不成仍有意愿的，可以更换调解组织或者调解员；达不成协议的，转入排期开庭",
      "If it fails and you still want to, body or mediator can be changed; without agreement the case is listed",
      KNOWN,
    ),
    choice(
      "confidential",
      "是否了解：调解不公开，未经各方同意，调解协议不公开",
      "Mediation is confidential; without everybody's consent no agreement is published",
      KNOWN,
    ),
    choice(
      "binding",
      "是否了解：调解协议具有法律效力，可以申请司法确认并据以申请强制执行",
      "An agreement binds; it can be confirmed by the court and then enforced",
      KNOWN,
    ),
    choice("considers", "是否考虑先行调解", "Would you consider mediation first?", YES_NO_UNSURE),
  ],
);
