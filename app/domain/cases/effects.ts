/** Words first, deeds later: an event names effects, the worker has one deed per word. */
export const EFFECTS = [
  "sendReceipt",
  "sendCorrectionNotice",
  "sendIntakeRefusal",
  "sendGuidance",
  "sendDelegation",
  "sendSelectionNotice",
  "sendOffer",
  "sendInvitations",
  "sendCancellations",
  "serveAgreement",
  "sendTerminationReport",
  "sendFeeNotice",
  "sendRuling",
  "sendStatement",
  "sendEnforcementSheet",
  "notifyParties",
  "notifyMediator",
  "notifyCoordinator",
  "notifyJudge",
  "remindPerformance",
] as const;
export type EffectName = (typeof EFFECTS)[number];
