import type { RefusalCode } from "~/domain/result";

/**
 * What a broken constraint means to the person who ran into it. The verbs judge first; these are the last line,
 * met only when two acts race. A constraint that is not here is a bug and throws.
 */
export const CONSTRAINTS: Readonly<Record<string, RefusalCode>> = {
  occupancies_no_overlap: "slotTaken",
  cases_case_no: "numberTaken",
  cases_registration_no: "numberTaken",
  case_numbers_court_id_number_pk: "numberTaken",
  import_rows_once: "duplicateCase",
  signatures_once: "alreadyAnswered",
  services_once: "alreadyAnswered",
  agreements_version: "staleVersion",
  element_answers_once: "staleVersion",
  series_cases_court_id_case_id_pk: "staleVersion",
  packages_version: "staleVersion",
  clocks_running: "staleVersion",
  calendar_versions_court_id_version_pk: "calendarChanged",
};
