import { closeTask } from "./close-task.server";
import { importLetterReceipts } from "./import-letter-receipts.server";
import { noteDelivery } from "./note-delivery.server";
import { noteSilence } from "./note-silence.server";
import { printLetters } from "./print-letters.server";
import { resendMessage } from "./resend-message.server";
import { trackLetters } from "./track-letters.server";

/** The verbs that follow a notice until it has arrived. */
export const NOTICE_VERBS = [
  noteDelivery,
  noteSilence,
  closeTask,
  resendMessage,
  printLetters,
  trackLetters,
  importLetterReceipts,
];
