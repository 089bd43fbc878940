import * as times from "~/i18n/party-times";
import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";

interface AnsweredProps {
  chosen: readonly string[];
  slots: readonly { key: string; startAt: string; endAt: string }[];
  /** Read out as the outcome of what was just done. */
  isNews: boolean;
}

/** This side's own answer, and that one waits now; whether the other side has answered is not said. */
export function Answered({ chosen, slots, isNews }: AnsweredProps) {
  const t = useText(times);
  const format = useFormat();
  const mine = slots.filter((slot) => chosen.includes(slot.key));
  return (
    <Notice tone="act" isOutcome={isNews} title={mine.length > 0 ? t("yours") : undefined}>
      {mine.length > 0 ? (
        <ul>
          {mine.map((slot) => (
            <li key={slot.key}>{format.range(slot.startAt, slot.endAt)}</li>
          ))}
        </ul>
      ) : (
        <p>{t("yoursNone")}</p>
      )}
      {mine.length > 0 ? <p>{t("answeredWait")}</p> : null}
    </Notice>
  );
}
