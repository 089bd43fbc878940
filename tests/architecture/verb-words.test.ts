import { expect, it } from "vitest";
import * as casePage from "~/i18n/case-page";
import * as events from "~/i18n/events";
import { textFor } from "~/i18n/text";
import { verbText } from "~/i18n/verb-text";
import { verbWords } from "~/routes/_staff.cases_.$id/verb-words";
import { VERBS } from "~/services/verbs.server";

/* Whoever reads what was done reads words, not the code of a verb. */
const names = VERBS.map((verb) => verb.name);

/** What is on no case's record: people's and rooms' hours, the court's calendar, whole lists. */
const OF_NO_CASE = new Set([
  "import-cases",
  "make-series",
  "add-to-series",
  "take-import-rows",
  "end-import",
  "fix-import-row",
  "drop-import-row",
  "map-import-columns",
  "import-case-numbers",
  "set-weekly-hours",
  "set-date-hours",
  "clear-date-hours",
  "set-limits",
  "add-leave",
  "end-leave",
  "set-facilities",
  "load-calendar-year",
  "set-clock-rules",
  "set-court-hours",
  "clear-court-hours",
  "clear-scheduling-rule",
  "set-scheduling-rules",
  "set-closure",
  "clear-closure",
  "renew-feed",
  "import-letter-receipts",
  "add-calendar-source",
  "add-calendar-file",
  "refresh-calendar-source",
  "remove-calendar-source",
  "revoke-feed",
  "renew-room-feed",
  "revoke-room-feed",
  "prepare-document-batch",
  "start-document-batch",
  "drop-document-batch",
  "finish-document-batch",
  "upload-template",
  "restore-template",
]);

it("every verb has its words in the trail of records", () => {
  expect(names.filter((name) => verbText("zh-CN", name).includes(name))).toEqual([]);
});

it("every verb of a case has its words in what has happened on it", () => {
  const [t, event] = [textFor("zh-CN", casePage), textFor("zh-CN", events)];
  const ofCases = names.filter((name) => !OF_NO_CASE.has(name));
  expect(ofCases.filter((name) => verbWords(name, t, event).includes(name))).toEqual([]);
});
