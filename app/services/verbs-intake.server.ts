import { acceptAssignment } from "./accept-assignment.server";
import { addContact } from "./add-contact.server";
import { addLeave } from "./add-leave.server";
import { addToSeries } from "./add-to-series.server";
import { allotTrack } from "./allot-track.server";
import { askCorrection } from "./ask-correction.server";
import { assignMediator } from "./assign-mediator.server";
import { beginAppraisal } from "./begin-appraisal.server";
import { beginFiling } from "./begin-filing.server";
import { chooseMediator } from "./choose-mediator.server";
import { clearClosure } from "./clear-closure.server";
import { clearCourtHours } from "./clear-court-hours.server";
import { clearDateHours } from "./clear-date-hours.server";
import { clearSchedulingRule } from "./clear-scheduling-rule.server";
import { consentToGoOn } from "./consent-to-go-on.server";
import { decideRecusal } from "./decide-recusal.server";
import { decideSham } from "./decide-sham.server";
import { declineAssignment } from "./decline-assignment.server";
import { deemWithdrawn } from "./deem-withdrawn.server";
import { discloseRelation } from "./disclose-relation.server";
import { dropCase } from "./drop-case.server";
import { dropImportRow } from "./drop-import-row.server";
import { endAppraisal } from "./end-appraisal.server";
import { endImport } from "./end-import.server";
import { endLeave } from "./end-leave.server";
import { endMediation } from "./end-mediation.server";
import { enterCaseNumber } from "./enter-case-number.server";
import { expireMediation } from "./expire-mediation.server";
import { extendLimit } from "./extend-limit.server";
import { extendMediation } from "./extend-mediation.server";
import { fixImportRow } from "./fix-import-row.server";
import { guideParties } from "./guide-parties.server";
import { importCaseNumbers } from "./import-case-numbers.server";
import { importCases } from "./import-cases.server";
import { issueCaseNumber } from "./issue-case-number.server";
import { lapseAssignment } from "./lapse-assignment.server";
import { lapseCorrection } from "./lapse-correction.server";
import { leaveSeries } from "./leave-series.server";
import { loadCalendarYear } from "./load-calendar-year.server";
import { makeSeries } from "./make-series.server";
import { mapImportColumns } from "./map-import-columns.server";
import { markExpiry } from "./mark-expiry.server";
import { nameClockOwner } from "./name-clock-owner.server";
import { nameMediator } from "./name-mediator.server";
import { proceedOnOneConsent } from "./proceed-on-one-consent.server";
import { proceedToFiling } from "./proceed-to-filing.server";
import { recordAuthority } from "./record-authority.server";
import { recordConsent } from "./record-consent.server";
import { recordContact } from "./record-contact.server";
import { recordFee } from "./record-fee.server";
import { refuseDesignation } from "./refuse-designation.server";
import { refuseIntake } from "./refuse-intake.server";
import { registerCase } from "./register-case.server";
import { replaceMediator } from "./replace-mediator.server";
import { reportAbsence } from "./report-absence.server";
import { reportSham } from "./report-sham.server";
import { reportWeeklyAbsence } from "./report-weekly-absence.server";
import { requestRecusal } from "./request-recusal.server";
import { resubmitCase } from "./resubmit-case.server";
import { sendFeeNotice } from "./send-fee-notice.server";
import { setClockRules } from "./set-clock-rules.server";
import { setClosure } from "./set-closure.server";
import { setCourtHours } from "./set-court-hours.server";
import { setDateHours } from "./set-date-hours.server";
import { setFacilities } from "./set-facilities.server";
import { setLimits } from "./set-limits.server";
import { setNeeds } from "./set-needs.server";
import { setPreferences } from "./set-preferences.server";
import { setReading } from "./set-reading.server";
import { setSchedulingRules } from "./set-scheduling-rules.server";
import { setTeam } from "./set-team.server";
import { setWeeklyHours } from "./set-weekly-hours.server";
import { signForMaterials } from "./sign-for-materials.server";
import { takeImportRows } from "./take-import-rows.server";
import { undoImport } from "./undo-import.server";
import { warnClock } from "./warn-clock.server";
import { withdrawAbsence } from "./withdraw-absence.server";
import { withdrawCase } from "./withdraw-case.server";

/** The verbs from intake to an accepted mediator, and the ways out of a mediation that did not settle. */
export const INTAKE_VERBS = [
  registerCase,
  resubmitCase,
  importCases,
  makeSeries,
  addToSeries,
  leaveSeries,
  takeImportRows,
  endImport,
  fixImportRow,
  dropImportRow,
  mapImportColumns,
  undoImport,
  askCorrection,
  lapseCorrection,
  refuseIntake,
  beginFiling,
  enterCaseNumber,
  issueCaseNumber,
  importCaseNumbers,
  guideParties,
  recordConsent,
  proceedOnOneConsent,
  recordContact,
  addContact,
  recordAuthority,
  reportAbsence,
  reportWeeklyAbsence,
  withdrawAbsence,
  setNeeds,
  setPreferences,
  setReading,
  setWeeklyHours,
  setDateHours,
  clearDateHours,
  setLimits,
  addLeave,
  endLeave,
  setFacilities,
  setTeam,
  chooseMediator,
  assignMediator,
  signForMaterials,
  nameMediator,
  refuseDesignation,
  discloseRelation,
  consentToGoOn,
  acceptAssignment,
  declineAssignment,
  lapseAssignment,
  requestRecusal,
  decideRecusal,
  replaceMediator,
  extendMediation,
  extendLimit,
  nameClockOwner,
  beginAppraisal,
  endAppraisal,
  reportSham,
  decideSham,
  endMediation,
  expireMediation,
  loadCalendarYear,
  setClosure,
  setCourtHours,
  clearCourtHours,
  clearClosure,
  setClockRules,
  setSchedulingRules,
  clearSchedulingRule,
  warnClock,
  markExpiry,
  withdrawCase,
  proceedToFiling,
  sendFeeNotice,
  recordFee,
  deemWithdrawn,
  dropCase,
  allotTrack,
] as const;
