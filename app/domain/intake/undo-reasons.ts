/** Why a whole import is taken back. */
export const UNDO_REASONS = ["wrongFile", "wrongColumns", "sentTwice", "senderWithdrew"] as const;
export type UndoReason = (typeof UNDO_REASONS)[number];
