import { notesQuery } from "./mediation-notes.server";
import { calendarWeekQuery, myDayQuery, sessionsQuery } from "./queries-calendar.server";
import {
  contactLogQuery,
  documentsQuery,
  readDocumentQuery,
  sessionNoticeQuery,
} from "./queries-documents.server";
import { offerQuery } from "./queries-offers.server";
import { partyPageQuery, partyTimeQuery } from "./queries-party.server";
import { reviewPageQuery } from "./queries-review-page.server";
import { reviewQueueQuery } from "./queries-reviews.server";
import { sessionPageQuery } from "./queries-sessions.server";
import { explainSlotQuery, slotsQuery } from "./queries-slots.server";

/** The reading side of the second half of the journey. */
export const REVIEW_QUERIES = [
  reviewQueueQuery,
  reviewPageQuery,
  sessionPageQuery,
  myDayQuery,
  calendarWeekQuery,
  sessionsQuery,
  slotsQuery,
  explainSlotQuery,
  documentsQuery,
  readDocumentQuery,
  sessionNoticeQuery,
  contactLogQuery,
  offerQuery,
  notesQuery,
  partyPageQuery,
  partyTimeQuery,
] as const;
