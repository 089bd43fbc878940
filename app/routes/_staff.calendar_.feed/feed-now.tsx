import * as ownCalendars from "~/i18n/own-calendars";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FetchList } from "./fetch-list";
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
      <FetchList fetches={feed.fetches} />
      <Form method="post">
        <Button look="quiet" name="intent" value="revoke">
          {t("feed.revoke")}
        </Button>
      </Form>
    </Section>
  );
}
