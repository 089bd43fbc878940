import { closeTask } from "./close-task.server";
import { exportNotices } from "./export-notices.server";
import { importLetterReceipts } from "./import-letter-receipts.server";
import { matchMessage } from "./match-message.server";
import { noteDelivery } from "./note-delivery.server";
import { noteSilence } from "./note-silence.server";
import { noteTold } from "./note-told.server";
import { printLetters } from "./print-letters.server";
import { caseNoticesQuery } from "./queries-case-notices.server";
import { lettersQuery, printedLettersQuery } from "./queries-letters.server";
import { sessionTextsQuery } from "./queries-session-texts.server";
import { taskQuery } from "./queries-task.server";
import { tasksQuery } from "./queries-tasks.server";
import { resendMessage } from "./resend-message.server";
import { takeTask } from "./take-task.server";
import { trackLetters } from "./track-letters.server";

/** What is asked about notices: the worklist, letters, what a case's people were told. */
export const NOTICE_QUERIES = [
  tasksQuery,
  taskQuery,
  lettersQuery,
  printedLettersQuery,
  caseNoticesQuery,
  exportNotices,
  sessionTextsQuery,
] as const;

/** The verbs that follow a notice until it has arrived. */
export const NOTICE_VERBS = [
  noteDelivery,
  noteSilence,
  closeTask,
  takeTask,
  matchMessage,
  noteTold,
  resendMessage,
  printLetters,
  trackLetters,
  importLetterReceipts,
];
