import { REFRESH_HOURS } from "~/domain/notices/feeds";
import * as ownCalendars from "~/i18n/own-calendars";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { FeedShown } from "./route";

/** The feed that works: how much it says, who fetched it last and how late that program may be. */
export function FeedNow({ feed }: { feed: NonNullable<FeedShown["feed"]> }) {
  const t = useText(ownCalendars);
  const format = useFormat();
  return (
    <Section id="now" title={t("feed.now")}>
      <p className="gap">
        {t("feed.madeAt", { at: format.instant(feed.madeAt), detail: t(`feed.${feed.detail}`) })}
      </p>
      {feed.fetches.length === 0 ? <p className="gap">{t("feed.never")}</p> : null}
      <ul className="papers">
        {feed.fetches.map((one) => (
          <li key={one.client}>
            {t("feed.last", { client: t(`client.${one.client}`), at: format.instant(one.at) })}{" "}
            <span className="q2">{t("feed.late", { hours: REFRESH_HOURS[one.client] })}</span>
          </li>
        ))}
      </ul>
      <Form method="post">
        <Button look="quiet" name="intent" value="revoke">
          {t("feed.revoke")}
        </Button>
      </Form>
    </Section>
  );
}
