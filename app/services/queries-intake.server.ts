import { exportCases } from "./export-cases.server";
import { exportRecords } from "./export-records.server";
import { exportReport } from "./export-report.server";
import { absencesQuery } from "./queries-absences.server";
import { availabilityQuery, explainDayQuery } from "./queries-availability.server";
import { weeklyHoursQuery } from "./queries-calendar-screens.server";
import { candidatesQuery } from "./queries-candidates.server";
import { capacityQuery } from "./queries-capacity.server";
import { casePageQuery } from "./queries-case-page.server";
import { clockOwnersQuery } from "./queries-clock-owners.server";
import { clockRulesQuery } from "./queries-clock-rules.server";
import { clocksQuery } from "./queries-clocks.server";
import { contactsUnmaskedQuery } from "./queries-contacts.server";
import {
  calendarPreviewQuery,
  courtCalendarQuery,
  courtHoursPreviewQuery,
  seasonClearPreviewQuery,
} from "./queries-court-calendar.server";
import { deliveriesQuery } from "./queries-deliveries.server";
import { duesQuery } from "./queries-dues.server";
import {
  importRunQuery,
  importRunsQuery,
  importTemplateQuery,
  returnedRowsQuery,
} from "./queries-imports.server";
import { queueQuery } from "./queries-queue.server";
import { recordsQuery } from "./queries-records.server";
import { dailyReportQuery } from "./queries-report.server";
import { rosterListsQuery } from "./queries-roster.server";
import { schedulingRulesQuery } from "./queries-scheduling-rules.server";
import { clockStartsQuery, queueChoicesQuery } from "./queries-screens.server";
import { findCaseQuery } from "./queries-search.server";

/** What the desks ask: the queue, a case, its candidates and contacts, the roster, imports, notices, figures, the trail. */
export const INTAKE_QUERIES = [
  queueQuery,
  queueChoicesQuery,
  clockStartsQuery,
  clocksQuery,
  clockRulesQuery,
  clockOwnersQuery,
  courtCalendarQuery,
  calendarPreviewQuery,
  courtHoursPreviewQuery,
  seasonClearPreviewQuery,
  schedulingRulesQuery,
  exportCases,
  findCaseQuery,
  casePageQuery,
  candidatesQuery,
  contactsUnmaskedQuery,
  duesQuery,
  rosterListsQuery,
  weeklyHoursQuery,
  capacityQuery,
  availabilityQuery,
  explainDayQuery,
  absencesQuery,
  importRunsQuery,
  importRunQuery,
  importTemplateQuery,
  returnedRowsQuery,
  deliveriesQuery,
  dailyReportQuery,
  exportReport,
  recordsQuery,
  exportRecords,
] as const;
