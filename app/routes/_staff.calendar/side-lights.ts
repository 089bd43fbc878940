import * as day from "~/i18n/day";
import { useText } from "~/i18n/use-text";
import { REPLY_TONES } from "../_staff.cases_.$id/replies";
import { type Replies, replyOf } from "./week";

/** One light for each side of a session, whatever the number of its cases. */
export function useSideLights() {
  const t = useText(day);
  return (cases: readonly Replies[]) =>
    (["claimant", "respondent"] as const).map((side) => {
      const reply = replyOf(cases, side);
      return { id: side, who: t(side), tone: REPLY_TONES[reply], word: t(`reply.${reply}`) };
    });
}
