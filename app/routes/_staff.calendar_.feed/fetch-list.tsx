import { REFRESH_HOURS } from "~/domain/notices/feeds";
import * as ownCalendars from "~/i18n/own-calendars";
import { useFormat, useText } from "~/i18n/use-text";
import type { FeedShown } from "./route";

/** Which program fetched a feed last, when, and how late what it shows may be. */
export function FetchList({ fetches }: Pick<NonNullable<FeedShown["feed"]>, "fetches">) {
  const t = useText(ownCalendars);
  const format = useFormat();
  if (fetches.length === 0) return <p className="gap">{t("feed.never")}</p>;
  return (
    <ul className="papers">
      {fetches.map((one) => (
        <li key={one.client}>
          {t("feed.last", { client: t(`client.${one.client}`), at: format.instant(one.at) })}{" "}
          <span className="q2">{t("feed.late", { hours: REFRESH_HOURS[one.client] })}</span>
        </li>
      ))}
    </ul>
  );
}
