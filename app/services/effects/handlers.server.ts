import type { EffectName } from "~/domain/cases/effects";
import { carryOutImport } from "./carry-out-import.server";
import { declineCounter } from "./decline-counter.server";
import type { Handler } from "./job.server";
import { offerFreed } from "./offer-freed.server";
import { noteSilence, remindSession } from "./remind-session.server";
import { sendAgain } from "./send-again.server";
import { sendInvitations } from "./send-invitations.server";
import { tellClock } from "./tell-clock.server";
import { tellParties } from "./tell-parties.server";
import { tellStaff } from "./tell-staff.server";
import { writeDocuments } from "./write-documents.server";

export type { Job } from "./job.server";

/** A word without a deed is a type error. */
export const HANDLERS: Readonly<Record<EffectName, Handler>> = {
  sendInvitations,
  sendCancellations: sendInvitations,
  declineCounter,
  sendReceipt: tellParties,
  sendCorrectionNotice: tellParties,
  sendIntakeRefusal: tellParties,
  sendGuidance: tellParties,
  sendSelectionNotice: tellParties,
  sendOffer: tellParties,
  serveAgreement: tellParties,
  sendFeeNotice: tellParties,
  sendRuling: tellParties,
  sendStatement: tellParties,
  sendEnforcementSheet: tellParties,
  notifyParties: tellParties,
  remindPerformance: tellParties,
  sendDelegation: tellStaff("mediator"),
  notifyMediator: tellStaff("mediator"),
  sendTerminationReport: tellStaff("coordinator"),
  notifyCoordinator: tellStaff("coordinator"),
  notifyJudge: tellStaff("judge"),
  offerFreedPlace: offerFreed,
  warnClock: tellClock,
  alertExpiry: tellClock,
  remindSession,
  noteSilence,
  sendAgain,
  writeDocuments,
  carryOutImport,
};
