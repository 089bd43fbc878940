import * as ownCalendars from "~/i18n/own-calendars";
import { useLocale, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { FetchList } from "../_staff.calendar_.feed/fetch-list";
import { nameIn } from "../_staff.cases_.$id/names";
import type { Week } from "./week.server";

/** The feed of the room that is shown: how fresh what hangs on its door is, and the way to its address. */
export function RoomFeed({ room, feed }: NonNullable<Week["roomFeed"]>) {
  const t = useText(ownCalendars);
  const locale = useLocale();
  return (
    <Section
      id="room-feed"
      title={t("feed.roomTitle", { name: nameIn(locale, room) })}
      end={{
        href: `/calendar/feed?roomId=${room.id}`,
        label: feed ? t("feed.roomOpen") : t("feed.roomMake"),
      }}
    >
      {feed ? <FetchList fetches={feed.fetches} /> : <p className="gap">{t("feed.roomNone")}</p>}
    </Section>
  );
}
