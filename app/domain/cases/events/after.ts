import type { EventRow } from "../event-row";

const KEEPERS = ["judgeAssistant", "courtClerk", "coordinator"] as const;

/** Performance, enforcement, closing, archive. */
export const AFTER_EVENTS = [
  {
    event: "followPerformance",
    from: ["agreed", "confirmed", "statementEffective"],
    to: "performing",
    by: ["job", ...KEEPERS],
    guards: ["obligationsExist"],
    effects: ["remindPerformance"],
    starts: ["T29"],
    stops: ["T16"],
    covers: [49],
  },
  {
    event: "recordPerformed",
    from: ["performing", "defaulted", "enforcement"],
    to: "closed",
    by: ["party", "finance", ...KEEPERS],
    guards: ["claimantSide", "allPerformed"],
    effects: ["notifyParties"],
    starts: ["L06"],
    stops: ["T29", "T30"],
    covers: [50],
  },
  {
    event: "recordDefault",
    from: ["performing"],
    to: "defaulted",
    by: ["job", ...KEEPERS],
    guards: ["overdue"],
    effects: ["notifyParties"],
    covers: [51],
  },
  {
    event: "applyEnforcement",
    from: ["defaulted"],
    to: "enforcement",
    by: ["party", ...KEEPERS],
    guards: ["titleExists", "withinTwoYears", "staffOrOwnSide"],
    effects: ["sendEnforcementSheet"],
    starts: ["T30"],
    covers: [52],
  },
  {
    event: "closeCase",
    from: ["notReceived", "confirmed", "statementEffective", "enforcement"],
    to: "closed",
    by: ["courtClerk", "judgeAssistant", "clerk", "judge"],
    guards: ["reasonGiven"],
    effects: [],
    starts: ["L06"],
    stops: ["L03", "T14", "T30"],
    covers: [],
  },
  {
    event: "archiveCase",
    from: ["closed"],
    to: "archived",
    by: ["courtClerk", "judgeAssistant"],
    guards: ["archiveComplete"],
    effects: [],
    stops: ["L06"],
    covers: [54],
  },
] as const satisfies readonly EventRow[];
