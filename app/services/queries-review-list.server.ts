import { notesQuery } from "./mediation-notes.server";
import { agreementPageQuery } from "./queries-agreement-screens.server";
import { calendarWeekQuery, myDayQuery, sessionsQuery } from "./queries-calendar.server";
import { weekShapeQuery } from "./queries-calendar-screens.server";
import { calendarSourcesQuery } from "./queries-calendar-sources.server";
import {
  contactLogQuery,
  documentsQuery,
  readDocumentQuery,
  sessionNoticeQuery,
} from "./queries-documents.server";
import { elementPaperQuery, elementPrintQuery } from "./queries-element-papers.server";
import { caseElementsQuery } from "./queries-elements.server";
import { caseFactsQuery } from "./queries-facts.server";
import { feedQuery, roomFeedQuery } from "./queries-feeds.server";
import { materialsQuery, readMaterialQuery } from "./queries-materials.server";
import { sessionMovesQuery } from "./queries-moves.server";
import { offerQuery, partyOfferQuery } from "./queries-offers.server";
import { packagePreviewQuery } from "./queries-package.server";
import { partyPageQuery, partyTimeQuery } from "./queries-party.server";
import { partyInvitationQuery } from "./queries-party-invitation.server";
import { replanQuery } from "./queries-replan.server";
import { reviewPageQuery } from "./queries-review-page.server";
import { reviewScreenQuery } from "./queries-review-screen.server";
import { reviewQueueQuery } from "./queries-reviews.server";
import { caseSafetyQuery } from "./queries-safety.server";
import { seriesListQuery, seriesQuery } from "./queries-series.server";
import { sessionPeopleQuery } from "./queries-session-people.server";
import {
  causesQuery,
  companionsQuery,
  sessionPlaceQuery,
  sessionToldQuery,
} from "./queries-session-screens.server";
import { sessionPageQuery } from "./queries-sessions.server";
import { explainSlotQuery, slotsQuery } from "./queries-slots.server";
import { triageQuery } from "./queries-triage.server";

/** The reading side of the second half of the journey. */
export const REVIEW_QUERIES = [
  calendarSourcesQuery,
  feedQuery,
  roomFeedQuery,
  reviewQueueQuery,
  reviewPageQuery,
  reviewScreenQuery,
  triageQuery,
  packagePreviewQuery,
  agreementPageQuery,
  sessionPageQuery,
  sessionPlaceQuery,
  sessionToldQuery,
  sessionPeopleQuery,
  caseSafetyQuery,
  caseElementsQuery,
  elementPaperQuery,
  elementPrintQuery,
  caseFactsQuery,
  sessionMovesQuery,
  companionsQuery,
  causesQuery,
  myDayQuery,
  calendarWeekQuery,
  weekShapeQuery,
  sessionsQuery,
  slotsQuery,
  explainSlotQuery,
  documentsQuery,
  readDocumentQuery,
  seriesListQuery,
  seriesQuery,
  materialsQuery,
  readMaterialQuery,
  sessionNoticeQuery,
  contactLogQuery,
  offerQuery,
  replanQuery,
  notesQuery,
  partyPageQuery,
  partyTimeQuery,
  partyInvitationQuery,
  partyOfferQuery,
] as const;
