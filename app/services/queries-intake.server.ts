import { candidatesQuery } from "./queries-candidates.server";
import { casePageQuery } from "./queries-case-page.server";
import { contactsUnmaskedQuery } from "./queries-contacts.server";
import { importRunQuery, importRunsQuery } from "./queries-imports.server";
import { queueQuery } from "./queries-queue.server";
import { dailyReportQuery } from "./queries-report.server";
import { rosterListsQuery } from "./queries-roster.server";
import { findCaseQuery } from "./queries-search.server";

/** What the desks ask: the queue, a case, its candidates and contacts, the roster, imports, the day's figures. */
export const INTAKE_QUERIES = [
  queueQuery,
  findCaseQuery,
  casePageQuery,
  candidatesQuery,
  contactsUnmaskedQuery,
  rosterListsQuery,
  importRunsQuery,
  importRunQuery,
  dailyReportQuery,
] as const;
