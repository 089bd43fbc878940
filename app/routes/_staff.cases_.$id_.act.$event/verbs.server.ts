import type { EventName } from "~/domain/cases/events";
import { allotTrack } from "~/services/allot-track.server";
import { applyEnforcement } from "~/services/apply-enforcement.server";
import { archiveCase } from "~/services/archive-case.server";
import { askCorrection } from "~/services/ask-correction.server";
import { beginAppraisal } from "~/services/begin-appraisal.server";
import { beginFiling } from "~/services/begin-filing.server";
import { closeCase } from "~/services/close-case.server";
import type { Verb } from "~/services/command.server";
import { consentToGoOn } from "~/services/consent-to-go-on.server";
import { convertTrack } from "~/services/convert-track.server";
import { decideRecusal } from "~/services/decide-recusal.server";
import { decideSham } from "~/services/decide-sham.server";
import { deemWithdrawn } from "~/services/deem-withdrawn.server";
import { dropCase } from "~/services/drop-case.server";
import { endAppraisal } from "~/services/end-appraisal.server";
import { endMediation } from "~/services/end-mediation.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { expireMediation } from "~/services/expire-mediation.server";
import { extendMediation } from "~/services/extend-mediation.server";
import { followPerformance } from "~/services/follow-performance.server";
import { guideParties } from "~/services/guide-parties.server";
import { lapseAssignment } from "~/services/lapse-assignment.server";
import { lapseCorrection } from "~/services/lapse-correction.server";
import { proceedOnOneConsent } from "~/services/proceed-on-one-consent.server";
import { proceedToFiling } from "~/services/proceed-to-filing.server";
import { recordConsent } from "~/services/record-consent.server";
import { recordDefault } from "~/services/record-default.server";
import { recordFee } from "~/services/record-fee.server";
import { recordJudgment } from "~/services/record-judgment.server";
import { refuseDesignation } from "~/services/refuse-designation.server";
import { refuseIntake } from "~/services/refuse-intake.server";
import { replaceMediator } from "~/services/replace-mediator.server";
import { reportSham } from "~/services/report-sham.server";
import { requestRecusal } from "~/services/request-recusal.server";
import { resubmitCase } from "~/services/resubmit-case.server";
import { resumeMediation } from "~/services/resume-mediation.server";
import { sendFeeNotice } from "~/services/send-fee-notice.server";
import { withdrawCase } from "~/services/withdraw-case.server";

/** The verb behind each small form. */
export const VERBS: Partial<Record<EventName, Verb>> = {
  submitCase: resubmitCase,
  askCorrection,
  lapseCorrection,
  refuseIntake,
  beginFiling,
  guideParties,
  registerCase: enterCaseNumber,
  recordConsent,
  proceedOnOneConsent,
  lapseAssignment,
  refuseDesignation,
  consentToGoOn,
  requestRecusal,
  decideRecusal,
  replaceMediator,
  extendMediation,
  beginAppraisal,
  endAppraisal,
  reportSham,
  decideSham,
  endMediation,
  expireMediation,
  withdrawCase,
  proceedToFiling,
  sendFeeNotice,
  recordFee,
  deemWithdrawn,
  dropCase,
  allotTrack,
  convertTrack,
  recordJudgment,
  followPerformance,
  recordDefault,
  applyEnforcement,
  closeCase,
  archiveCase,
  resumeMediation,
};
