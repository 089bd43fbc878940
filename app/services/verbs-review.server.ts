import { addCalendarFile } from "./add-calendar-file.server";
import { addCalendarSource, refreshCalendarSource, removeCalendarSource } from "./add-calendar-source.server";
import { addParticipant } from "./add-participant.server";
import { answerInvitation } from "./answer-invitation.server";
import { applyEnforcement } from "./apply-enforcement.server";
import { archiveCase } from "./archive-case.server";
import { askSupplement } from "./ask-supplement.server";
import { bookHearing } from "./book-hearing.server";
import { bookOffered } from "./book-offered.server";
import { bookSession } from "./book-session.server";
import { cancelSession } from "./cancel-session.server";
import { checkItem } from "./check-item.server";
import { chooseTimes } from "./choose-times.server";
import { closeCase } from "./close-case.server";
import { closeSession } from "./close-session.server";
import { confirmAgreement } from "./confirm-agreement.server";
import { confirmHold } from "./confirm-hold.server";
import { convertTrack } from "./convert-track.server";
import { acceptCounter, declineCounter } from "./decide-counter.server";
import { dismissApplication } from "./dismiss-application.server";
import { draftAgreement } from "./draft-agreement.server";
import { endSafety } from "./end-safety.server";
import { enterDocumentNumber } from "./enter-document-number.server";
import { excuseParticipant } from "./excuse-participant.server";
import { fillElements } from "./fill-elements.server";
import { followPerformance } from "./follow-performance.server";
import { handInMaterials } from "./hand-in-materials.server";
import { handOver } from "./hand-over.server";
import { issueStatement } from "./issue-statement.server";
import { releaseHold } from "./keep-house.server";
import { lapseSupplement } from "./lapse-supplement.server";
import { noteCounter } from "./note-counter.server";
import { noteStaffReply } from "./note-staff-reply.server";
import { offerFreedPlace } from "./offer-freed-place.server";
import { offerTimes } from "./offer-times.server";
import { openSession } from "./open-session.server";
import { performAtOnce } from "./perform-at-once.server";
import { reassignReview } from "./reassign-review.server";
import { recordAttendance } from "./record-attendance.server";
import { recordDefault } from "./record-default.server";
import { recordJudgment } from "./record-judgment.server";
import { recordNoShow } from "./record-no-show.server";
import { recordPerformed } from "./record-performed.server";
import { recordService } from "./record-service.server";
import { recordUndisputedFacts } from "./record-undisputed-facts.server";
import { refuseToSign } from "./refuse-to-sign.server";
import { renewFeed, revokeFeed } from "./renew-feed.server";
import { renewRoomFeed, revokeRoomFeed } from "./renew-room-feed.server";
import { replanSessions } from "./replan-sessions.server";
import { reportTermination } from "./report-termination.server";
import { repudiateStatement } from "./repudiate-statement.server";
import { rescheduleSession } from "./reschedule-session.server";
import { resumeMediation } from "./resume-mediation.server";
import { returnPackage } from "./return-package.server";
import { setSafety } from "./set-safety.server";
import { setTimeWay } from "./set-time-way.server";
import { setVideoLink } from "./set-video-link.server";
import { settleInTrial } from "./settle-in-trial.server";
import { signAgreement } from "./sign-agreement.server";
import { signApplication } from "./sign-application.server";
import { signReceipt } from "./sign-receipt.server";
import { signUndisputedFacts } from "./sign-undisputed-facts.server";
import { splitSession } from "./split-session.server";
import { supplyMaterials } from "./supply-materials.server";
import { takeUp } from "./take-up.server";
import { withdrawApplication } from "./withdraw-application.server";
import { withdrawMaterial } from "./withdraw-material.server";
import { expireOffer, withdrawOffer } from "./withdraw-offer.server";
import { writeNote } from "./write-note.server";

/** The verbs of the second half of the journey: sessions, agreement, hand-over, review, trial, performance. */
export const REVIEW_VERBS = [
  bookSession,
  confirmHold,
  rescheduleSession,
  noteStaffReply,
  noteCounter,
  acceptCounter,
  declineCounter,
  cancelSession,
  releaseHold,
  offerTimes,
  withdrawOffer,
  expireOffer,
  addParticipant,
  excuseParticipant,
  fillElements,
  splitSession,
  setSafety,
  setVideoLink,
  handInMaterials,
  withdrawMaterial,
  endSafety,
  offerFreedPlace,
  setTimeWay,
  replanSessions,
  bookOffered,
  chooseTimes,
  answerInvitation,
  addCalendarSource,
  addCalendarFile,
  refreshCalendarSource,
  removeCalendarSource,
  renewFeed,
  revokeFeed,
  renewRoomFeed,
  revokeRoomFeed,
  openSession,
  recordAttendance,
  writeNote,
  recordUndisputedFacts,
  signUndisputedFacts,
  closeSession,
  recordNoShow,
  draftAgreement,
  signAgreement,
  refuseToSign,
  reportTermination,
  signApplication,
  performAtOnce,
  handOver,
  reassignReview,
  takeUp,
  checkItem,
  returnPackage,
  askSupplement,
  supplyMaterials,
  lapseSupplement,
  confirmAgreement,
  dismissApplication,
  withdrawApplication,
  issueStatement,
  signReceipt,
  repudiateStatement,
  resumeMediation,
  bookHearing,
  settleInTrial,
  convertTrack,
  recordJudgment,
  enterDocumentNumber,
  recordService,
  followPerformance,
  recordPerformed,
  recordDefault,
  applyEnforcement,
  closeCase,
  archiveCase,
] as const;
