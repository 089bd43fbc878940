import type { BookingWarning } from "~/domain/scheduling/booking-warnings";
import * as booking from "~/i18n/booking";
import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";

interface AlsoPlannedProps {
  sessions: readonly {
    sessionId: string;
    caseId: string;
    number: string;
    startAt: string;
    endAt: string;
  }[];
}
const CODE: BookingWarning = "alsoPlanned";

/** A case may meet twice, but more often somebody meant to move the first time: what is planned already, with the way to move it. */
export function AlsoPlanned({ sessions }: AlsoPlannedProps) {
  const t = useText(booking);
  const format = useFormat();
  if (sessions.length === 0) return null;
  return (
    <Notice tone="act" title={t(`warning.${CODE}`)}>
      <ul className="papers">
        {sessions.map((one) => (
          <li key={`${one.sessionId} ${one.caseId}`}>
            {t("warning.planned", { number: one.number, when: format.range(one.startAt, one.endAt) })}{" "}
            <Anchor href={`/sessions/${one.sessionId}/told`}>{t("warning.look")}</Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
