import * as sessionTold from "~/i18n/session-told";
import { useFormat, useText } from "~/i18n/use-text";
import type { Told } from "./place.server";

/** How far a notice is, in words. */
export function useToldStatus(): (row: Pick<Told, "status" | "sentAt">) => string {
  const say = useText(sessionTold);
  const format = useFormat();
  return ({ status, sentAt }) => {
    if (status !== "sent") return say(`status.${status}`);
    return sentAt ? say("status.sent", { at: format.instantShort(sentAt) }) : say("status.sentPlain");
  };
}
