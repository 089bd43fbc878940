import * as availability from "~/i18n/availability";
import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import type { AvailabilityShown } from "./route";

/** Booked sessions that a new booking could not take any more: they stand, and somebody decides. */
export function OutsideNotice({ kept }: { kept: AvailabilityShown }) {
  const t = useText(availability);
  const format = useFormat();
  return (
    <Notice tone="risk" title={t("outside.title", { count: kept.outside.length })}>
      <p>{t("outside.text")}</p>
      <ul className="link-row">
        {kept.outside.map((one) => (
          <li key={one.sessionId}>
            <Anchor href={`/sessions/${one.sessionId}/told`}>{format.instant(one.startAt)}</Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
