import { DateTime } from "luxon";
import * as ownCalendars from "~/i18n/own-calendars";
import * as sessionNotices from "~/i18n/session-notices";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";

interface CalendarWaysProps {
  session: { startAt: string; endAt: string; room: { name: string; nameEn: string } | null } | null;
  number: string;
  court: { name: string };
  /** The page to go back to, and the file. */
  home: string;
  fileHref: string;
}

const utc = (at: string) => DateTime.fromISO(at).toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");

/** One session into any calendar, and what to do where a mail program or a chat shows none. */
export function CalendarWays({ session, number, court, home, fileHref }: CalendarWaysProps) {
  const [t, say] = [useText(ownCalendars), useText(sessionNotices)];
  const format = useFormat();
  const isEnglish = useLocale() === "en";
  const back = <LinkButton href={home}>{t("party.back")}</LinkButton>;
  if (!session)
    return (
      <>
        <h1>{t("party.title")}</h1>
        <p>{t("party.none")}</p>
        <p className="btns">{back}</p>
      </>
    );
  const title = say("summary", { number });
  const { room } = session;
  const place = [court.name, room ? (isEnglish ? room.nameEn : room.name) : ""].join(" ").trim();
  const google = new URLSearchParams({
    action: "TEMPLATE",
    text: title,
    dates: `${utc(session.startAt)}/${utc(session.endAt)}`,
    location: place,
  });
  const outlook = new URLSearchParams({
    path: "/calendar/action/compose",
    rru: "addevent",
    subject: title,
    startdt: session.startAt,
    enddt: session.endAt,
    location: place,
  });
  return (
    <>
      <div>
        <h1>{t("party.title")}</h1>
        <p className="q2">
          {format.spokenDate(session.startAt)} {format.spokenTimeRange(session.startAt, session.endAt)}
        </p>
      </div>
      <p className="btns">
        <LinkButton href={fileHref} look="main" icon="calendar" download isWide>
          {t("party.file")}
        </LinkButton>
      </p>
      <p className="hint">{t("party.fileHint")}</p>
      <p>{t("party.wechat")}</p>
      <p>{t("party.mail")}</p>
      <p className="btns">
        <LinkButton href={`https://calendar.google.com/calendar/render?${google}`} rel="noreferrer" isWide>
          {t("party.google")}
        </LinkButton>
        <LinkButton
          href={`https://outlook.live.com/calendar/0/deeplink/compose?${outlook}`}
          rel="noreferrer"
          isWide
        >
          {t("party.outlook")}
        </LinkButton>
      </p>
      <p className="hint">{t("party.changes")}</p>
      <p className="btns">{back}</p>
    </>
  );
}
