import * as booking from "~/i18n/booking";
import { useFormat, useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Anchor } from "~/ui/router";

/** A time as a refusal names it: `<ISO instant>|<room>`. */
const startOf = (alternative: string) => alternative.split("|")[0] ?? "";

/** After a refused time: the nearest that are free, each a link with the time filled in. `hrefOf` gets the value of its choice. */
export function OtherTimes({
  times,
  hrefOf,
}: {
  times: readonly string[];
  hrefOf: (value: string, startAt: string) => string;
}) {
  const t = useText(booking);
  const format = useFormat();
  if (times.length === 0) return null;
  return (
    <Notice tone="act" title={t("alternatives")}>
      <ul className="papers">
        {times.map((one) => (
          <li key={one}>
            <Anchor href={hrefOf(one, startOf(one))}>{format.instant(startOf(one))}</Anchor>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
