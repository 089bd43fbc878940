import type { Tone } from "~/ui/status";

/** How an answer to an invitation is drawn. */
export const REPLY_TONES = {
  needsAction: "wait",
  accepted: "done",
  declined: "no",
  tentative: "part",
} as const satisfies Record<string, Tone>;
type Reply = keyof typeof REPLY_TONES;

/** The answer as it was kept; what is not known counts as none yet. */
export const knownReply = (text: string): Reply =>
  Object.hasOwn(REPLY_TONES, text) ? (text as Reply) : "needsAction";
